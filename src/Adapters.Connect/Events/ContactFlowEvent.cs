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
            [json.ContactFlowEvent, json.EventDetails, json.ContactData, json.CustomerEndpoint, json.FlowParameters];
        var names = read.SelectMany(type => type.Properties).Select(property => property.Name).Append("$").ToHashSet();
        return string.Join('.', (path ?? "$").Split('.').TakeWhile(names.Contains));
    }
}

sealed record EventDetails(ContactData? ContactData, FlowParameters? Parameters);

sealed record ContactData(string? ContactId, string? Channel, string? LanguageCode, CustomerEndpoint? CustomerEndpoint)
{
    /// <summary>The channel by the name Connect gives it; a name this version does not know is <see cref="Channel.Other"/>.</summary>
    public Channel ContactChannel => Channel switch
    {
        "VOICE" => Domain.Channel.Voice,
        "CHAT" => Domain.Channel.Chat,
        "TASK" => Domain.Channel.Task,
        "EMAIL" => Domain.Channel.Email,
        _ => Domain.Channel.Other,
    };

    /// <summary>The contact's language, or the shop's.</summary>
    public Language LanguageOr(Language shopLanguage) => Locale.LanguageOf(LanguageCode, shopLanguage);
}

sealed record CustomerEndpoint(string? Address);

/// <summary>The parameters of the flow block. A block may pass more, and values of any shape; those are not looked at.</summary>
sealed record FlowParameters(
    [property: JsonPropertyName("CallerID")] string? CallerId,
    [property: JsonPropertyName("orderId")] string? OrderId,
    [property: JsonPropertyName("shippingDate")] string? ShippingDate,
    [property: JsonPropertyName("spokenDate")] string? SpokenDate);

[JsonSourceGenerationOptions(AllowDuplicateProperties = false, GenerationMode = JsonSourceGenerationMode.Metadata)] // only read
[JsonSerializable(typeof(ContactFlowEvent))]
sealed partial class EventJson : JsonSerializerContext;
