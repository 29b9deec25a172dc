using System.Globalization;
using OrderHotline.ContactFlows;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>Actions that only decide where a flow goes on.</summary>
static class FlowControl
{
    public static readonly ActionKind Compare = new((run, action, _) => new(Look(run, action)));

    public static readonly ActionKind DistributeByPercentage = new((run, action, _) => new(Distribute(run, action)));

    public static readonly ActionKind EndFlowExecution = new((_, _, _) => new(new ActionOutcome.EndsFlow()));

    public static readonly ActionKind Loop = new((run, action, _) => new(GoRound(run, action)));

    public static readonly ActionKind TransferToFlow = new((run, action, _) => new(Transfer(run, action)));

    public static readonly ActionKind Wait = new((run, action, _) => new(LetTimePass(run, action)));

    static ActionOutcome Look(CallRun run, FlowAction action) =>
        action.Parameter("ComparisonValue") is { } text
        && FlowReference.Whole(text) is { } reference
        && ReferenceValues.KeysOf(reference, run) is { } keys
            ? new ActionOutcome.GivesObject(keys)
            : new ActionOutcome.Gives(run.Text(action, "ComparisonValue") ?? "");

    static ActionOutcome GoRound(CallRun run, FlowAction action)
    {
        if (run.Text(action, "LoopCount") is not { } count)
        {
            return ActionOutcome.Without(action, "number of rounds", "LoopCount");
        }

        if (Number(count) is not { } times)
        {
            return ActionOutcome.Failed($"{action.Identifier} goes \"{count}\" rounds, which is no number.");
        }

        var loop = $"{run.State.At.Flow}/{action.Identifier}";
        var round = Number(run.State.Loops[loop]) ?? 0;
        if (round >= times)
        {
            run.State = run.State with { Loops = run.State.Loops.Without(loop) };
            return new ActionOutcome.Gives("DoneLooping");
        }

        run.State = run.State with { Loops = run.State.Loops.With(loop, ReferenceValues.Number(round + 1)) };
        return new ActionOutcome.Gives("ContinueLooping");
    }

    // By chance in the service. Here the contact decides, so that a call can be played again.
    static ActionOutcome.Gives Distribute(CallRun run, FlowAction action)
    {
        var share = Fnv1a.Hash(run.State.ContactId + action.Identifier) % 100;
        run.Note($"By chance in Connect; here the contact's id gives {share} of 100.");
        return new ActionOutcome.Gives(ReferenceValues.Number(share));
    }

    static ActionOutcome LetTimePass(CallRun run, FlowAction action)
    {
        if (run.Text(action, "TimeLimitSeconds") is not { } limit)
        {
            return ActionOutcome.Without(action, "time to wait", "TimeLimitSeconds");
        }

        if (KeyInput.Seconds(limit) is not { } time)
        {
            return ActionOutcome.Failed($"{action.Identifier} waits \"{limit}\" seconds, which is no number.");
        }

        run.Pass(time);
        return new ActionOutcome.Gives("WaitCompleted");
    }

    static ActionOutcome Transfer(CallRun run, FlowAction action)
    {
        if (run.State.Stage != CallStage.SelfService)
        {
            return ActionOutcome.Failed("A call in a queue, or in a whisper, cannot go to another flow.");
        }

        return run.Text(action, "ContactFlowId") is not { } reference ? ActionOutcome.Without(action, "flow", "ContactFlowId")
            : run.Setup.FlowOf(reference) is { } flow ? new ActionOutcome.Leaves(flow)
            : ActionOutcome.Lacks($"There is no flow {reference} here.");
    }

    static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
