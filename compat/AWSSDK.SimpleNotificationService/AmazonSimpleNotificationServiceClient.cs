using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.SimpleNotificationService.Internal;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService;

/// <summary>
/// Signs, sends and retries on AWSSDK.Core's own pipeline. Safe for concurrent calls; one instance a process is enough.
/// Constructors without credentials look for them where every AWS SDK for .NET does, at the first call.
/// </summary>
public class AmazonSimpleNotificationServiceClient : AmazonServiceClient, IAmazonSimpleNotificationService
{
    public AmazonSimpleNotificationServiceClient()
        : this(new AmazonSimpleNotificationServiceConfig())
    {
    }

    public AmazonSimpleNotificationServiceClient(RegionEndpoint region)
        : this(new AmazonSimpleNotificationServiceConfig { RegionEndpoint = region })
    {
    }

    public AmazonSimpleNotificationServiceClient(AmazonSimpleNotificationServiceConfig config)
        : base(config)
    {
    }

    public AmazonSimpleNotificationServiceClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonSimpleNotificationServiceConfig { RegionEndpoint = region })
    {
    }

    public AmazonSimpleNotificationServiceClient(AWSCredentials credentials, AmazonSimpleNotificationServiceConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata => SnsMetadata.Instance;

    /// <summary>
    /// Hands one message to Amazon SNS, which delivers it later or not at all: a message id says accepted, not delivered.
    /// AWSSDK.Core sends again within this call: up to <see cref="ClientConfig.MaxErrorRetry"/> times after HTTP 500, 502, 503
    /// and 504, the code Throttling, a time-out and a failed connection, and besides up to
    /// <see cref="ClientConfig.MaxStaleConnectionRetries"/> times, 10 unless set, after what looks like a broken
    /// connection. Publish has no idempotency token, so each of these may be one more text: to send at most once, set both to 0.
    /// </summary>
    /// <exception cref="AmazonSimpleNotificationServiceException">
    /// The service refused. ErrorCode and StatusCode tell why for every code; those in PublishExceptions.cs have a class too.
    /// </exception>
    /// <exception cref="System.Xml.XmlException">HTTP 200 with an unreadable body: the message may have been accepted.</exception>
    /// <exception cref="IOException">The connection broke before an answer: the message may have been accepted.</exception>
    /// <exception cref="HttpRequestException">No connection: the last attempt sent nothing, an earlier one may have.</exception>
    /// <exception cref="TimeoutException">
    /// <see cref="ClientConfig.Timeout"/> passed for the last attempt: the message may have been accepted.
    /// </exception>
    /// <exception cref="OperationCanceledException">The caller cancelled: the message may have been accepted.</exception>
    public virtual Task<PublishResponse> PublishAsync(PublishRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PublishResponse>(
            request,
            new InvokeOptions
            {
                RequestMarshaller = PublishRequestMarshaller.Instance,
                ResponseUnmarshaller = PublishResponseUnmarshaller.Instance,
            },
            cancellationToken);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);

        // Runs as marshaller, auth scheme, endpoint: the order of the other clients on AWSSDK.Core.
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new SnsEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new SnsAuthSchemeHandler());
    }
}
