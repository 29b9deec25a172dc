using OrderHotline.Adapters.Connect;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Functions;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>Where a shop asks for proof, an order changes, and is told of, only as far as its policy allows for what the caller has keyed in:
/// the code that was sent, in this call and for this or something riskier, or the end of the order's number; or an operator who has the call sent
/// it back. What the line itself believes
/// of the caller is not asked.</summary>
public sealed class NothingIsToldOrDoneWithoutItsProof : CallProperty
{
    /// <inheritdoc/>
    public override string Sentence => "Nothing is told or done beyond what the caller has proved";

    /// <inheritdoc/>
    public override string Remember(string before, ExploredStep step) =>
        step.World.Shop.Verification.IsOn && Shown(step) is var (assurance, operation) && assurance > Proved(before, operation) ? $"{assurance} {operation}" : before;

    /// <inheritdoc/>
    public override string? WhatIsWrong(string remembered, ExploredStep step)
    {
        var policy = step.World.Shop.Verification;
        if (!policy.IsOn || step.TheShopChangedAnOrder)
        {
            return null;
        }

        var proved = Remember(remembered, step);
        foreach (var change in step.Changes)
        {
            if (change is (_, { History: [.., var entry] } after)
                && (entry is Change.Cancellation ? Operation.Cancel : Operation.Reschedule) is var operation
                && (Proved(proved, operation) < policy.NeededFor(operation, after, step.World.At) || entry.Assurance > Proved(proved, operation)))
            {
                return $"Order {after.Id} changed: {operation} needs {policy.NeededFor(operation, after, step.World.At)}, its history says "
                    + $"{entry.Assurance}, and the caller has shown {Proved(proved, operation)}.";
            }
        }

        return step.OrdersBefore
            .Where(order => Proved(proved, Operation.Tell) < policy.NeededFor(Operation.Tell, order, step.World.At))
            .SelectMany(order => Telling(order, step).Where(telling => step.Heard.Any(heard => heard.Words.Contains(telling, StringComparison.Ordinal))))
            .Select(telling => $"\"{telling}\" is heard by a caller who has shown {Proved(proved, Operation.Tell)}.")
            .FirstOrDefault();
    }

    static Assurance Proved(string remembered, Operation operation) =>
        remembered.Split(' ') is [var assurance, var upTo] && operation <= Enum.Parse<Operation>(upTo) ? Enum.Parse<Assurance>(assurance) : Assurance.Number;

    static (Assurance Assurance, Operation Operation)? Shown(ExploredStep step)
    {
        if (step.Before is { IsWithOperator: true } && step.Act.Act is CallerAct.OperatorTransfers)
        {
            return (Assurance.Operator, Operation.Cancel);
        }

        if (step.Before?.Waiting is not CallWaiting.ForDigits || step.Act.Act is not CallerAct.Presses(var keys))
        {
            return null;
        }

        var digits = keys.TrimEnd('#');
        var sent = from proof in step.RecordsBefore.Proofs
                   from contact in proof.Contacts
                   let pending = contact.Pending
                   where pending is not null && pending.Sending != CodeSending.Decoy && DeskCodes.Digits(proof.Subject, pending) == digits
                   select pending;
        return sent.FirstOrDefault() is { } code ? (Assurance.Possession, code.For)
            : step.OrdersBefore.Any(order => step.World.Shop.Verification.HasAFactor(order.Id, Operation.Reschedule)
                && order.Id.ToString()[^VerificationPolicy.FactorLength..] == digits) ? (Assurance.Factor, Operation.Reschedule)
            : null;
    }

    static IEnumerable<string> Telling(Order order, ExploredStep step) =>
    [
        order.Item, order.CustomerName,
        .. step.World.Shop.Words.Offered.Select(language => new DateWords(step.World.Shop.Words.In(language)).Day(order.ShippingDate)),
    ];
}
