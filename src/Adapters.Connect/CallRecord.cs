using System.Collections.Immutable;
using System.Text.RegularExpressions;
using OrderHotline.Application;

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
    /// <summary>The record as one line of JSON. Anything in a fault that could be a telephone number is masked, and so is a
    /// strict one in a contact id, which whoever tries a flow at a desk makes up. Connect's own ids stay whole.</summary>
    public string ToLogLine() => LogLine.Write(
        line =>
        {
            line.WriteString("function", Function.ToString());
            line.WriteString("contactId", E164().Replace(ContactId ?? "unknown", "(number)"));
            line.WriteString("outcome", Outcome.ToString());
        },
        string.Join(' ', Problems),
        Fault?.ToString());

    [GeneratedRegex(@"\+[0-9]{7,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex E164();
}
