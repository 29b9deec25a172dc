using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>Keys as a bot takes them (https://docs.aws.amazon.com/lexv2/latest/APIReference/API_DTMFSpecification.html).</summary>
static class BotKeys
{
    const string StartTimeoutName = "x-amz-lex:audio:start-timeout-ms";

    /// <summary>How long another key is waited for.</summary>
    public static readonly Duration UsualPause = Duration.FromSeconds(5);

    static readonly Duration UsualStartTimeout = Duration.FromSeconds(3);

    /// <summary>Reads one entry: <c>#</c> ends it, <c>*</c> takes all of it back and ends it.</summary>
    /// <returns>The keys; those that were pressed after the end; whether the entry is known to be over.</returns>
    public static (string Keys, string Later, bool Ended) Read(string pressed)
    {
        var end = pressed.AsSpan().IndexOfAny('#', '*');
        return end < 0
            ? (pressed, "", false)
            : (pressed[end] == '*' ? "" : pressed[..end], pressed[(end + 1)..], true);
    }

    /// <summary>How long the bot waits for a caller who says nothing. The name may go on with an intent and a slot.</summary>
    public static Duration StartTimeout(ImmutableDictionary<string, string> attributes)
    {
        foreach (var (name, text) in attributes)
        {
            if (name.StartsWith(StartTimeoutName, StringComparison.Ordinal)
                && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds))
            {
                return Duration.FromMilliseconds(milliseconds);
            }
        }

        return UsualStartTimeout;
    }
}
