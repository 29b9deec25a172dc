using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Functions;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>What can happen in a waiting call, one act of every kind that makes a difference there.</summary>
static class CandidateActs
{
    const string CallableNumber = "0312345678#";
    const string Operator = "0#";
    const string WrongCode = "000000#";

    // As a caller tries them who did not listen.
    const string WrongKeys = "7548*#12369";

    static readonly string[] KeysToABot = ["1#", "2#", "9#", "0#", "7#"];

    /// <summary>The acts, always in the same order.</summary>
    public static IEnumerable<CallerAct> In(CallState state, ShopRecords records, StartWorld world, Deployment deployment)
    {
        if (state.Waiting is CallWaiting.Over)
        {
            return GoesOnAfterAnOperator(state, world, deployment)
                ? deployment.TransferFlows.Select(CallerAct (flow) => new CallerAct.OperatorTransfers(flow))
                : [];
        }

        var acts = state.Waiting switch
        {
            CallWaiting.ForKey => Presses(Keys(state, deployment).Concat(KeysAhead(state, deployment))),
            CallWaiting.ForDigits => Presses([CallableNumber, DayInKeys(world), Operator, .. Proofs(records, world)]),
            CallWaiting.ForAnswer => Utterances.For(world, deployment.Shop.Words.LanguageOf(state.Language))
                .Select(CallerAct (words) => new CallerAct.Says(words))
                .Concat(Presses(DayInKeys(world)))
                .Concat(Presses(KeysToABot)),
            _ => [],
        };
        return
        [
            .. acts,
            new CallerAct.StaysSilent(),
            .. state.Stage == CallStage.Queue ? [new CallerAct.OperatorAnswers()] : (CallerAct[])[],
            new CallerAct.HangsUp(),
        ];
    }

    /// <summary>Whether an operator who has the call can send it back. Only where that changes what the caller may do, and once a call: what
    /// follows the second time is what followed the first.</summary>
    public static bool GoesOnAfterAnOperator(CallState state, StartWorld world, Deployment deployment) =>
        state.IsWithOperator && state.PreviousContactId is null && world.Shop.Verification.IsOn && !deployment.TransferFlows.IsEmpty;

    // What is right wherever the caller is asked for a proof, and one more thing that is wrong: three are enough for a lock.
    static IEnumerable<string> Proofs(ShopRecords records, StartWorld world) => !world.Shop.Verification.IsOn ? [] :
    [
        WrongCode,
        .. from proof in records.Proofs
           from contact in proof.Contacts
           where contact.Pending is not null
           select $"{DeskCodes.Digits(proof.Subject, contact.Pending!)}#",
        .. world.Orders.Where(order => world.Shop.Verification.HasAFactor(order.Id, Operation.Reschedule))
            .Select(order => $"{order.Id.ToString()[^VerificationPolicy.FactorLength..]}#"),
    ];

    static string DayInKeys(StartWorld world) => Utterances.Keys(Utterances.PossibleDays(world).One);

    static IEnumerable<CallerAct> Presses(params IEnumerable<string> keys) => keys.Select(pressed => new CallerAct.Presses(pressed));

    // A yes to whatever is asked next, before it is heard. Unless a flow has keys kept, the second one is lost, and the call goes on
    // as after the first alone: trying both would find nothing.
    static IEnumerable<string> KeysAhead(CallState state, Deployment deployment) =>
        state.KeyBuffer is null ? [] : Branches(state, deployment).Select(key => $"{key}1");

    // Every key that has a branch, and one that has none.
    static IEnumerable<string> Keys(CallState state, Deployment deployment)
    {
        var branches = Branches(state, deployment);
        return branches.Concat(WrongKeys.Select(key => key.ToString()).Where(key => !branches.Contains(key)).Take(1));
    }

    static List<string> Branches(CallState state, Deployment deployment)
    {
        var action = state.Action is { } waiting ? deployment.Flows[state.Flow].Find(waiting) : null;
        return action?.Conditions
            .SelectMany(condition => condition.Operands)
            .Where(operand => operand.Length == 1)
            .Distinct(StringComparer.Ordinal)
            .ToList() ?? [];
    }
}
