using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>What is logged of one call: enough to find a fault by, and nothing about the customer.</summary>
/// <param name="Function">The function the flow called.</param>
/// <param name="ContactId">The contact, if the event named one; finds the call in Connect's own records.</param>
/// <param name="Outcome">What was answered.</param>
/// <param name="Problems">What was wrong with the event, a sentence each; none of them repeats a value.</param>
/// <param name="Fault">What went wrong in the line, if anything did.</param>
public sealed partial record CallRecord(
    ConnectFunction Function, string? ContactId, Outcome Outcome, ImmutableArray<string> Problems, Exception? Fault)
{
    static readonly JsonWriterOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The record as one line of JSON. Anything in a fault that could be a telephone number is masked, and so is a
    /// strict one in a contact id, which whoever tries a flow at a desk makes up. Connect's own ids stay whole.</summary>
    public string ToLogLine()
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, OneLine))
        {
            writer.WriteStartObject();
            writer.WriteString("level", Fault is not null ? "error" : Problems.IsEmpty ? "info" : "warning");
            writer.WriteString("function", Function.ToString());
            writer.WriteString("contactId", E164().Replace(ContactId ?? "unknown", "(number)"));
            writer.WriteString("outcome", Outcome.ToString());
            if (!Problems.IsEmpty)
            {
                writer.WriteString("problems", string.Join(' ', Problems));
            }

            if (Fault is not null)
            {
                writer.WriteString("fault", PhoneNumber.MaskAllIn(Fault.ToString()));
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(json.ToArray());
    }

    [GeneratedRegex(@"\+[0-9]{7,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex E164();
}
