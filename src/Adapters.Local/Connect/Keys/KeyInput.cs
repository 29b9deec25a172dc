using System.Globalization;
using NodaTime;
using OrderHotline.Adapters.Connect;

namespace OrderHotline.Adapters.Local;

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

    static ActionOutcome Ask(CallRun run, FlowAction action)
    {
        if (run.State.KeysAhead is { Length: > 0 } keys)
        {
            run.Note("Keys pressed ahead answer at once: the words are not heard.");
            run.State = run.State with { KeysAhead = "" };
            return Take(run, action, keys);
        }

        if (Prompts.Say(run, action) is { } broken)
        {
            return ActionOutcome.Failed(broken);
        }

        var limit = Limit(run, action);
        return new ActionOutcome.Waits(
            Stores(action) ? new CallWaiting.ForDigits(KeyEntry.MaxLength(action), limit) : new CallWaiting.ForKey(limit));
    }

    static ActionOutcome Hear(CallRun run, FlowAction action, CallerAct act)
    {
        if (act is CallerAct.Presses({ Length: > 0 } keys))
        {
            return Take(run, action, keys);
        }

        if (act is CallerAct.Says)
        {
            run.Note("Connect hears no words here, only keys: it waits until the time is up.");
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

        run.State = run.State with { KeysAhead = keys[1..] };
        return new ActionOutcome.Gives(keys[..1]);
    }

    static bool Stores(FlowAction action) => "True".Equals(action.Parameter("StoreInput"), StringComparison.OrdinalIgnoreCase);

    static Duration Limit(CallRun run, FlowAction action) => Seconds(run.Text(action, "InputTimeLimitSeconds")) ?? UsualLimit;
}
