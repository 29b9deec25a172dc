using System.Collections.Immutable;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>What is logged of one call: enough to find a fault by, and nothing about the customer.</summary>
/// <param name="Function">The function the flow called.</param>
/// <param name="ContactId">The contact, if the event named one; finds the call in Connect's own records.</param>
/// <param name="Outcome">What was answered.</param>
/// <param name="Problems">What was wrong with the event, a sentence each; none of them repeats a value.</param>
/// <param name="Fault">What went wrong in the line, if anything did.</param>
public sealed record CallRecord(
    ConnectFunction Function, ContactId? ContactId, Outcome Outcome, ImmutableArray<string> Problems, Exception? Fault)
{
    /// <summary>Connect's own id of the operator whose word was taken for a caller; null where none was.</summary>
    public string? OperatorId { get; init; }

    /// <summary>The record as a line of the log, in which Connect's own ids stay whole; see <see cref="LogLine"/> for what is
    /// masked, in a contact id as well, which whoever tries a flow by hand makes up.</summary>
    public LogLine ToLogLine() => new(
        line =>
        {
            line.WriteString("function", Function.ToString());
            line.WriteString("contactId", ContactId is { } contact ? contact.ToString() : "unknown");
            line.WriteString("outcome", Outcome.ToString());
            if (OperatorId is { } operatorId)
            {
                line.WriteString("operator", operatorId);
            }
        },
        string.Join(' ', Problems),
        Fault?.ToString());
}
