using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>
/// What a contact flow sends to a function, as far as the line reads it. Everything can be missing or null: chats and in-app
/// calls have no endpoint, older instances send no language
/// (https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html). What the line does not read is free
/// to change.
/// </summary>
sealed record ContactFlowEvent(EventDetails? Details)
{
    /// <summary>More than any contact can carry: attributes and parameters are limited to 32 KB each.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>Reads an event as UTF-8 JSON.</summary>
    /// <exception cref="JsonException">It is no JSON, or a field that is read has the wrong type or is given twice; the message
    /// says where and repeats no value.</exception>
    public static ContactFlowEvent? Read(ReadOnlySpan<byte> json)
    {
        if (json.Length > MaxBytes)
        {
            throw new JsonException($"The event has {json.Length} bytes; Connect sends at most {MaxBytes}.");
        }

        try
        {
            return JsonSerializer.Deserialize(json, EventJson.Default.ContactFlowEvent);
        }
        catch (JsonException malformed)
        {
            throw new JsonException(
                $"The event is not what Connect sends, at {AsFarAsItIsRead(malformed.Path)} "
                    + $"(line {malformed.LineNumber + 1}, byte {malformed.BytePositionInLine + 1}): "
                    + "no JSON, a value of the wrong type, or a field that is given twice.",
                malformed);
        }
    }

    // The reader's own message quotes the event, and so does the path: a property that the line does not read can have any name.
    static string AsFarAsItIsRead(string? path)
    {
        var json = EventJson.Default;
        JsonTypeInfo[] read =
        [
            json.ContactFlowEvent, json.EventDetails, json.ContactData, json.CustomerEndpoint, json.SegmentAttributes,
            json.SegmentAttribute, json.FlowParameters,
        ];
        var names = read.SelectMany(type => type.Properties).Select(property => property.Name).Append("$").ToHashSet();
        return string.Join('.', (path ?? "$").Split('.').TakeWhile(names.Contains));
    }
}

sealed record EventDetails(ContactData? ContactData, FlowParameters? Parameters);

/// <param name="ContactId">Connect's own id of the contact.</param>
/// <param name="InitialContactId">The first contact of the call: it stays the same when the call is transferred. Connect says it, and no flow
/// can.</param>
/// <param name="PreviousContactId">The contact that this one was transferred from.</param>
/// <param name="Channel">The channel, by the name Connect gives it.</param>
/// <param name="LanguageCode">The contact's language.</param>
/// <param name="CustomerEndpoint">Where the contact came from; null for a chat and a call from an app.</param>
/// <param name="SegmentAttributes">What tells an SMS from a chat, and a call from an app from a telephone call.</param>
sealed record ContactData(
    string? ContactId,
    string? InitialContactId,
    string? PreviousContactId,
    string? Channel,
    string? LanguageCode,
    CustomerEndpoint? CustomerEndpoint,
    SegmentAttributes? SegmentAttributes)
{
    /// <summary>The channel; a name this version does not know is <see cref="Channel.Other"/>.</summary>
    public Channel ContactChannel => ConnectChannels.Read(Channel, SegmentAttributes?.Subtype?.ValueString);

    /// <summary>What the contact tells of who is calling.</summary>
    /// <param name="callerId">What the flow passes as the caller's number.</param>
    public CallerHint HintOfTheCaller(string? callerId) => new(ContactChannel, CustomerEndpoint?.TelephoneNumber, callerId);
}

/// <summary>An address of one of several kinds (https://docs.aws.amazon.com/connect/latest/APIReference/API_Endpoint.html).</summary>
sealed record CustomerEndpoint(string? Address, string? Type)
{
    /// <summary>The address, if it is a telephone number.</summary>
    public string? TelephoneNumber => Type == "TELEPHONE_NUMBER" ? Address : null;
}

sealed record SegmentAttributes([property: JsonPropertyName("connect:Subtype")] SegmentAttribute? Subtype);

sealed record SegmentAttribute(string? ValueString);

/// <summary>The parameters of the flow block. A block may pass more, and values of any shape; those are not looked at.</summary>
sealed record FlowParameters(
    [property: JsonPropertyName("CallerID")] FlowParameter? CallerId,
    [property: JsonPropertyName("orderId")] FlowParameter? OrderId,
    [property: JsonPropertyName("shippingDate")] FlowParameter? ShippingDate,
    [property: JsonPropertyName("spokenDate")] FlowParameter? SpokenDate,
    [property: JsonPropertyName("operation")] FlowParameter? Operation,
    [property: JsonPropertyName("code")] FlowParameter? Code,
    [property: JsonPropertyName("lastFour")] FlowParameter? LastFour)
{
    /// <summary>A block without parameters.</summary>
    public static FlowParameters None { get; } = new(null, null, null, null, null, null, null);


    /// <summary>What is wrong with the parameters that a function reads, a sentence each; those that it does not read may be anything.</summary>
    public IEnumerable<string> ProblemsOf(ConnectFunction function)
    {
        foreach (var name in ConnectContract.For(function).Parameters)
        {
            if (Named(name) is { IsText: false })
            {
                yield return $"$.Details.Parameters.{name} must be a string.";
            }
            else if (name == "orderId" && !string.IsNullOrEmpty(OrderId?.Text) && ReadOrderId() is null)
            {
                yield return $"orderId must be 1 to {Domain.OrderId.MaxLength} letters, digits or - _ . / #, or empty for the latest order.";
            }
            else if (name == "operation" && ReadOperation() is null)
            {
                yield return $"operation must be the function that the caller is to be let through to: {string.Join(", ", ConnectContract.VerifiedFunctions)}.";
            }
        }
    }

    /// <summary>The order that is named; null for the latest, which a flow that was told of none asks for with an empty id.</summary>
    public OrderId? ReadOrderId() => Domain.OrderId.TryParse(OrderId?.Text, out var id) ? id : null;

    /// <summary>What the caller is to be let through to; null when it is none of it.</summary>
    public Operation? ReadOperation() => Operation?.Text switch
    {
        nameof(ConnectFunction.OrderTableRead) => Domain.Operation.TellNameAndItem,
        nameof(ConnectFunction.ChangeOrderDate) => Domain.Operation.Reschedule,
        nameof(ConnectFunction.CancelOrder) => Domain.Operation.Cancel,
        _ => null,
    };

    FlowParameter? Named(string name) => name switch
    {
        "CallerID" => CallerId,
        "orderId" => OrderId,
        "shippingDate" => ShippingDate,
        "spokenDate" => SpokenDate,
        "operation" => Operation,
        "code" => Code,
        "lastFour" => LastFour,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "The contract has no such parameter."),
    };
}

/// <summary>A parameter as it came.</summary>
/// <param name="Text">Its value; null when it is none that could be read.</param>
/// <param name="IsText">Whether it is a string, and of whole characters.</param>
[JsonConverter(typeof(FlowParameterJson))]
sealed record FlowParameter(string? Text, bool IsText);

sealed class FlowParameterJson : JsonConverter<FlowParameter>
{
    static readonly FlowParameter NoText = new(Text: null, IsText: false);

    public override FlowParameter Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return NoText;
        }

        try
        {
            return new FlowParameter(reader.GetString(), IsText: true);
        }
        catch (InvalidOperationException) // half a character
        {
            return NoText;
        }
    }

    public override void Write(Utf8JsonWriter writer, FlowParameter value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Events are only read.");
}

[JsonSourceGenerationOptions(AllowDuplicateProperties = false, GenerationMode = JsonSourceGenerationMode.Metadata)] // only read
[JsonSerializable(typeof(ContactFlowEvent))]
sealed partial class EventJson : JsonSerializerContext;
