using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using OrderHotline.Adapters.Connect;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Lambda;

/// <summary>What a delivery leaves in the log: one line an order, with the order's id and nothing else of the customer's. SNS at times
/// puts the number into its messages; it is masked.</summary>
static class TextDeliveryRecord
{
    public static string Of(string orderId, DeliveryOutcome outcome) => outcome switch
    {
        DeliveryOutcome.Delivered(var texts) => Line(orderId, nameof(DeliveryOutcome.Delivered), texts),
        DeliveryOutcome.Postponed(var texts, var until, var outage) =>
            Line(orderId, nameof(DeliveryOutcome.Postponed), texts, until, outage),
        DeliveryOutcome.NotYetDue(var texts, var until) => Line(orderId, nameof(DeliveryOutcome.NotYetDue), texts, until),
        DeliveryOutcome.ClaimedByAnother(var texts, var until) =>
            Line(orderId, nameof(DeliveryOutcome.ClaimedByAnother), texts, until),
        DeliveryOutcome.InvalidRequest(var problems) =>
            Line(orderId, nameof(DeliveryOutcome.InvalidRequest), [], problem: string.Join(' ', problems)),
        _ => Line(orderId, outcome.GetType().Name, []),
    };

    public static string Of(string orderId, Exception fault) => Line(orderId, "StillOwed", [], fault: fault);

    public static string Of(UnreadableOrder order) =>
        Line(order.OrderId.Length > 0 ? order.OrderId : "unknown", "Unreadable", [], problem: order.Problem);

    public static string OfRound(int orders, int left, int unreadable) => LogLine.Write(
        line =>
        {
            line.WriteString("function", nameof(DeliverTexts));
            line.WriteString("outcome", "RoundEnded");
            line.WriteNumber("orders", orders);
            line.WriteNumber("left", left);
            line.WriteNumber("unreadable", unreadable);
        },
        problem: "",
        fault: null);

    static string Line(
        string orderId,
        string outcome,
        ImmutableArray<SettledText> texts,
        Instant? until = null,
        Exception? fault = null,
        string problem = "") => LogLine.Write(
        line =>
        {
            line.WriteString("function", nameof(DeliverTexts));
            line.WriteString("orderId", orderId);
            line.WriteString("outcome", outcome);
            if (texts.Length > 0)
            {
                line.WriteNumber("accepted", texts.Count(text => text is SettledText.Accepted));
                line.WriteNumber("refused", texts.Count(text => text is SettledText.Refused));

                // An earlier attempt ended without anybody knowing: the customer may have the text already.
                line.WriteNumber("perhapsTwice", texts.Count(text => text is SettledText.Accepted { InDoubt: > 0 }));
            }

            if (until is { } due && due < Instant.MaxValue)
            {
                line.WriteString("until", InstantPattern.General.Format(due));
            }
        },
        problem,
        fault);
}
