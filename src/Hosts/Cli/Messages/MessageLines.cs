using NodaTime;
using NodaTime.Text;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Cli;

/// <summary>The messages of an order, a line each: what was sent, what was not and why, what is still owed.</summary>
static class MessageLines
{
    public static IEnumerable<string> For(Order order) =>
    [
        .. order.Outbox.Settled.Select(settled =>
            $"{(settled is SettledMessage.Accepted ? "Sent      " : "Not sent  ")} {settled.Message.Number} {InWords(settled)}"),
        .. order.Outbox.Owed.Select((message, i) => $"Owed       {message.Number} since {At(message.Since)}, in {message.Language}"
            + (i == 0 ? Progress(order.Outbox.Delivery) : "")),
    ];

    /// <summary>What became of a message.</summary>
    public static string InWords(SettledMessage settled)
    {
        var what = settled switch
        {
            SettledMessage.Accepted(_, var at, _, _, var messageId) => $"accepted {At(at)} as {messageId}",
            SettledMessage.Refused(_, var at, _, _, var reason) => $"refused for good {At(at)}: {reason}",
            SettledMessage.Superseded(_, var at, _, _) => $"overtaken {At(at)} by a later change",
            _ => throw new NotSupportedException($"No words for {settled.GetType().Name}."),
        };
        return $"{what}{(settled.Attempts > 1 ? $", tried {settled.Attempts} times" : "")}{Doubt(settled.InDoubt)}";
    }

    static string Progress(MessageDelivery delivery) => delivery switch
    {
        MessageDelivery.Claimed(_, var until, var attempts, var inDoubt) =>
            $"; {Times(attempts)}, now being sent, until {At(until)} at the latest{Doubt(inDoubt)}",
        MessageDelivery.Postponed(var notBefore, var reason, var attempts, var inDoubt) =>
            $"; {Times(attempts)}, {reason}, again from {At(notBefore)}{Doubt(inDoubt)}",
        _ => "",
    };

    static string Times(int attempts) => attempts == 1 ? "tried once" : $"tried {attempts} times";

    static string Doubt(int attempts) => attempts switch
    {
        0 => "",
        1 => " (1 attempt may have reached the customer unnoticed)",
        _ => $" ({attempts} attempts may have reached the customer unnoticed)",
    };

    static string At(Instant moment) => InstantPattern.General.Format(moment);
}
