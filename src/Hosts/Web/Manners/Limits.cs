using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Web;

/// <summary>How much of the host one client can have.</summary>
static class Limits
{
    /// <summary>The name of the policy that counts a customer's requests, over the API and by tools alike.</summary>
    public const string OfACustomer = "customer";

    // More at once would wait for the store all together, and time out all together.
    const int MostAtOnce = 256;

    const int LongestHeaders = 16 * 1024;

    /// <summary>A body of an agent's client, the longest that is read anywhere.</summary>
    public const int LongestBody = 64 * 1024;

    /// <summary>Limits what arrives: its size, and the time that it takes.</summary>
    public static void Apply(KestrelServerLimits limits)
    {
        limits.MaxRequestHeadersTotalSize = LongestHeaders;
        limits.MaxRequestLineSize = 4096;
        limits.MaxRequestHeaderCount = 50;
        limits.MaxRequestBodySize = LongestBody;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(5);
        limits.MinRequestBodyDataRate = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(2));
    }

    /// <summary>Counts a customer's requests.</summary>
    /// <param name="services">The container.</param>
    /// <param name="requestsAMinute">How many a customer has in a minute.</param>
    public static void AddLimits(this IServiceCollection services, int requestsAMinute) => services.AddRateLimiter(options =>
    {
        options.AddPolicy(OfACustomer, http => RateLimitPartition.GetFixedWindowLimiter(
            Customer.CallerOf(http.User) is Caller.Identified(var number) ? number : default,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = requestsAMinute, Window = TimeSpan.FromMinutes(1) }));
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, int>(_ => RateLimitPartition.GetConcurrencyLimiter(
            0, _ => new ConcurrencyLimiterOptions { PermitLimit = MostAtOnce }));
        options.OnRejected = async (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
            rejected.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            await Refusals.Write(rejected.HttpContext, Refusal.TooManyRequests, Refusals.Detail(Refusal.TooManyRequests));
        };
    });
}
