using System.Globalization;
using NodaTime;
using OrderHotline.CallSimulator.Lex;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>How a bot listens: by the session attributes of a flow's block, or of the code hook, which count more, or else as Lex does
/// (https://docs.aws.amazon.com/connect/latest/adminguide/get-customer-input.html).</summary>
/// <param name="End">The key that ends an entry.</param>
/// <param name="Deletion">The key that takes an entry back.</param>
/// <param name="MostKeys">How many keys end an entry by themselves.</param>
/// <param name="KeyPause">How long another key is waited for.</param>
/// <param name="StartTimeout">How long the bot waits for a caller who says nothing.</param>
/// <param name="MayBeInterrupted">Whether a caller need not hear the question out.</param>
sealed record BotListening(char End, char Deletion, int MostKeys, Duration KeyPause, Duration StartTimeout, bool MayBeInterrupted)
{
    const string Prefix = "x-amz-lex:";

    /// <summary>How it listens at this point of a conversation.</summary>
    public static BotListening To(BotSession session)
    {
        var (intent, slot) = (session.Intent?.Name, session.SlotToElicit);
        return new(
            Find("dtmf:end-character") is [var end] ? end : '#',
            Find("dtmf:deletion-character") is [var deletion] ? deletion : '*',
            Number("dtmf:max-length", 1024),
            Duration.FromMilliseconds(Number("dtmf:end-timeout-ms", 5000)),
            Duration.FromMilliseconds(Number("audio:start-timeout-ms", 3000)),
            !"false".Equals(Find("allow-interrupt"), StringComparison.OrdinalIgnoreCase));

        int Number(string name, int standard) =>
            int.TryParse(Find(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : standard;

        // The name may go on with an intent and a slot, or a * for any: the closer it names what is asked for, the more it counts.
        string? Find(string name) => session.Attributes
            .Select(attribute => (attribute.Value, Fit: Fit(attribute.Key, Prefix + name, intent, slot)))
            .Where(attribute => attribute.Fit >= 0)
            .OrderByDescending(attribute => attribute.Fit)
            .Select(attribute => attribute.Value)
            .FirstOrDefault();
    }

    /// <summary>Reads one entry.</summary>
    /// <returns>The keys, none when they were taken back; those that were pressed after the end; whether the entry is known to be over.
    /// </returns>
    public (string Keys, string Later, bool Ended) Read(string pressed)
    {
        for (var at = 0; at < pressed.Length; at++)
        {
            if (pressed[at] == End || pressed[at] == Deletion)
            {
                return (pressed[at] == Deletion ? "" : pressed[..at], pressed[(at + 1)..], true);
            }

            if (at + 1 == MostKeys)
            {
                return (pressed[..MostKeys], pressed[MostKeys..], true);
            }
        }

        return (pressed, "", false);
    }

    static int Fit(string name, string asked, string? intent, string? slot)
    {
        if (!name.StartsWith(asked, StringComparison.Ordinal))
        {
            return -1;
        }

        return name[asked.Length..].Split(':') switch
        {
            [""] => 0,
            ["", var ofIntent, var ofSlot] when ofIntent is "*" || ofIntent == intent => (ofIntent, ofSlot) switch
            {
                ("*", "*") => 1,
                (_, "*") => 2,
                _ when ofSlot == slot => 3,
                _ => -1,
            },
            _ => -1,
        };
    }
}
