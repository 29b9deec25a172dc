using NodaTime;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>Walks a call from action to action until it waits or is over.</summary>
static class FlowInterpreter
{
    /// <summary>A flow that runs longer than this without waiting never will. The service has its own limit, which it does
    /// not tell.</summary>
    public const int MostActions = 1000;

    /// <summary>Walks from the first action.</summary>
    public static ValueTask Start(CallRun run, CancellationToken cancellation) => Walk(run, outcome: null, cancellation);

    /// <summary>Goes on from the action that waits.</summary>
    public static async ValueTask Continue(CallRun run, CallerAct act, CancellationToken cancellation)
    {
        if (act is CallerAct.OperatorTransfers(var to) && run.State.IsWithOperator)
        {
            run.Add(new CallEvent.Did(run.Now, act));
            if (OperatorTransfer.Into(to, run))
            {
                await Walk(run, outcome: null, cancellation).ConfigureAwait(false);
            }

            return;
        }

        if (run.State.Waiting is CallWaiting.Over)
        {
            run.Note("The call is over: nothing more can happen in it.");
            return;
        }

        run.Add(new CallEvent.Did(run.Now, act));
        switch (act)
        {
            case CallerAct.HangsUp:
                End(run, CallEnd.CallerHungUp);
                return;

            case CallerAct.OperatorAnswers when run.State.Stage == CallStage.Queue:
                Whisper.ToTheOperator(run);
                await Walk(run, outcome: null, cancellation).ConfigureAwait(false);
                return;

            case CallerAct.OperatorAnswers:
                run.Note("No operator can answer: the call is in no queue.");
                return;

            case CallerAct.OperatorTransfers:
                run.Note("No operator has the call.");
                return;
        }

        if (Current(run) is { Kind.Answer: { } answer } action)
        {
            var outcome = await answer(run, action.Action, act, cancellation).ConfigureAwait(false);
            await Walk(run, outcome, cancellation).ConfigureAwait(false);
        }
        else
        {
            QueueWaiting.Quietly(run, act);
        }
    }

    /// <summary>Ends the call.</summary>
    public static void End(CallRun run, CallEnd end)
    {
        run.Add(new CallEvent.Ended(run.Now, end));
        run.State = run.State with { Waiting = new CallWaiting.Over(end) };
    }

    static PlayedAction? Current(CallRun run) =>
        run.State.At.Action is { } action ? run.Setup.Flows[run.State.At.Flow].Find(action) : null;

    // The outcome is of the action that the call is at; without one, that action is still to be played.
    static async ValueTask Walk(CallRun run, ActionOutcome? outcome, CancellationToken cancellation)
    {
        for (var played = 0; run.State.Waiting is not CallWaiting.Over; outcome = null)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Current(run) is not { } action)
            {
                if (run.State is { Stage: CallStage.Queue, At.Action: null })
                {
                    return;
                }

                CutOff(run, $"There is no action {run.State.At.Action} in {run.State.At.Flow}.");
                continue;
            }

            if (outcome is null && ++played > MostActions)
            {
                CutOff(run, $"The flow ran {MostActions} actions and needed nobody: it goes round for ever.");
                return;
            }

            outcome ??= ToldToFail(run, action.Action) ?? await action.Kind.Play(run, action.Action, cancellation).ConfigureAwait(false);
            if (outcome is ActionOutcome.Waits(var waiting))
            {
                if (run.State.Stage is not (CallStage.AgentWhisper or CallStage.CustomerWhisper))
                {
                    run.State = run.State with { Waiting = waiting, FunctionTime = Duration.Zero };
                    return;
                }

                outcome = ActionOutcome.Failed("Nobody can answer a whisper.");
            }

            Apply(run, action.Action, outcome);
        }
    }

    static ActionOutcome.Fails? ToldToFail(CallRun run, FlowAction action)
    {
        var failing = run.Setup.World.FailingActions;
        if (failing.IsEmpty)
        {
            return null;
        }

        var error = failing.GetValueOrDefault($"{run.State.At.Flow}/{action.Identifier}") ?? failing.GetValueOrDefault(action.Type);
        return error is null ? null : new(error, $"{action.Identifier} was told to fail.");
    }

    static void Apply(CallRun run, FlowAction action, ActionOutcome outcome)
    {
        switch (outcome)
        {
            case ActionOutcome.Went:
                Take(run, action, BranchChoice.Onward(action));
                break;

            case ActionOutcome.Gives(var result):
                Take(run, action, BranchChoice.AfterResult(action, result));
                break;

            case ActionOutcome.GivesObject(var keys):
                Take(run, action, BranchChoice.AfterObject(action, keys));
                break;

            case ActionOutcome.Fails { IsForWantOfSomething: true } lacks:
                var lacking = BranchChoice.AfterError(action, lacks.ErrorType);
                run.Miss($"{lacks.Why} The call goes on as after an error, {lacking.Name}{(lacking.Next is { } to ? $" -> {to}" : ", for which there is no branch")}.");
                Take(run, action, lacking);
                break;

            case ActionOutcome.Fails(var error, var why):
                var failed = BranchChoice.AfterError(action, error);
                if (why is not null)
                {
                    Tell(run, why, isNeeded: failed.Next is null);
                }

                Take(run, action, failed);
                break;

            case ActionOutcome.Invokes(var module, var data):
                run.State = run.State with { At = module.Beginning(data, run.State.At) };
                break;

            case ActionOutcome.Returns(var forTheInvoker, var data):
                Ran(run, action, "end", next: null);
                Return(run, forTheInvoker, data);
                break;

            case ActionOutcome.Leaves(var flow):
                Ran(run, action, "end", next: null);
                run.State = run.State with { At = flow.Beginning(run.Data with { FlowAttributes = TextMap.Empty }) };
                break;

            case ActionOutcome.Queues:
                Ran(run, action, "end", next: null);
                QueueWaiting.Enter(run);
                break;

            case ActionOutcome.EndsFlow:
                Ran(run, action, "end", next: null);
                EndFlow(run, CallEnd.LineHungUp, $"{action.Identifier} ends a flow before any queue, which hangs up.");
                break;

            case ActionOutcome.EndsCall(var end):
                Ran(run, action, "end", next: null);
                End(run, end);
                break;

            default:
                throw new NotSupportedException($"No way on from {outcome.GetType().Name}.");
        }
    }

    static void Return(CallRun run, ActionOutcome forTheInvoker, FlowData data)
    {
        var invokedAt = run.State.At.InvokedAt!;
        run.State = run.State with { At = invokedAt with { Data = data } };
        if (Current(run) is { } invoker)
        {
            Apply(run, invoker.Action, forTheInvoker);
        }
    }

    static void Take(CallRun run, FlowAction action, BranchChoice choice)
    {
        Ran(run, action, choice.Name, choice.Next);
        if (choice.Next is { } next)
        {
            run.State = run.State with { At = run.State.At with { Action = next } };
        }
        else
        {
            EndFlow(run, CallEnd.CutOff, $"{action.Identifier} has no branch for \"{choice.Name}\".");
        }
    }

    // A flow that is over, on purpose or for want of a branch, is the end of the call only where the call has nothing else.
    static void EndFlow(CallRun run, CallEnd end, string why)
    {
        switch (run.State.Stage)
        {
            case CallStage.Queue:
                QueueWaiting.RunOut(run);
                break;

            case CallStage.AgentWhisper:
                Whisper.ToTheCaller(run);
                break;

            case CallStage.CustomerWhisper:
                Whisper.HandOver(run);
                break;

            default:
                Tell(run, why, isNeeded: end == CallEnd.CutOff);
                End(run, end);
                break;
        }
    }

    static void CutOff(CallRun run, string why)
    {
        run.Miss(why);
        End(run, CallEnd.CutOff);
    }

    // Why a call is lost is for everybody to know, not for the trace alone.
    static void Tell(CallRun run, string why, bool isNeeded)
    {
        if (isNeeded)
        {
            run.Miss(why);
        }
        else
        {
            run.Note(why);
        }
    }

    static void Ran(CallRun run, FlowAction action, string branch, string? next) =>
        run.Add(new CallEvent.Ran(run.Now, run.State.At.Flow, action.Identifier, action.Type, branch, next));
}
