using OrderHotline.CallSimulator.Connect;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>Whatever happened, a way leads on to an operator, to another number, or to last words.</summary>
public sealed class EveryCallCanReachAnOperatorOrAGoodbye : GoalProperty
{
    /// <inheritdoc/>
    public override string Sentence => "From every state an operator or a goodbye can be reached";

    /// <inheritdoc/>
    public override string WhyNot => "Whatever the caller does from here, they reach neither an operator nor a goodbye.";

    /// <inheritdoc/>
    public override bool IsReachedBy(ExploredStep step) =>
        step.End is CallEnd.WithOperator or CallEnd.TransferredOut || (step.End is CallEnd.LineHungUp && SpokenWords.In(step).Any());
}
