using NodaTime.Text;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>
/// An order's day changes in no step in which the caller named a day unsurely: beside a word that the line does not know, or that says
/// perhaps. Such a day is read back first, and a yes to it is another step.
/// </summary>
public sealed class NoOrderIsWrittenOnAnUnsureReading : CallProperty
{
    /// <inheritdoc/>
    public override string Sentence => "No order is written on an unsure reading without a yes to that day";

    /// <inheritdoc/>
    public override string? WhatIsWrong(string remembered, ExploredStep step)
    {
        if (step.Act.Act is not CallerAct.Says(var words) || Reading(words, step) is not SpokenDate.Unsure(var meant, _))
        {
            return null;
        }

        foreach (var change in step.Changes)
        {
            if (change is ({ } before, { } after) && after.ShippingDate != before.ShippingDate)
            {
                return $"Order {after.Id} ships on {LocalDatePattern.Iso.Format(after.ShippingDate)}, and \"{words}\" reads only unsurely as {meant}.";
            }
        }

        return null;
    }

    static SpokenDate Reading(string words, ExploredStep step) => SpokenDateReader.Read(
        words, slot: null, step.World.Today, step.Deployment.Shop.Words.LanguageOf(step.Before?.Language));
}
