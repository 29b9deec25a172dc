
namespace OrderHotline.CallSimulator.Exploration;

/// <summary>A log line names no customer: neither their number, however it is written, nor their name, nor what they bought.</summary>
public sealed class NoPersonalDataIsLogged : CallProperty
{
    // The digits at the end of a number name its owner, whatever stands before them.
    const int TellingDigits = 8;

    /// <inheritdoc/>
    public override string Sentence => "No personal data reaches a log line";

    /// <inheritdoc/>
    public override string? WhatIsWrong(string remembered, ExploredStep step)
    {
        foreach (var line in step.LogLines)
        {
            foreach (var (what, text) in PersonalData(step))
            {
                if (text.Length > 0 && line.Contains(text, StringComparison.OrdinalIgnoreCase))
                {
                    return $"A log line has {what}: {line.Replace(text, "…", StringComparison.OrdinalIgnoreCase)}";
                }
            }
        }

        return null;
    }

    static IEnumerable<(string What, string Text)> PersonalData(ExploredStep step) =>
    [
        ("the caller's number", step.World.From is { Length: > TellingDigits } from ? from[^TellingDigits..] : ""),
        .. step.World.Orders.SelectMany(order => new[]
        {
            ("a customer's number", order.Owner.ToE164()[^TellingDigits..]),
            ("a customer's name", order.CustomerName),
            ("what a customer bought", order.Item),
        }),
    ];
}
