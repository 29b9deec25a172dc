using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace OrderHotline.Hosts.Cli;

/// <summary>Serves the softphone to browsers on this machine: one page, its events, and what is done on it.</summary>
static class SoftphoneServer
{
    const int LargestBody = 16 * 1024;
    const int MostConnections = 100;

    static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(1);

    /// <summary>Starts to serve.</summary>
    /// <param name="softphone">The telephone.</param>
    /// <param name="port">The port on this machine; 0 for any that is free.</param>
    /// <param name="cancellation">Ends the start.</param>
    /// <returns>What serves, and where.</returns>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<(WebApplication Server, Uri Address)> Start(Softphone softphone, int port, CancellationToken cancellation)
    {
        // Empty: no file beside whoever types and no variable says where it listens.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Limits.MaxConcurrentConnections = MostConnections;
            kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeToStop);
        var server = builder.Build();
        server.Use(PageGuard.Invoke);
        server.UseRouting();
        PageFiles.Map(server);
        Map(server, softphone);
        await server.StartAsync(cancellation);
        return (server, new(server.Urls.Single()));
    }

    static void Map(WebApplication server, Softphone softphone)
    {
        var stopping = server.Lifetime.ApplicationStopping;
        server.MapGet("/events", async (HttpContext context) =>
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, context.RequestAborted);
            try
            {
                await TypedResults.ServerSentEvents(softphone.Pictures(either.Token)).ExecuteAsync(context);
            }
            catch (OperationCanceledException) when (either.IsCancellationRequested)
            {
                // The page was closed, or the command ends.
            }
        });
        server.MapGet("/kept.call", async (HttpContext context) =>
        {
            if (await softphone.Keep(context.RequestAborted) is not { } scenario)
            {
                await Say(context, StatusCodes.Status404NotFound, "There was no call yet: take one first.");
                return;
            }

            context.Response.Headers.ContentDisposition = $"attachment; filename=\"{softphone.KeptName}\"";
            await TypedResults.Text(scenario, "text/plain", System.Text.Encoding.UTF8).ExecuteAsync(context);
        });
        Post(server, "/calls", PageJson.Default.TakenCall, "{\"language\": \"ja-JP\"}", (taken, stop) => softphone.Take(taken.Language, stop));
        Post(server, "/acts", PageJson.Default.DoneAct, "{\"after\": 2, \"typed\": \"1\"}", (act, stop) => softphone.Do(act.After, act.Typed, stop));
        Post(
            server,
            "/broken",
            PageJson.Default.BrokenThings,
            $"{{\"broken\": [{string.Join(", ", Enum.GetValues<Breakage>().Select(thing => $"\"{Softphone.NameOf(thing)}\""))}]}}",
            (things, stop) => softphone.Break(things.Broken, stop));
        Post(
            server,
            "/shop",
            PageJson.Default.ShopEdit,
            "{\"item\": \"Jacket\", \"name\": \"Aoi\", \"ships\": \"2026-12-03\", \"cutOff\": \"17:00\", \"closedWeekdays\": [\"Sunday\"], \"closedDates\": []}",
            softphone.Edit);
    }

    static void Post<T>(WebApplication server, string path, JsonTypeInfo<T> type, string example, Func<T, CancellationToken, Task<Answer>> act)
        where T : class => server.MapPost(path, async (HttpContext context) =>
    {
        if (!context.Request.HasJsonContentType())
        {
            await Say(context, StatusCodes.Status415UnsupportedMediaType, $"Send application/json, such as {example}.");
            return;
        }

        T? read;
        try
        {
            read = await JsonSerializer.DeserializeAsync(context.Request.Body, type, context.RequestAborted);
        }
        catch (JsonException)
        {
            read = null;
        }
        catch (Microsoft.AspNetCore.Http.BadHttpRequestException refused)
        {
            await Say(context, refused.StatusCode, $"The request was refused: {refused.Message} At most {LargestBody} bytes are read.");
            return;
        }

        switch (read is null ? null : await act(read, context.RequestAborted))
        {
            case Answer.Done:
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                break;
            case Answer.TooLate(var why):
                await Say(context, StatusCodes.Status409Conflict, why);
                break;
            case Answer.Wrong(var why):
                await Say(context, StatusCodes.Status400BadRequest, why);
                break;
            default:
                await Say(context, StatusCodes.Status400BadRequest, $"This cannot be read: it must be JSON such as {example}.");
                break;
        }
    });

    static Task Say(HttpContext context, int status, string sentence) =>
        TypedResults.Text(sentence, "text/plain", System.Text.Encoding.UTF8, status).ExecuteAsync(context);
}

/// <summary>A call is taken.</summary>
sealed record TakenCall(string Language);

/// <summary>The caller does something.</summary>
sealed record DoneAct(int After, string Typed);

/// <summary>All that is broken.</summary>
sealed record BrokenThings(Breakage[] Broken);

/// <summary>What a page sends.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(TakenCall))]
[JsonSerializable(typeof(DoneAct))]
[JsonSerializable(typeof(BrokenThings))]
[JsonSerializable(typeof(ShopEdit))]
sealed partial class PageJson : JsonSerializerContext;
