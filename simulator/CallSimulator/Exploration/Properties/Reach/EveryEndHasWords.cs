using OrderHotline.CallSimulator.Connect;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>No caller is hung up on in silence, or cut off because a flow has nowhere to go.</summary>
public sealed class EveryEndHasWords : CallProperty
{
    /// <inheritdoc/>
    public override string Sentence => "Every end has words";

    /// <inheritdoc/>
    public override string? WhatIsWrong(string remembered, ExploredStep step) => step.End switch
    {
        CallEnd.CutOff => $"The caller is cut off: {step.Events.OfType<CallEvent.Noted>().LastOrDefault()?.Note}",
        CallEnd.LineHungUp or CallEnd.TransferredOut when !SpokenWords.In(step).Any() => "The line leaves the caller without a word.",
        _ => null,
    };
}
