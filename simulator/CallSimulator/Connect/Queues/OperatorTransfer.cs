
namespace OrderHotline.CallSimulator.Connect;

/// <summary>An operator transfers a call by a quick connect
/// (https://docs.aws.amazon.com/connect/latest/adminguide/quick-connects.html): the flow plays in a contact of its own, which knows the one
/// before and keeps its attributes. The operator speaks with the caller in that one meanwhile.</summary>
static class OperatorTransfer
{
    /// <summary>Begins the flow.</summary>
    /// <returns>False when there is no such flow: the operator keeps the call.</returns>
    public static bool Into(string name, CallRun run)
    {
        if (run.Setup.FlowOf(name) is not { } flow)
        {
            run.Miss($"There is no flow {name} to transfer the call to.");
            return false;
        }

        // What belongs to a contact begins anew. The language is kept here; that Connect does so is not documented.
        var before = run.State;
        run.State = before with
        {
            At = flow.Beginning(FlowData.Empty),
            Waiting = new CallWaiting.ForAnswer(),
            ContactId = $"{before.ContactId}-transferred",
            FirstContactId = before.FirstContactId,
            PreviousContactId = before.ContactId,
            Stage = CallStage.SelfService,
            Queue = null,
            CallbackNumber = null,
            Hooks = TextMap.Empty,
            Loops = TextMap.Empty,
            KeyBuffer = null,
            Bots = BotMemories.None,
            FunctionTime = NodaTime.Duration.Zero,
        };
        return true;
    }
}
