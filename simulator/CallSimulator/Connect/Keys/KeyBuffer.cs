using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>Keys pressed before a question. Connect loses them, unless a flow has it keep them for the questions to come
/// (https://docs.aws.amazon.com/connect/latest/adminguide/set-touchtone-buffer-behavior.html).</summary>
static class KeyBuffer
{
    const string Switch = "EnableDTMFBuffer";

    const int Longest = 30;

    /// <summary>Whether an action that looks like a question asks none, and only says what is to become of such keys.</summary>
    public static bool IsSetBy(FlowAction action) => action.ParameterAt(Switch) is not null;

    /// <summary>Whether an action has such keys kept from here on.</summary>
    public static bool IsStartedBy(FlowAction action) =>
        action.IsTrue(Switch);

    /// <summary>Starts keeping keys; or stops it, and forgets or stores those that are there.</summary>
    public static ActionOutcome Set(CallRun run, FlowAction action)
    {
        var kept = run.State.KeyBuffer ?? "";
        if (IsStartedBy(action))
        {
            run.State = run.State with { KeyBuffer = kept };
            return ActionOutcome.Done;
        }

        run.State = run.State with { KeyBuffer = null };
        if (KeyInput.Stores(action))
        {
            run.Data = run.Data with { StoredInput = kept };
        }
        else
        {
            Lost(run, kept.Length, "the flow clears the buffer");
        }

        return ActionOutcome.Done;
    }

    /// <summary>Puts what is left of the keys back, if they are to be kept. Those that were there have been taken out.</summary>
    public static void Refill(CallRun run, string keys)
    {
        if (run.State.KeyBuffer is null)
        {
            Lost(run, keys.Length, "nobody has asked yet, and no flow has Connect keep them");
            return;
        }

        run.State = run.State with { KeyBuffer = keys[..Math.Min(keys.Length, Longest)] };
        Lost(run, Math.Max(keys.Length - Longest, 0), $"no more than {Longest} are kept");
    }

    /// <summary>Adds keys to those that are there, if they are to be kept.</summary>
    public static void Add(CallRun run, string keys) => Refill(run, run.State.KeyBuffer + keys);

    /// <summary>Forgets the keys, and goes on keeping those to come.</summary>
    /// <param name="run">The call.</param>
    /// <param name="why">What happens that clears them.</param>
    public static void Clear(CallRun run, string why)
    {
        if (run.State.KeyBuffer is { Length: > 0 } kept)
        {
            run.State = run.State with { KeyBuffer = "" };
            Lost(run, kept.Length, why);
        }
    }

    static void Lost(CallRun run, int count, string why)
    {
        if (count > 0)
        {
            run.Note($"{(count == 1 ? "A key" : $"{count} keys")} pressed ahead {(count == 1 ? "is" : "are")} lost: {why}.");
        }
    }
}
