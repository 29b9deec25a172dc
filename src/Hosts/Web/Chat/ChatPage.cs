using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace OrderHotline.Hosts.Web;

/// <summary>What browsers and caches are told of an answer that is the same for everybody.</summary>
/// <param name="ContentSecurityPolicy">What a page may do.</param>
/// <param name="IsForOtherSites">Whether pages of other sites may load it.</param>
sealed record PublicFile(string ContentSecurityPolicy, bool IsForOtherSites);

/// <summary>The files of the chat, served as they are; and, on the desk, a page that stands for one of a shop.</summary>
static class ChatPage
{
    const string Prefix = "chat/";
    const string DeskPage = "desk.html";
    const string Anyone = "*";

    // No string may become markup or script: the page makes elements and sets texts.
    const string DeskPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        + "require-trusted-types-for 'script'; trusted-types 'none'";

    static readonly PublicFile Script = new(Headers.Nothing, IsForOtherSites: true);

    /// <summary>Maps them.</summary>
    /// <param name="routes">The routes.</param>
    /// <param name="desk">Signs the sample customer's token; null for a host that works for a shop, which has no page.</param>
    public static void MapChatPage(this IEndpointRouteBuilder routes, DeskTokens? desk)
    {
        var files = typeof(ChatPage).Assembly;
        foreach (var name in files.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = files.GetManifestResourceStream(name)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            var file = name[Prefix.Length..];
            var isOfTheDesk = file.StartsWith("desk.", StringComparison.Ordinal);
            if (isOfTheDesk && desk is null)
            {
                continue;
            }

            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}\"");
            routes.MapGet(file == DeskPage ? "/" : $"/{name}", (HttpContext http) =>
                {
                    if (!isOfTheDesk)
                    {
                        // A module of another site is loaded only where the site says so. It is the same for everybody.
                        http.Response.Headers.AccessControlAllowOrigin = Anyone;
                    }

                    return Results.Bytes(content, TypeOf(file), entityTag: tag);
                })
                .WithMetadata(isOfTheDesk ? new PublicFile(DeskPolicy, IsForOtherSites: false) : Script)
                .ExcludeFromDescription();
        }

        if (desk is not null)
        {
            routes.MapGet("/desk/token", () => TypedResults.Json(new { token = desk.For(SampleOrders.Caller, DateTimeOffset.UtcNow) })).ExcludeFromDescription();
        }
    }

    static string TypeOf(string file) => Path.GetExtension(file) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".html" => "text/html; charset=utf-8",
        var other => throw new NotSupportedException($"Nothing is served that ends in {other}."),
    };
}
