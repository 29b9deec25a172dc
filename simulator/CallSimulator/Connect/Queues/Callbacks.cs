using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>A call back instead of a wait.</summary>
static class Callbacks
{
    public static readonly ActionKind UpdateContactCallbackNumber = new((run, action, _) => new(SetNumber(run, action)));

    public static readonly ActionKind CreateCallbackContact = new((run, action, _) => new(Create(run, action)));

    static ActionOutcome SetNumber(CallRun run, FlowAction action)
    {
        if (run.Text(action, "CallbackNumber") is not { } number || !CallablePhoneNumber.IsOne(number))
        {
            return new ActionOutcome.Fails(FlowErrors.InvalidCallbackNumber, "The number to call back is not in E.164, or is a carrier's word for a withheld one.");
        }

        run.State = run.State with { CallbackNumber = number };
        return ActionOutcome.Done;
    }

    static ActionOutcome Create(CallRun run, FlowAction action)
    {
        if ((run.State.CallbackNumber ?? run.State.From) is not { } number || !CallablePhoneNumber.IsOne(number))
        {
            return ActionOutcome.Failed("There is no number to call back.");
        }

        if ((run.Text(action, "QueueId") ?? run.Text(action, "AgentId") ?? run.State.Queue) is null)
        {
            return ActionOutcome.Failed("There is no queue for the call back.");
        }

        if (KeyInput.Seconds(run.Text(action, "InitialCallDelaySeconds")) is not { } delay)
        {
            return ActionOutcome.Failed($"{action.Identifier} does not say when to call back.");
        }

        run.Add(new CallEvent.CallbackPromised(run.Now, number, delay));
        return ActionOutcome.Done;
    }
}
