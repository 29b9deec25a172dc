using System.Text.Encodings.Web;
using System.Text.Json;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>The event that Connect sends to a function
/// (https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html).</summary>
static class ContactEventJson
{
    static readonly JsonWriterOptions AsIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the event of a call at this moment, as UTF-8.</summary>
    /// <param name="run">The call.</param>
    /// <param name="parameters">What the action passes; null for nothing.</param>
    public static byte[] Write(CallRun run, JsonElement? parameters)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, AsIs))
        {
            writer.WriteStartObject();
            writer.WriteString("Name", "ContactFlowEvent");
            writer.WriteStartObject("Details");
            writer.WritePropertyName("Parameters");
            if (parameters is { ValueKind: JsonValueKind.Object } given)
            {
                WriteFilled(writer, given, run);
            }
            else
            {
                writer.WriteStartObject();
                writer.WriteEndObject();
            }

            writer.WriteStartObject("ContactData");
            WriteContact(writer, run);
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return json.ToArray();
    }

    static void WriteContact(Utf8JsonWriter writer, CallRun run)
    {
        var state = run.State;
        WriteTexts(writer, "Attributes", state.ContactAttributes);
        writer.WriteString("AwsRegion", run.Setup.World.Region);
        writer.WriteString("Channel", ContactFacts.Channel);
        writer.WriteString("ContactId", state.ContactId);
        WriteEndpoint(writer, "CustomerEndpoint", state.From);
        writer.WriteString("CustomerId", state.ContactData["CustomerId"]);
        writer.WriteString("Description", state.ContactData["Description"]);
        writer.WriteString("InitialContactId", state.FirstContactId);
        writer.WriteString("InitiationMethod", ContactFacts.InitiationMethodOf(state));
        writer.WriteString("InstanceARN", run.Setup.World.InstanceArn);
        writer.WriteString("LanguageCode", state.Language);
        writer.WriteStartObject("MediaStreams");
        writer.WriteStartObject("Customer");
        writer.WriteNull("Audio");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteString("Name", state.ContactData["Name"]);
        writer.WriteString("PreviousContactId", state.PreviousContactId ?? state.ContactId);
        if (state.Queue is { } queue)
        {
            writer.WriteStartObject("Queue");
            writer.WriteString("ARN", run.Setup.QueueArn(queue));
            writer.WriteString("Name", run.QueueName(queue));
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNull("Queue");
        }

        writer.WriteStartObject("References");
        writer.WriteEndObject();
        writer.WriteNull("RelatedContactId");
        writer.WriteStartObject("SegmentAttributes");
        writer.WriteStartObject(ContactFacts.SubtypeName);
        writer.WriteString("ValueString", ContactFacts.Subtype);
        writer.WriteEndObject();
        writer.WriteEndObject();
        WriteEndpoint(writer, "SystemEndpoint", state.To);
        WriteTexts(writer, "Tags", state.Tags);
    }

    static void WriteTexts(Utf8JsonWriter writer, string name, TextMap texts)
    {
        writer.WriteStartObject(name);
        foreach (var (key, text) in texts.Entries)
        {
            writer.WriteString(key, text);
        }

        writer.WriteEndObject();
    }

    static void WriteEndpoint(Utf8JsonWriter writer, string name, string? address)
    {
        if (address is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteString("Address", address);
        writer.WriteString("Type", ContactFacts.TelephoneNumber);
        writer.WriteEndObject();
    }

    // References are filled in names and texts, however deep.
    static void WriteFilled(Utf8JsonWriter writer, JsonElement value, CallRun run)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in value.EnumerateObject())
                {
                    writer.WritePropertyName(run.Fill(property.Name));
                    WriteFilled(writer, property.Value, run);
                }

                writer.WriteEndObject();
                break;

            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    WriteFilled(writer, item, run);
                }

                writer.WriteEndArray();
                break;

            case JsonValueKind.String:
                writer.WriteStringValue(run.Fill(value.GetString()!));
                break;

            default:
                value.WriteTo(writer);
                break;
        }
    }
}
