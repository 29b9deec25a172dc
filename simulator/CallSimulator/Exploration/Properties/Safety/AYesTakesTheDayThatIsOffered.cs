using NodaTime.Text;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>When the last sentence asked for a yes to one day, and the shop can have it so, then after a yes an order ships on that day,
/// or a proof is asked for first. Steps in which a function goes wrong are not judged.</summary>
public sealed class AYesTakesTheDayThatIsOffered : CallProperty
{
    readonly LastQuestions questions = new();

    /// <inheritdoc/>
    public override string Sentence => "A yes to an offered day takes that day";

    /// <inheritdoc/>
    public override string Remember(string before, ExploredStep step) => questions.After(before, step);

    /// <inheritdoc/>
    public override string? WhatIsWrong(string remembered, ExploredStep step) =>
        step.Act.Faults.IsEmpty
        && LastQuestions.Day(remembered) is { } day
        && IsAYes(remembered, step)
        && WhatTheShopCan.ShipOn(day, step.World)
        && WhatTheShopCan.Change(step.OrdersBefore, step.World)
        && !ProofRequests.AreHeardIn(step)
        && !step.OrdersAfter.Any(order => order.State is OrderState.Placed && order.ShippingDate == day)
            ? $"The caller says yes to {LocalDatePattern.Iso.Format(day)}, and no order ships on that day."
            : null;

    static bool IsAYes(string remembered, ExploredStep step) => step.Act.Act switch
    {
        CallerAct.Presses("1" or "1#") => true,
        CallerAct.Says(var words) => LastQuestions.AreAnsweredWithAYes(remembered, words, step),
        _ => false,
    };
}
