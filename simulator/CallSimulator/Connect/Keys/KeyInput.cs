using System.Globalization;
using NodaTime;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>Keys: one to branch on, or several to store.</summary>
static class KeyInput
{
    static readonly Duration UsualLimit = Duration.FromSeconds(5);

    public static readonly ActionKind GetParticipantInput = new(
        (run, action, _) => new(Ask(run, action)),
        (run, action, act, _) => new(Hear(run, action, act)));

    /// <summary>A length of time that a flow gives in whole seconds.</summary>
    /// <returns>Null when it gives none, or none that is a number.</returns>
    public static Duration? Seconds(string? seconds) =>
        int.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Duration.FromSeconds(number) : null;

    /// <summary>Whether an action stores what is keyed in, and does not branch on it.</summary>
    public static bool Stores(FlowAction action) =>
        action.IsTrue("StoreInput");

    static ActionOutcome Ask(CallRun run, FlowAction action)
    {
        if (KeyBuffer.IsSetBy(action))
        {
            return KeyBuffer.Set(run, action);
        }

        var ahead = run.State.KeyBuffer ?? "";
        var entry = KeyEntry.Read(action, ahead);
        if (Stores(action) ? entry.Ended : ahead.Length > 0)
        {
            run.Note("Keys pressed ahead answer at once: the words are not heard.");
            return Take(run, action, ahead);
        }

        if (Prompts.Say(run, action, mayBeInterrupted: true) is { } broken)
        {
            return ActionOutcome.Failed(broken);
        }

        return new ActionOutcome.Waits(
            !Stores(action) ? new CallWaiting.ForKey(Limit(run, action))
            : new CallWaiting.ForDigits(
                KeyEntry.MaxLength(action) - entry.Keys.Length,
                ahead.Length == 0 ? Limit(run, action) : StoredInput.Pause(run, action)));
    }

    static ActionOutcome Hear(CallRun run, FlowAction action, CallerAct act)
    {
        // The beginning of an entry can have been pressed ahead; a single key would have answered by itself.
        var ahead = run.State.KeyBuffer ?? "";
        if (act is CallerAct.Presses({ Length: > 0 } keys))
        {
            return Take(run, action, ahead + keys);
        }

        if (act is CallerAct.Says)
        {
            run.Note("Connect hears no words here, only keys: it waits until the time is up.");
        }

        if (ahead.Length > 0)
        {
            return Take(run, action, ahead);
        }

        run.Pass(Limit(run, action));
        return Stores(action)
            ? StoredInput.TimedOut(run)
            : new ActionOutcome.Fails(FlowErrors.InputTimeLimitExceeded, Why: null);
    }

    static ActionOutcome Take(CallRun run, FlowAction action, string keys)
    {
        if (Stores(action))
        {
            return StoredInput.Take(run, action, keys);
        }

        KeyBuffer.Refill(run, keys[1..]);
        return new ActionOutcome.Gives(keys[..1]);
    }

    static Duration Limit(CallRun run, FlowAction action) => Seconds(run.Text(action, "InputTimeLimitSeconds")) ?? UsualLimit;
}
