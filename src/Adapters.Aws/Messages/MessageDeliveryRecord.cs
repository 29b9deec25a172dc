using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Aws;

/// <summary>What a delivery leaves in the log: one line an order, with the order's id and nothing else of the customer's. SNS at times
/// puts the number into its messages; it is masked.</summary>
static class MessageDeliveryRecord
{
    // Both ways in which an attempt can fail, because what to look at is the same.
    const string Postponed = "Postponed";
    const string Unknown = "unknown";

    public static LogLine For(OrderDelivery delivery) => delivery switch
    {
        OrderDelivery.Answered(var order, var outcome) => For(order.Id, outcome),
        OrderDelivery.Failed(var order, var fault) => For(order.Id, fault),
        _ => throw new NotSupportedException($"No line for {delivery.GetType().Name}."),
    };

    public static LogLine For(OrderId order, DeliveryOutcome outcome) => For($"{order}", outcome.LastChangeBy is { } contact ? $"{contact}" : Unknown, outcome);

    static LogLine For(string order, string contact, DeliveryOutcome outcome) => outcome switch
    {
        DeliveryOutcome.Delivered(var settled) => Line(order, contact, nameof(DeliveryOutcome.Delivered), settled),
        DeliveryOutcome.NotTaken(var settled, var until, var reason, var details) =>
            Line(order, contact, Postponed, settled, until, $"The service did not take it: {reason}. {details}"),
        DeliveryOutcome.InDoubt(var settled, var until, var fault) => Line(order, contact, Postponed, settled, until, $"{fault}"),
        DeliveryOutcome.NotYetDue(var settled, var until) => Line(order, contact, nameof(DeliveryOutcome.NotYetDue), settled, until),
        DeliveryOutcome.ClaimedByAnother(var settled, var until) =>
            Line(order, contact, nameof(DeliveryOutcome.ClaimedByAnother), settled, until),
        DeliveryOutcome.NoOrder => Line(order, contact, nameof(DeliveryOutcome.NoOrder), []),
        DeliveryOutcome.InvalidRequest(var problems) =>
            Line(order, contact, nameof(DeliveryOutcome.InvalidRequest), [], problem: string.Join(' ', problems)),
        _ => throw new NotSupportedException($"No line for {outcome.GetType().Name}."),
    };

    public static LogLine For(OrderId order, Exception fault) => Line($"{order}", Unknown, "StillOwed", [], fault: $"{fault}");

    public static LogLine For(UnreadableOrder order) =>
        Line(order.OrderId.Length > 0 ? order.OrderId : Unknown, Unknown, "Unreadable", [], problem: order.Problem);

    public static LogLine ForFailure(Exception fault) => new(
        line =>
        {
            line.WriteString("function", MessageDeliveryHandler.FunctionName);
            line.WriteString("outcome", "Failed");
        },
        problem: "",
        $"{fault}");

    public static LogLine ForSweep(SweepOutcome.Ended sweep) => new(
        line =>
        {
            line.WriteString("function", MessageDeliveryHandler.FunctionName);
            line.WriteString("outcome", "SweepEnded");
            line.WriteNumber("orders", sweep.Deliveries.Length);
            line.WriteMeasure("left", sweep.Left, MeasureUnit.Count);
            line.WriteNumber("unreadable", sweep.Unreadable.Length);
            line.WriteMeasure("owing", sweep.Owing, MeasureUnit.Count);
            line.WriteMeasure("oldestOwed", (int)sweep.OldestOwed.TotalSeconds, MeasureUnit.Seconds);
        },
        problem: "",
        fault: null);

    static LogLine Line(
        string orderId,
        string contactId,
        string outcome,
        ImmutableArray<SettledMessage> settled,
        Instant? until = null,
        string? fault = null,
        string problem = "") => new(
        line =>
        {
            line.WriteString("function", MessageDeliveryHandler.FunctionName);
            line.WriteString("contactId", contactId);
            line.WriteString("orderId", orderId);
            line.WriteString("outcome", outcome);
            if (settled.Length > 0)
            {
                line.WriteMeasure("accepted", settled.Count(message => message is SettledMessage.Accepted), MeasureUnit.Count);
                line.WriteMeasure("refused", settled.Count(message => message is SettledMessage.Refused), MeasureUnit.Count);

                // The end of an earlier attempt is on no record: the customer may have the message already.
                line.WriteMeasure("perhapsTwice", settled.Count(message => message is SettledMessage.Accepted { InDoubt: > 0 }), MeasureUnit.Count);
            }

            if (until is { } due && due < Instant.MaxValue)
            {
                line.WriteString("until", InstantPattern.General.Format(due));
            }
        },
        problem,
        fault);
}
