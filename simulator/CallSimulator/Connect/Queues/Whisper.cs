
namespace OrderHotline.CallSimulator.Connect;

/// <summary>What each side hears when an operator accepts a call, before they hear each other: the operator first.</summary>
static class Whisper
{
    /// <summary>The event that starts the flow an operator hears.</summary>
    public const string AgentHook = "AgentWhisper";

    /// <summary>The event that starts the flow a caller hears.</summary>
    public const string CustomerHook = "CustomerWhisper";

    /// <summary>The hook that was set to nothing, so that not even Connect's own flow plays.</summary>
    public const string Disabled = " ";

    /// <summary>An operator has accepted.</summary>
    public static void ToTheOperator(CallRun run)
    {
        KeyBuffer.Clear(run, "an operator takes the call");
        run.State = run.State with { Stage = CallStage.AgentWhisper };
        if (run.State.Hooks[AgentHook] is not { } hook)
        {
            // https://docs.aws.amazon.com/connect/latest/adminguide/default-agent-whisper.html
            run.Say(run.QueueName(run.State.Queue!) ?? ContactFlows.ResourceName.From(run.State.Queue!));
            ToTheCaller(run);
        }
        else if (run.Setup.FlowOf(hook) is { } flow)
        {
            run.State = run.State with { At = flow.Beginning(FlowData.Empty) };
        }
        else
        {
            ToTheCaller(run);
        }
    }

    /// <summary>The operator has heard all there is.</summary>
    public static void ToTheCaller(CallRun run)
    {
        run.State = run.State with { Stage = CallStage.CustomerWhisper };
        if (run.State.Hooks[CustomerHook] is { } hook && run.Setup.FlowOf(hook) is { } flow)
        {
            run.State = run.State with { At = flow.Beginning(FlowData.Empty) };
        }
        else
        {
            HandOver(run);
        }
    }

    /// <summary>Both sides hear each other.</summary>
    public static void HandOver(CallRun run)
    {
        run.Add(new CallEvent.HandedOver(run.Now, run.State.Attributes));
        FlowInterpreter.End(run, CallEnd.WithOperator);
    }
}
