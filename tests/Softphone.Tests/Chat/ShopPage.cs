using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OrderHotline.Softphone.Tests;

/// <summary>A page of a shop on a site of its own, with a policy that allows the host and nothing else, and styles that spoil whatever they reach.</summary>
sealed class ShopPage : IAsyncDisposable
{
    readonly WebApplication site;
    ChatHost? line;

    ShopPage(WebApplication site, string origin) => (this.site, Origin) = (site, origin);

    public string Origin { get; }

    public static async Task<ShopPage> Start()
    {
        var origin = $"http://localhost:{ChatHost.FreePort()}";
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(origin);
        var shop = new ShopPage(builder.Build(), origin);
        shop.site.MapGet("/", shop.Page);
        shop.site.MapGet("/shop.css", () => Results.Text("body * { background: red !important; display: none } p, button { visibility: hidden !important }", "text/css"));
        shop.site.MapGet("/favicon.ico", () => Results.NoContent());
        shop.site.MapGet("/line-token", () => Results.Json(new { token = shop.line!.Token() }));
        await shop.site.StartAsync(TestContext.Current.CancellationToken);
        return shop;
    }

    /// <summary>Puts the chat of a host on the page.</summary>
    public void Embed(ChatHost host) => line = host;

    public ValueTask DisposeAsync() => site.DisposeAsync();

    IResult Page(HttpContext http)
    {
        var host = line!.Address.GetLeftPart(UriPartial.Authority);
        http.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; img-src 'self'; style-src 'self'; script-src {host}; connect-src 'self' {host}";
        return Results.Text(
            $"""
             <!doctype html>
             <html lang="en">
             <head>
               <title>Tea</title>
               <link rel="stylesheet" href="/shop.css">
               <script type="module" src="{host}/chat/chat.js" data-token="/line-token"></script>
             </head>
             <body></body>
             </html>
             """,
            "text/html");
    }
}
