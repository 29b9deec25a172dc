using Amazon.Runtime;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService;

/// <summary>What a caller of Amazon SNS depends on: <see cref="AmazonSimpleNotificationServiceClient"/> or a test's own.</summary>
public interface IAmazonSimpleNotificationService : IAmazonService, IDisposable
{
    /// <inheritdoc cref="AmazonSimpleNotificationServiceClient.PublishAsync"/>
    Task<PublishResponse> PublishAsync(PublishRequest request, CancellationToken cancellationToken = default);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonSimpleNotificationServiceConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonSimpleNotificationServiceClient(awsCredentials, (AmazonSimpleNotificationServiceConfig)clientConfig);
}
