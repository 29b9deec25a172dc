namespace OrderHotline.CallSimulator.Exploration;

/// <summary>A call in which proof was wrong too often hears why it goes no further, and is on its way to an operator in the same breath.</summary>
public sealed class EveryLockEndsWithAnOperator : CallProperty
{
    // The second where the answer that says so was lost.
    static readonly HeardPhrases Why = new("verification.locked", "flows.Verification.cannotVerify");

    /// <inheritdoc/>
    public override string Sentence => "Every lock ends in words and an operator";

    /// <inheritdoc/>
    public override string? WhatIsWrong(string remembered, ExploredStep step) =>
        !IsLocked(step.RecordsAfter) || IsLocked(step.RecordsBefore) ? null
        : !Why.In(step) ? "The call is locked, and no words say so."
        : !step.LooksAtQueues ? "The call is locked, and no operator is asked for."
        : null;

    static bool IsLocked(ShopRecords records) => records.Proofs.Any(proof => proof.Contacts.Any(contact => contact.IsLocked));
}
