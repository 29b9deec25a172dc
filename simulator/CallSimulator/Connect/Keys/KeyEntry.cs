using System.Globalization;
using System.Text;
using NodaTime;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>Several keys, as one entry.</summary>
/// <param name="Keys">The entry, without what ended it or what was taken back.</param>
/// <param name="Rest">What was pressed after it.</param>
/// <param name="Ended">Whether the entry is known to be over; if not, the line waits for another key first.</param>
readonly record struct KeyEntry(string Keys, string Rest, bool Ended)
{
    const int UsualMaxLength = 20;

    // A country code and the longest number there is: https://www.itu.int/rec/T-REC-E.164
    const int LongestPhoneNumber = 15;

    /// <summary>How long another key is waited for.</summary>
    public static readonly Duration UsualPause = Duration.FromSeconds(5);

    /// <summary>How many keys an action takes at most.</summary>
    public static int MaxLength(FlowAction action) =>
        action.ParameterAt("InputValidation", "PhoneNumberValidation") is not null
            ? LongestPhoneNumber
            : int.TryParse(
                action.Parameter("InputValidation", "CustomValidation", "MaximumLength"),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var length) && length > 0 ? length : UsualMaxLength;

    /// <summary>Reads an entry by the rules of the action that stores it.</summary>
    public static KeyEntry Read(FlowAction action, string keys)
    {
        var longest = MaxLength(action);
        var end = action.Parameter("DTMFConfiguration", "InputTerminationSequence") is { Length: > 0 } sequence ? sequence : "#";
        var takesBack = !action.IsTrue("DTMFConfiguration", "DisableCancelKey");
        var entry = new StringBuilder();
        for (var at = 0; at < keys.Length; at++)
        {
            if (keys.AsSpan(at).StartsWith(end, StringComparison.Ordinal))
            {
                return new(entry.ToString(), keys[(at + end.Length)..], Ended: true);
            }

            if (takesBack && keys[at] == '*')
            {
                entry.Clear();
                continue;
            }

            entry.Append(keys[at]);
            if (entry.Length == longest)
            {
                // A caller who ends a full entry all the same does not mean the next question by it.
                var rest = keys.AsSpan(at + 1);
                return new(entry.ToString(), (rest.StartsWith(end, StringComparison.Ordinal) ? rest[end.Length..] : rest).ToString(), true);
            }
        }

        return new(entry.ToString(), "", Ended: false);
    }
}
