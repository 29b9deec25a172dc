namespace OrderHotline.Hosts.Web;

/// <summary>What every answer says to browsers and caches: it is nobody else's, and nothing is to be made of it but what it is.</summary>
static class Headers
{
    /// <summary>The policy of an answer that is no page.</summary>
    public const string Nothing = "default-src 'none'; frame-ancestors 'none'";

    // A file of the chat changes with a release of the host.
    const string ForAWhile = "public, max-age=300";

    public static void UseHeaders(this WebApplication app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            var file = http.Response.StatusCode < StatusCodes.Status400BadRequest ? http.GetEndpoint()?.Metadata.GetMetadata<PublicFile>() : null;
            headers.CacheControl = file is null ? "no-store" : ForAWhile;
            headers.XContentTypeOptions = "nosniff";
            headers.ContentSecurityPolicy = file?.ContentSecurityPolicy ?? Nothing;
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Resource-Policy"] = file is { IsForOtherSites: true } ? "cross-origin" : "same-origin";
            if (http.Request.IsHttps)
            {
                headers.StrictTransportSecurity = "max-age=31536000";
            }

            return Task.CompletedTask;
        });
        return next(http);
    });

    /// <summary>Nothing is asked for by a query: what stands in an address is in every log on its way.</summary>
    public static void RefuseQueries(this WebApplication app) => app.Use((http, next) => http.Request.QueryString.HasValue
        ? throw new RefusedException(Refusal.InvalidRequest, "Nothing here takes a query: a customer's data and tokens never stand in an address.")
        : next(http));
}
