using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Aws;

/// <summary>Messages through Amazon SNS, published straight to the customer's number as transactional ones.</summary>
/// <param name="client">Used by many callers at once; the one who made it disposes of it.</param>
/// <param name="settings">The sender. The endpoint and the region are the client's.</param>
public sealed class SnsMessageSender(IAmazonSimpleNotificationService client, SnsSettings settings) : IMessageSender
{
    const string SmsType = "AWS.SNS.SMS.SMSType";
    const string SenderId = "AWS.SNS.SMS.SenderID";

    // What one message may take, its credentials included: far less than the lease under which it is sent.
    static readonly TimeSpan OneMessage = TimeSpan.FromSeconds(5);

    // An acceptance has some 400 bytes, an error a sentence more.
    const int LongestAnswer = 64 * 1024;

    /// <summary>A client for the endpoint or the region of the settings. The caller disposes of it.</summary>
    /// <param name="settings">Where SNS is.</param>
    /// <param name="credentials">Null leaves them to the SDK's own chain.</param>
    public static AmazonSimpleNotificationServiceClient CreateClient(SnsSettings settings, AWSCredentials? credentials = null) =>
        CreateClient(settings, credentials, oneConnection: null);

    /// <summary>The same with another patience for a connection, as a machine needs it on which a hundred tests want one at once.</summary>
    internal static AmazonSimpleNotificationServiceClient CreateClient(SnsSettings settings, AWSCredentials? credentials, TimeSpan? oneConnection)
    {
        var config = settings.Endpoint.ApplyTo(
            new AmazonSimpleNotificationServiceConfig
            {
                HttpClientFactory = new AttemptTimeouts("SNS", static () => OneMessage, LongestAnswer, isBlocking: false, oneConnection),
                MaxErrorRetry = 0, // every attempt is noted with the order, so the client makes none of its own
                MaxStaleConnectionRetries = 0, // ten by default, and each may be a second message
            });
        return new AmazonSimpleNotificationServiceClient(credentials ?? DeadlineCredentials.Within(static () => OneMessage), config);
    }

    /// <summary>Messages over a client of their own, which lives as long as the process.</summary>
    /// <param name="settings">Where SNS is, and the sender.</param>
    /// <param name="credentials">Null leaves them to the SDK's own chain.</param>
    public static SnsMessageSender Open(SnsSettings settings, AWSCredentials? credentials = null) =>
        new(CreateClient(settings, credentials), settings);

    /// <inheritdoc/>
    public async Task<MessageReceipt> Send(PhoneNumber to, string body, CancellationToken cancellation)
    {
        var attributes = new Dictionary<string, MessageAttributeValue> { [SmsType] = Attribute("Transactional") };
        if (settings.SenderId.Length > 0)
        {
            attributes[SenderId] = Attribute(settings.SenderId);
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        end.CancelAfter(OneMessage);
        try
        {
            var request = new PublishRequest { PhoneNumber = to.ToE164(), Message = body, MessageAttributes = attributes };
            var response = await client.PublishAsync(request, end.Token).WaitAsync(end.Token).ConfigureAwait(false);
            return response.MessageId is { Length: > 0 } id
                ? new MessageReceipt.Accepted(id)
                : throw new InvalidDataException("What answered the message is not SNS: it gave no MessageId. The message stays owed.");
        }
        catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"SNS gave no whole answer within {OneMessage.TotalSeconds:0} s: it may have taken the message.", late);
        }
        catch (AmazonSimpleNotificationServiceException refusal) when (IsForGood(refusal))
        {
            return new MessageReceipt.Refused(refusal.ErrorCode);
        }
        catch (AmazonSimpleNotificationServiceException answer) when ((int)answer.StatusCode is >= 400 and < 500 and not 408)
        {
            return new MessageReceipt.NotTaken(answer.ErrorCode ?? $"{(int)answer.StatusCode}", answer.Message);
        }
    }

    // What no later attempt can mend: the number, or the customer's own wish. Whatever concerns the account or the service can be
    // mended, and the message stays owed until then.
    static bool IsForGood(AmazonSimpleNotificationServiceException refusal) => refusal.ErrorCode is "OptedOut"
        || (refusal.ErrorCode is "InvalidParameter" or "ParameterValueInvalid"
            && refusal.Message.Contains(nameof(PublishRequest.PhoneNumber), StringComparison.Ordinal));

    static MessageAttributeValue Attribute(string value) => new() { DataType = "String", StringValue = value };
}
