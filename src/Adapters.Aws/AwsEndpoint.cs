using Amazon;
using Amazon.Runtime;

namespace OrderHotline.Adapters.Aws;

/// <summary>Where an AWS service is.</summary>
public sealed record AwsEndpoint
{
    /// <summary>The region's name, such as <c>ap-northeast-1</c>; empty leaves it to the SDK's own chain.</summary>
    public string Region { get; init; } = "";

    /// <summary>Another address than the region's own, such as a local DynamoDB; the region then only signs. Default: none.</summary>
    public Uri? Address { get; init; }

    internal T ApplyTo<T>(T config)
        where T : ClientConfig
    {
        if (Region.Length > 0)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(Region);
        }

        if (Address is { } address)
        {
            config.ServiceURL = address.AbsoluteUri; // replaces the region
            config.AuthenticationRegion = Region.Length > 0 ? Region : null;
        }

        return config;
    }
}
