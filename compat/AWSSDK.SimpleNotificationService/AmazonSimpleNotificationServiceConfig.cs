using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.SimpleNotificationService.Internal;
using Amazon.Util.Internal;

namespace Amazon.SimpleNotificationService;

/// <summary>Region or ServiceURL, retries, time-outs: all of it AWSSDK.Core's, with what Core must know of Amazon SNS.</summary>
public class AmazonSimpleNotificationServiceConfig : ClientConfig
{
    // The last word tells a reader of access logs that this is not the official client.
    static readonly string StandInUserAgent =
        InternalSDKUtils.BuildUserAgentString(SnsMetadata.Id, "4.1.0.0") + " md/publish-stand-in";

    public AmazonSimpleNotificationServiceConfig()
        : base(new DefaultConfigurationProvider(SnsDefaultConfigurations.All))
    {
        base.ServiceId = SnsMetadata.Id;
        AuthenticationServiceName = SnsMetadata.SigningName;
        EndpointProvider = new SnsEndpointProvider();
    }

    public static new string ServiceId => SnsMetadata.Id;

    public override string RegionEndpointServiceName => SnsMetadata.SigningName;

    public override string ServiceVersion => "2010-03-31";

    public override string UserAgent => StandInUserAgent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return EndpointProvider.ResolveEndpoint(SnsEndpointResolver.Parameters(this, parameters.AlternateEndpoint));
    }
}
