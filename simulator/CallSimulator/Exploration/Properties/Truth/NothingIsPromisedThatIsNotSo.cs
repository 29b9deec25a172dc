using OrderHotline.CallSimulator.Connect;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>A call back is promised only when one was created, a text message only when one is owed to a number that takes texts, and an
/// operator only on the way into a queue, or with words that say why it leads nowhere.</summary>
public sealed class NothingIsPromisedThatIsNotSo : CallProperty
{
    readonly HeardPhrases callBack = new(
        "flows.everywhere.promised", "flows.Callback.promised", "flows.Callback.promisedLater", "flows.WaitingForOperator.promised");

    readonly HeardPhrases text = new("order.textFollows");
    readonly HeardPhrases puttingThrough = new("flows.Operator.puttingThrough");
    readonly HeardPhrases nobody = new(
        "flows.Operator.closed", "flows.Operator.nobody", "flows.Operator.full", "flows.Operator.failed", "flows.Operator.no-callback");

    /// <inheritdoc/>
    public override string Sentence => "Nothing is promised that is not so";

    /// <inheritdoc/>
    public override string? WhatIsWrong(string remembered, ExploredStep step)
    {
        if (callBack.In(step) && !step.Events.Any(happened => happened is CallEvent.CallbackPromised))
        {
            return "A call back is promised, and none was created.";
        }

        if (text.In(step) && !step.OrdersAfter.Any(order => order is { Owner.MayTakeTexts: true, Outbox.Owed.IsEmpty: false }))
        {
            return "A text message is announced, and none is owed.";
        }

        return puttingThrough.In(step) && !IsPutThrough(step) && !nobody.In(step)
            ? "The caller is told of being put through, and is not."
            : null;
    }

    static bool IsPutThrough(ExploredStep step) => step.After.Stage != CallStage.SelfService || step.End is CallEnd.WithOperator or CallEnd.TransferredOut;
}
