namespace OrderHotline.Hosts.Web;

/// <summary>What every answer says to browsers and caches: it is nobody else's, and nothing is to be made of it but what it is.</summary>
static class Headers
{
    public static void UseHeaders(this WebApplication app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.CacheControl = "no-store";
            headers.XContentTypeOptions = "nosniff";
            headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
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
