using OrderHotline.CallSimulator.Connect;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>Between two things that a caller does a flow comes to an end, or to a question.</summary>
public sealed class NoCallLoopsWithoutAsking : CallProperty
{
    /// <inheritdoc/>
    public override string Sentence => "No call goes round without asking";

    /// <inheritdoc/>
    public override string? WhatIsWrong(string remembered, ExploredStep step) =>
        step.Events.Length > FlowInterpreter.MostActions && step.Events.OfType<CallEvent.Ran>().Count() >= FlowInterpreter.MostActions
            ? $"The flow {step.After.Flow} goes round for ever, about {step.After.Action}."
            : null;
}
