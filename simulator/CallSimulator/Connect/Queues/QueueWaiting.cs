using NodaTime;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>A call that waits for an operator.</summary>
static class QueueWaiting
{
    /// <summary>The event that starts the flow a caller hears while waiting.</summary>
    public const string Hook = "CustomerQueue";

    // Where a flow says nothing more, and music plays on.
    static readonly Duration Music = Duration.FromSeconds(30);

    /// <summary>The call goes into its target queue, and the queue's flow starts.</summary>
    public static void Enter(CallRun run)
    {
        KeyBuffer.Clear(run, "the call goes into a queue");
        var state = run.State with { Stage = CallStage.Queue };
        var hook = state.Hooks[Hook];
        if (hook is not null && run.Setup.FlowOf(hook) is { } flow)
        {
            run.State = state with { At = flow.Beginning(FlowData.Empty) };
            return;
        }

        run.State = state;
        run.Note("No flow is set for the queue: Connect plays its own.");
        RunOut(run);
    }

    /// <summary>The queue's flow is over. The caller keeps waiting.</summary>
    public static void RunOut(CallRun run) => run.State = run.State with
    {
        At = run.State.At with { Action = null, InvokedAt = null },
        Waiting = new CallWaiting.ForOperator(Music),
    };

    /// <summary>Something happens while no flow listens.</summary>
    public static void Quietly(CallRun run, CallerAct act)
    {
        switch (act)
        {
            case CallerAct.StaysSilent:
                run.Pass(Music);
                break;

            case CallerAct.Presses(var keys) when run.State.KeyBuffer is not null:
                KeyBuffer.Add(run, keys);
                break;

            default:
                run.Note("Nobody listens in the queue.");
                break;
        }
    }
}
