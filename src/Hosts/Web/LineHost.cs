using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.HostFiltering;
using NodaTime;
using OrderHotline.Application;
using OrderHotline.Hosting;

namespace OrderHotline.Hosts.Web;

/// <summary>What the host works on.</summary>
/// <param name="Orders">The orders.</param>
/// <param name="Verifications">What customers have proved; null for a shop that asks for nothing.</param>
/// <param name="Clock">The time of every decision.</param>
sealed record HostPorts(IOrders Orders, IVerifications? Verifications, IClock Clock);

/// <summary>The host: the line over HTTP. Each way to the line is one call of Map… at the end of <see cref="Build"/>.</summary>
static class LineHost
{
    // Connections are closed after it, whatever they do.
    static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(10);

    /// <summary>Builds it, ready to be started.</summary>
    /// <param name="settings">What it goes by.</param>
    /// <param name="ports">What it works on.</param>
    /// <param name="tokens">Whose tokens are believed.</param>
    /// <param name="log">Takes one line at a time.</param>
    /// <param name="address">Where it listens; null for where ASPNETCORE_URLS says.</param>
    /// <param name="desk">Signs a token to try the chat with; null for a host that works for a shop.</param>
    public static WebApplication Build(
        WebSettings settings, HostPorts ports, TokenSettings tokens, Action<string> log, string? address, DeskTokens? desk = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders().AddProvider(new FrameworkLog(log));
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            Limits.Apply(kestrel.Limits);
        });
        if (address is not null)
        {
            // Of this machine and under no other name: a page of somebody else's could give itself one.
            builder.WebHost.UseUrls(address);
            builder.Services.Configure<HostFilteringOptions>(options => options.AllowedHosts = ["127.0.0.1", "localhost"]);
        }

        Add(builder.Services, settings, ports, tokens, log);
        var app = builder.Build();
        app.UseRequestLog(log);
        app.UseHeaders();
        app.UseFailures();
        app.UseStatusCodePages(status => (Refusal)status.HttpContext.Response.StatusCode is var refusal && Enum.IsDefined(refusal)
            ? Refusals.Write(status.HttpContext, refusal, Refusals.Detail(refusal))
            : Task.CompletedTask);
        app.UseHostFiltering();
        app.RefuseQueries();
        app.UseRouting();
        app.UseCors();
        app.UseRequestTimeouts();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();

        app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions());
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapOrderApi();
        app.MapOrderTools();
        app.MapChat(desk);
        return app;
    }

    /// <summary>Adds the line and what it works on, whichever way leads to it.</summary>
    public static void AddLine(IServiceCollection services, WebSettings settings, HostPorts ports)
    {
        services.AddSingleton(ports.Orders).AddSingleton(ports.Clock).AddSingleton(settings.Shop.Words).AddSingleton(TimeProvider.System);
        if (ports.Verifications is { } verifications)
        {
            services.AddSingleton(verifications);
        }

        services.AddOrderLine(settings.Shop.Policy, settings.Shop.Verification).AddSingleton<ChangeLine>();
        var keys = services.AddDataProtection().SetApplicationName("order-hotline");
        if (settings.KeysFolder is { } folder)
        {
            keys.PersistKeysToFileSystem(new(folder));
        }
        else
        {
            keys.UseEphemeralDataProtectionProvider();
        }
    }

    static void Add(IServiceCollection services, WebSettings settings, HostPorts ports, TokenSettings tokens, Action<string> log)
    {
        AddLine(services, settings, ports);
        services.AddOrderToolsOverHttp(settings.Shop.Policy, log);
        services.AddCors();
        services.AddChat(settings);
        services.AddSingleton<RecentKeys>();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options => options.Believe(tokens));
        services.AddAuthorization().AddRequestTimeouts().AddLimits(settings.RequestsAMinute);
        services.AddHostFiltering(options => options.IncludeFailureMessage = false);
        services.AddHealthChecks().AddCheck<Readiness>("orders");
        services.AddSingleton<Readiness>();
        services.AddDescription();
        services.AddTelemetry(settings.Collector);
        services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeToStop);
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(options => Read(options.SerializerOptions));
    }

    // What is sent must be what is read: nothing twice, nothing that nobody reads, no number for a text.
    static void Read(JsonSerializerOptions json)
    {
        json.AllowDuplicateProperties = false;
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.PropertyNameCaseInsensitive = false;
        json.MaxDepth = 16;
        json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping; // letters stay letters; nothing here is ever part of a page
        json.Converters.Add(new JsonStringEnumConverter());
    }
}
