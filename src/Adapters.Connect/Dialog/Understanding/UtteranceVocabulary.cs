using System.Collections.Frozen;
using System.Runtime.InteropServices;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>The parts that the sample utterances have, and what each is worth: the more, the fewer samples have it.</summary>
sealed class UtteranceVocabulary
{
    readonly Language language;
    readonly FrozenDictionary<ulong, int> known;
    readonly float[] worths;
    readonly float worthOfTheUnknown;

    public UtteranceVocabulary(Language language, IReadOnlyCollection<string> samples)
    {
        this.language = language;
        var counts = samples.SelectMany(text => UtteranceParts.Of(text, language)).CountBy(part => part).ToArray();
        known = counts.Select((count, index) => KeyValuePair.Create(count.Key, index)).ToFrozenDictionary();
        worthOfTheUnknown = MathF.Log(samples.Count + 1);
        worths = [.. counts.Select(count => worthOfTheUnknown - MathF.Log(count.Value))];
    }

    /// <summary>How many parts there are.</summary>
    public int Count => worths.Length;

    /// <summary>The known parts of an utterance with their shares. The squares of all shares add up to 1, those of unknown parts
    /// included: the more of it is unknown, the less the rest can say.</summary>
    /// <param name="text">The utterance, normalised.</param>
    public List<PartShare> SharesOf(string text)
    {
        var parts = UtteranceParts.Of(text, language);
        var shares = new List<PartShare>(parts.Count);
        var squares = 0f;
        foreach (var part in parts)
        {
            var worth = worthOfTheUnknown;
            if (known.TryGetValue(part, out var index))
            {
                worth = worths[index];
                shares.Add(new(index, worth));
            }

            squares += worth * worth;
        }

        var length = MathF.Sqrt(squares);
        for (var at = 0; at < shares.Count; at++)
        {
            shares[at] = new(shares[at].Part, shares[at].Share / length);
        }

        return shares;
    }
}

/// <summary>A part in an utterance.</summary>
/// <param name="Part">Its place in the vocabulary.</param>
/// <param name="Share">How much of the utterance it is.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct PartShare(int Part, float Share);
