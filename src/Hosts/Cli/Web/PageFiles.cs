using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace OrderHotline.Hosts.Cli;

/// <summary>The page: files inside the command, served as they are.</summary>
static class PageFiles
{
    const string Prefix = "page/";
    const string First = "index.html";

    static readonly Dictionary<string, string> Types = new()
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    /// <summary>Serves them.</summary>
    public static void Map(WebApplication server)
    {
        var files = typeof(PageFiles).Assembly;
        foreach (var name in files.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = files.GetManifestResourceStream(name)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            var file = name[Prefix.Length..];
            server.MapGet(file == First ? "/" : $"/{file}", (HttpContext context) =>
            {
                context.Response.ContentType = Types[Path.GetExtension(file)];
                context.Response.ContentLength = content.Length;
                return context.Response.Body.WriteAsync(content, context.RequestAborted).AsTask();
            });
        }
    }
}
