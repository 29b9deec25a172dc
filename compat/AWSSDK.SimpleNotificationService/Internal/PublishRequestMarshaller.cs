using System.Globalization;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal;

/// <summary>
/// The AWS query protocol: AWSSDK.Core turns Parameters into the form body. Unset members are left out, empty ones are sent.
/// </summary>
sealed class PublishRequestMarshaller : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public static readonly PublishRequestMarshaller Instance = new();

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var publish = (PublishRequest)input;
        var request = new DefaultRequest(publish, "Amazon.SimpleNotificationService");
        request.Parameters.Add("Action", "Publish");
        request.Parameters.Add("Version", "2010-03-31");
        AddIfSet(request, nameof(publish.Message), publish.Message);
        AddIfSet(request, nameof(publish.MessageDeduplicationId), publish.MessageDeduplicationId);
        AddIfSet(request, nameof(publish.MessageGroupId), publish.MessageGroupId);
        AddIfSet(request, nameof(publish.MessageStructure), publish.MessageStructure);
        AddIfSet(request, nameof(publish.PhoneNumber), publish.PhoneNumber);
        AddIfSet(request, nameof(publish.Subject), publish.Subject);
        AddIfSet(request, nameof(publish.TargetArn), publish.TargetArn);
        AddIfSet(request, nameof(publish.TopicArn), publish.TopicArn);
        AddAttributes(request, publish.MessageAttributes);
        return request;
    }

    static void AddAttributes(DefaultRequest request, Dictionary<string, MessageAttributeValue>? attributes)
    {
        var number = 0;
        foreach (var (name, value) in attributes ?? [])
        {
            number++;
            var entry = "MessageAttributes.entry." + number.ToString(CultureInfo.InvariantCulture);
            request.Parameters.Add(entry + ".Name", name);
            AddIfSet(request, entry + ".Value.DataType", value.DataType);
            AddIfSet(request, entry + ".Value.StringValue", value.StringValue);
            AddIfSet(request, entry + ".Value.BinaryValue", Base64(value.BinaryValue));
        }
    }

    static string? Base64(MemoryStream? bytes) => bytes is null ? null : StringUtils.FromMemoryStream(bytes);

    static void AddIfSet(DefaultRequest request, string name, string? value)
    {
        if (value is not null)
        {
            request.Parameters.Add(name, value);
        }
    }
}
