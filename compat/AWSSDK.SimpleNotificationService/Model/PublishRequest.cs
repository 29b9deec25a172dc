using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>The base that official requests share.</summary>
public class AmazonSimpleNotificationServiceRequest : AmazonWebServiceRequest;

/// <summary>
/// One message to one of PhoneNumber, TopicArn or TargetArn. Nothing is checked here: the service judges, see
/// https://docs.aws.amazon.com/sns/latest/api/API_Publish.html.
/// </summary>
public sealed class PublishRequest : AmazonSimpleNotificationServiceRequest
{
    public PublishRequest()
    {
    }

    public PublishRequest(string topicArn, string message)
    {
        TopicArn = topicArn;
        Message = message;
    }

    public PublishRequest(string topicArn, string message, string subject)
        : this(topicArn, message) => Subject = subject;

    /// <summary>At most 1,600 characters for a phone number, of which the service makes several parts.</summary>
    public string? Message { get; set; }

    /// <summary>Null until set. Entries are numbered in the order of enumeration.</summary>
    public Dictionary<string, MessageAttributeValue>? MessageAttributes { get; set; }

    /// <summary>For FIFO topics only.</summary>
    public string? MessageDeduplicationId { get; set; }

    public string? MessageGroupId { get; set; }

    /// <summary>"json" when Message is an object with one text a protocol.</summary>
    public string? MessageStructure { get; set; }

    /// <summary>In E.164, such as +819012345678.</summary>
    public string? PhoneNumber { get; set; }

    public string? Subject { get; set; }

    public string? TargetArn { get; set; }

    public string? TopicArn { get; set; }
}
