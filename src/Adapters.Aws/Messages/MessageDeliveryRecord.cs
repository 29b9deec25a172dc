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

    public static string For(OrderDelivery delivery) => delivery switch
    {
        OrderDelivery.Answered(var order, var outcome) => For(order.Id, outcome),
        OrderDelivery.Failed(var order, var fault) => For(order.Id, fault),
        _ => throw new NotSupportedException($"No line for {delivery.GetType().Name}."),
    };

    public static string For(OrderId order, DeliveryOutcome outcome) => outcome switch
    {
        DeliveryOutcome.Delivered(var settled) => Line($"{order}", nameof(DeliveryOutcome.Delivered), settled),
        DeliveryOutcome.NotTaken(var settled, var until, var reason, var details) =>
            Line($"{order}", Postponed, settled, until, $"The service did not take it: {reason}. {details}"),
        DeliveryOutcome.InDoubt(var settled, var until, var fault) => Line($"{order}", Postponed, settled, until, $"{fault}"),
        DeliveryOutcome.NotYetDue(var settled, var until) => Line($"{order}", nameof(DeliveryOutcome.NotYetDue), settled, until),
        DeliveryOutcome.ClaimedByAnother(var settled, var until) =>
            Line($"{order}", nameof(DeliveryOutcome.ClaimedByAnother), settled, until),
        DeliveryOutcome.NoOrder => Line($"{order}", nameof(DeliveryOutcome.NoOrder), []),
        DeliveryOutcome.InvalidRequest(var problems) =>
            Line($"{order}", nameof(DeliveryOutcome.InvalidRequest), [], problem: string.Join(' ', problems)),
        _ => throw new NotSupportedException($"No line for {outcome.GetType().Name}."),
    };

    public static string For(OrderId order, Exception fault) => Line($"{order}", "StillOwed", [], fault: $"{fault}");

    public static string For(UnreadableOrder order) =>
        Line(order.OrderId.Length > 0 ? order.OrderId : "unknown", "Unreadable", [], problem: order.Problem);

    public static string ForFailure(Exception fault) => LogLine.Write(
        line =>
        {
            line.WriteString("function", MessageDeliveryHandler.FunctionName);
            line.WriteString("outcome", "Failed");
        },
        problem: "",
        $"{fault}");

    public static string ForSweep(int orders, int left, int unreadable) => LogLine.Write(
        line =>
        {
            line.WriteString("function", MessageDeliveryHandler.FunctionName);
            line.WriteString("outcome", "SweepEnded");
            line.WriteNumber("orders", orders);
            line.WriteNumber("left", left);
            line.WriteNumber("unreadable", unreadable);
        },
        problem: "",
        fault: null);

    static string Line(
        string orderId,
        string outcome,
        ImmutableArray<SettledMessage> settled,
        Instant? until = null,
        string? fault = null,
        string problem = "") => LogLine.Write(
        line =>
        {
            line.WriteString("function", MessageDeliveryHandler.FunctionName);
            line.WriteString("orderId", orderId);
            line.WriteString("outcome", outcome);
            if (settled.Length > 0)
            {
                line.WriteNumber("accepted", settled.Count(message => message is SettledMessage.Accepted));
                line.WriteNumber("refused", settled.Count(message => message is SettledMessage.Refused));

                // The end of an earlier attempt is on no record: the customer may have the message already.
                line.WriteNumber("perhapsTwice", settled.Count(message => message is SettledMessage.Accepted { InDoubt: > 0 }));
            }

            if (until is { } due && due < Instant.MaxValue)
            {
                line.WriteString("until", InstantPattern.General.Format(due));
            }
        },
        problem,
        fault);
}
