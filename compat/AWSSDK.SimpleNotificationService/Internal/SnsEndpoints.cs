using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util;
using static Amazon.Runtime.Internal.Endpoints.StandardLibrary.Fn;

namespace Amazon.SimpleNotificationService.Internal;

/// <summary>
/// Host names by region, partition, FIPS and dual stack, with AWSSDK.Core's table of partitions. The hosts:
/// https://docs.aws.amazon.com/general/latest/gr/sns.html.
/// </summary>
sealed class SnsEndpointProvider : IEndpointProvider
{
    /// <exception cref="AmazonClientException">No region, or a combination that the partition does not offer.</exception>
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var fips = parameters["UseFIPS"] is true;
        var dualStack = parameters["UseDualStack"] is true;
        if (parameters["Endpoint"] is string { Length: > 0 } serviceUrl)
        {
            return fips || dualStack
                ? throw new AmazonClientException("A ServiceURL goes with neither UseFIPSEndpoint nor UseDualstackEndpoint.")
                : new Endpoint(serviceUrl);
        }

        if (parameters["Region"] is not string { Length: > 0 } region || Partition(region) is not { } partition)
        {
            throw new AmazonClientException("Neither a region nor a ServiceURL is configured.");
        }

        if ((fips && !partition.supportsFIPS) || (dualStack && !partition.supportsDualStack))
        {
            throw new AmazonClientException($"The partition of {region} does not offer the FIPS or dual-stack endpoint asked for.");
        }

        var suffix = dualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix;
        var host = fips && !(IsFipsAnyway(region) && !dualStack) ? "sns-fips" : "sns";
        return new Endpoint($"https://{host}.{region}.{suffix}");
    }

    // In GovCloud the plain host is the FIPS host.
    static bool IsFipsAnyway(string region) => region is "us-gov-east-1" or "us-gov-west-1";
}

sealed class SnsEndpointResolver : BaseEndpointResolver
{
    /// <summary>The names are those that an EndpointProvider of the caller's own would look up.</summary>
    public static EndpointParameters Parameters(IClientConfig config, RegionEndpoint? alternate) => new()
    {
        ["Region"] = (alternate ?? config.RegionEndpoint)?.SystemName ?? RegionOfServiceUrl(config),
        ["UseDualStack"] = config.UseDualstackEndpoint,
        ["UseFIPS"] = config.UseFIPSEndpoint,
        ["Endpoint"] = config.ServiceURL,
    };

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) =>
        Parameters(requestContext.ClientConfig, requestContext.Request.AlternateEndpoint);

    static string? RegionOfServiceUrl(IClientConfig config) =>
        string.IsNullOrEmpty(config.ServiceURL) ? null
        : string.IsNullOrEmpty(config.AuthenticationRegion) ? AWSSDKUtils.DetermineRegion(config.ServiceURL)
        : config.AuthenticationRegion;
}
