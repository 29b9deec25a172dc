using OrderHotline.CallSimulator.Connect;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>A caller who says at any question of the bot that the order is to stay as it is changes nothing, and hears that it stays, or
/// how it stands. A code hook that fails hears nothing: then only the first is asked.</summary>
public sealed class KeepingAnOrderChangesNothing : CallProperty
{
    readonly HeardPhrases kept = new(
        "dialogue.kept", "flows.Keypad.kept", "status.ships", "status.shipsAsChanged", "status.isBeingPacked", "status.hasShipped", "status.isCancelled");

    /// <inheritdoc/>
    public override string Sentence => "\"Keep it\" changes nothing, and says so";

    /// <inheritdoc/>
    public override string? WhatIsWrong(string remembered, ExploredStep step)
    {
        if (step.Before is not { Waiting: CallWaiting.ForAnswer } before
            || step.Act.Act is not CallerAct.Says(var words)
            || step.Deployment.Shop.Words.LanguageOf(before.Language) is var language && (!Utterances.AreIn(language) || words != Utterances.Keep(language)))
        {
            return null;
        }

        return step.Changes.Any() ? "The order was to stay as it is, and changed."
            : step.Act.Faults.IsEmpty && !kept.In(step) ? "The order was to stay as it is, and the caller does not hear that it does."
            : null;
    }
}
