using NodaTime;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>Keys that a flow stores, as they are or as a telephone number
/// (https://docs.aws.amazon.com/connect/latest/adminguide/store-customer-input.html).</summary>
static class StoredInput
{
    /// <summary>What is stored when the caller keys in nothing: the service takes that for a success.</summary>
    public const string Timeout = "Timeout";

    /// <summary>Stores what a caller keyed in.</summary>
    /// <param name="run">The call.</param>
    /// <param name="action">What asked for it.</param>
    /// <param name="keys">The keys; those that are pressed after the end are no part of it.</param>
    public static ActionOutcome Take(CallRun run, FlowAction action, string keys)
    {
        var entry = KeyEntry.Read(action, keys);
        if (!entry.Ended)
        {
            run.Pass(Pause(run, action));
        }

        KeyBuffer.Refill(run, entry.Rest);
        if (action.ParameterAt("InputValidation", "PhoneNumberValidation") is null)
        {
            return Store(run, entry.Keys);
        }

        return CallablePhoneNumber.Read(
            entry.Keys,
            run.Text(action, "InputValidation", "PhoneNumberValidation", "NumberFormat"),
            run.Text(action, "InputValidation", "PhoneNumberValidation", "CountryCode")) is { } number
            ? Store(run, number)
            : new ActionOutcome.Fails(FlowErrors.InvalidPhoneNumber, "What was keyed in is no telephone number.");
    }

    /// <summary>How long another key is waited for.</summary>
    public static Duration Pause(CallRun run, FlowAction action) =>
        KeyInput.Seconds(run.Text(action, "DTMFConfiguration", "InterdigitTimeLimitSeconds")) ?? KeyEntry.UsualPause;

    /// <summary>Stores that the time was up.</summary>
    public static ActionOutcome TimedOut(CallRun run) => Store(run, Timeout);

    static ActionOutcome Store(CallRun run, string input)
    {
        run.Data = run.Data with { StoredInput = input };
        return ActionOutcome.Done;
    }
}
