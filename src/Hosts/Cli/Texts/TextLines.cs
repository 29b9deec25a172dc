using NodaTime;
using NodaTime.Text;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Cli;

/// <summary>The texts of an order, a line each: what was texted, what was not and why, what is still owed.</summary>
static class TextLines
{
    public static IEnumerable<string> Of(Order order) =>
    [
        .. order.Texts.Settled.Select(settled =>
            $"{(settled is SettledText.Accepted ? "Texted    " : "Not texted")} {settled.Text.Number} {InWords(settled)}"),
        .. order.OwedTexts.Select((text, i) => $"Owes text  {text.Number} since {At(text.Since)}, in {text.Language}"
            + (i == 0 ? Progress(order.Texts.Delivery) : "")),
    ];

    /// <summary>What became of a text.</summary>
    public static string InWords(SettledText settled)
    {
        var what = settled switch
        {
            SettledText.Accepted(_, var at, _, _, var messageId) => $"accepted {At(at)} as {messageId}",
            SettledText.Refused(_, var at, _, _, var reason) => $"refused for good {At(at)}: {reason}",
            SettledText.Superseded(_, var at, _, _) => $"overtaken {At(at)} by a later change",
            _ => throw new NotSupportedException($"No words for {settled.GetType().Name}."),
        };
        return $"{what}{(settled.Attempts > 1 ? $", tried {settled.Attempts} times" : "")}{Doubt(settled.InDoubt)}";
    }

    static string Progress(TextDelivery delivery) => delivery switch
    {
        TextDelivery.Claimed(_, var until, var attempts, var inDoubt) =>
            $"; {Times(attempts)}, now being sent, until {At(until)} at the latest{Doubt(inDoubt)}",
        TextDelivery.Postponed(var notBefore, var reason, var attempts, var inDoubt) =>
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
