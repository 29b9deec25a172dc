using Microsoft.AspNetCore.Http;

namespace OrderHotline.Hosts.Cli;

/// <summary>Lets nobody in but a page that came from here. A name that somebody else's page has turned to this machine is not this machine's
/// (DNS rebinding), and a form or a script of another page may not act here.</summary>
static class PageGuard
{
    static readonly string[] OwnNames = ["localhost", "127.0.0.1"];

    static readonly (string Name, string Value)[] Headers =
    [
        // No script and no style but the files that are served; nothing is framed, and nothing is loaded from elsewhere.
        ("Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(self)"),
        ("Cache-Control", "no-store"),
    ];

    /// <summary>Refuses a request, or lets it on.</summary>
    public static async Task Invoke(HttpContext context, RequestDelegate next)
    {
        foreach (var (name, value) in Headers)
        {
            context.Response.Headers[name] = value;
        }

        var own = OwnNames.Select(name => $"{name}:{context.Connection.LocalPort}").ToList();
        var origin = context.Request.Headers.Origin;
        if (!own.Contains(context.Request.Host.Value ?? "", StringComparer.OrdinalIgnoreCase))
        {
            await Refuse(context, StatusCodes.Status421MisdirectedRequest, $"Nobody of that name is here: ask {string.Join(" or ", own)}.");
        }
        else if (origin.Count > 0 && !own.Any(name => origin == $"http://{name}"))
        {
            await Refuse(context, StatusCodes.Status403Forbidden, "Another page may not ask this one for anything.");
        }
        else if (context.Request.Headers["Sec-Fetch-Site"] is ["cross-site" or "same-site"] && context.Request.Path != "/")
        {
            await Refuse(context, StatusCodes.Status403Forbidden, "Another page may not ask this one for anything.");
        }
        else
        {
            await next(context);
        }
    }

    static Task Refuse(HttpContext context, int status, string sentence)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(sentence);
    }
}
