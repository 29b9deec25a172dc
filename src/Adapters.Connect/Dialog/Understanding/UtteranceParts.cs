using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>The parts of an utterance that tell what it is about: one, two and three letters in a row in Japanese, which keeps no words
/// apart; elsewhere words, two words in a row, and four letters of a word, so that "shipped" is near "shipping".</summary>
static class UtteranceParts
{
    // No utterance has them: they stand for its start and its end.
    const char Start = '\u0002';
    const char End = '\u0003';

    /// <summary>The parts, each once, as numbers that are the same in every run.</summary>
    /// <param name="text">The utterance, normalised.</param>
    /// <param name="language">Its language.</param>
    public static HashSet<ulong> Of(string text, Language language) => language == Language.Japanese ? Letters(text) : Words(text);

    static HashSet<ulong> Letters(string text)
    {
        var edged = $"{Start}{text}{End}".AsSpan();
        var parts = new HashSet<ulong>(3 * edged.Length);
        for (var at = 0; at < edged.Length; at++)
        {
            if (at > 0 && at < edged.Length - 1)
            {
                parts.Add(Number(edged.Slice(at, 1)));
            }

            for (var length = 2; length <= 3 && at + length <= edged.Length; length++)
            {
                parts.Add(Number(edged.Slice(at, length)));
            }
        }

        return parts;
    }

    static HashSet<ulong> Words(string text)
    {
        var edged = $"{Start} {text} {End}".AsSpan();
        var parts = new HashSet<ulong>(3 * edged.Length);
        var last = default(Range);
        foreach (var word in edged.Split(' '))
        {
            if (word.Start.Value > 0)
            {
                parts.Add(Number(edged[last.Start..word.End]));
            }

            if (word.Start.Value > 0 && word.End.Value < edged.Length)
            {
                parts.Add(Number(edged[word]));
                // With the spaces around it, so that the edges of a word count.
                for (var at = word.Start.Value - 1; at + 4 <= word.End.Value + 1; at++)
                {
                    parts.Add(~Number(edged.Slice(at, 4)));
                }
            }

            last = word;
        }

        return parts;
    }

    // FNV-1a with 64 bits: https://datatracker.ietf.org/doc/html/draft-eastlake-fnv.
    static ulong Number(ReadOnlySpan<char> part)
    {
        var number = 14_695_981_039_346_656_037UL;
        foreach (var unit in part)
        {
            number = unchecked((number ^ unit) * 1_099_511_628_211UL);
        }

        return number;
    }
}
