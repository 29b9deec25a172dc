using NodaTime;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>Ways out of the line that lead to no queue.</summary>
static class CallEndings
{
    static readonly Duration UsualRinging = Duration.FromSeconds(30);

    public static readonly ActionKind DisconnectParticipant = new((run, _, _) => new(
        run.State.Stage is CallStage.AgentWhisper or CallStage.CustomerWhisper
            ? ActionOutcome.Failed("A whisper cannot hang up.")
            : new ActionOutcome.EndsCall(CallEnd.LineHungUp)));

    public static readonly ActionKind TransferParticipantToThirdParty = new((run, action, _) => new(Transfer(run, action)));

    static ActionOutcome Transfer(CallRun run, FlowAction action)
    {
        var resumes = action.IsTrue("ContinueFlowExecution");
        if (run.Text(action, "ThirdPartyPhoneNumber") is not { } number)
        {
            return ActionOutcome.Without(action, "telephone number", "ThirdPartyPhoneNumber");
        }

        if (!run.Setup.World.AnsweredNumbers.Contains(number))
        {
            run.Pass(KeyInput.Seconds(run.Text(action, "ThirdPartyConnectionTimeLimitSeconds")) ?? UsualRinging);
            return new ActionOutcome.Fails(FlowErrors.CallFailed, $"Nobody answers at {number}.");
        }

        if (!resumes)
        {
            return new ActionOutcome.EndsCall(CallEnd.TransferredOut);
        }

        run.Note($"The caller talks with {number} and comes back when they hang up.");
        return ActionOutcome.Done;
    }
}
