using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>The service has taken the message over.</summary>
public sealed class PublishResponse : AmazonWebServiceResponse
{
    /// <summary>Null if a well-formed answer of HTTP 200 had none, as a proxy's page would: then nothing is known.</summary>
    public string? MessageId { get; set; }

    /// <summary>For FIFO topics only.</summary>
    public string? SequenceNumber { get; set; }
}
