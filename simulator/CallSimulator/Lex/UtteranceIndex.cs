using System.Collections.Frozen;
using System.Collections.Immutable;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Lex;

/// <summary>The sample utterances of one locale, prepared so that what is said can be compared with all of them at once.</summary>
/// <remarks>Lex learns a model from the samples. This is none, so it says nothing about how well the real bot understands: a
/// sentence that is a sample is that intent with certainty; any other is the intent whose samples it shares most parts of words
/// with, where a part counts the less the more intents have it.</remarks>
sealed class UtteranceIndex
{
    /// <summary>The confidence of what is exactly a sample.</summary>
    public const double Certain = 1;

    // The confidence of the best likeness. Certainty is for samples alone.
    const double MostLike = 0.99;

    // A part of a word that no sample has is worth less than one that tells intents apart: people put more words around a wish.
    const double WorthOfTheUnknown = 0.7;

    readonly Language language;
    readonly ImmutableArray<SampleUtterance> samples;
    readonly FrozenDictionary<string, SampleUtterance> exact;
    readonly FrozenDictionary<ulong, (double Worth, int[] Samples)> parts;
    readonly double[] worths;

    public UtteranceIndex(Language language, ImmutableArray<SampleUtterance> samples)
    {
        this.language = language;
        this.samples = samples;
        exact = samples.ToFrozenDictionary(sample => sample.Text);
        parts = samples
            .SelectMany((sample, index) => Parts(sample.Text).Select(part => (part, index)))
            .GroupBy(entry => entry.part, entry => entry.index)
            .ToFrozenDictionary(
                group => group.Key,
                group => (1.0 / Square(group.Select(index => samples[index].Intent).Distinct().Count()), group.ToArray()));
        worths = [.. samples.Select(sample => Parts(sample.Text).Sum(part => parts[part].Worth))];
    }

    /// <summary>The intents that it may be, the likeliest first; those that nothing speaks for are left out.</summary>
    /// <param name="words">What was said.</param>
    /// <param name="date">The day that was named in it, if one was.</param>
    public ImmutableArray<UtteranceMatch> Match(string words, AmazonDate? date)
    {
        var heard = UtteranceText.Normalise(words, language);
        var withSlot = date is null
            ? heard
            : UtteranceText.Normalise(
                $"{words.AsSpan(0, date.Start)}{UtteranceText.Slot}{words.AsSpan(date.Start + date.Length)}", language);
        var best = new Dictionary<string, UtteranceMatch>();
        foreach (var (index, likeness) in Likenesses(withSlot))
        {
            Take(samples[index], Math.Min(likeness, MostLike));
        }

        if (exact.TryGetValue(heard, out var sample) || exact.TryGetValue(withSlot, out sample))
        {
            Take(sample, Certain);
        }

        return [.. best.Values.OrderByDescending(match => match.Confidence).ThenBy(match => match.Intent, StringComparer.Ordinal)];

        void Take(SampleUtterance sample, double confidence)
        {
            if (!best.TryGetValue(sample.Intent, out var known) || known.Confidence < confidence)
            {
                best[sample.Intent] = new(sample.Intent, sample.Slot, confidence);
            }
        }
    }

    // Twice what two sentences share over all that they have.
    IEnumerable<(int Sample, double Likeness)> Likenesses(string heard)
    {
        var shared = new double[samples.Length];
        var worth = 0.0;
        foreach (var part in Parts(heard))
        {
            if (!parts.TryGetValue(part, out var known))
            {
                worth += WorthOfTheUnknown;
                continue;
            }

            worth += known.Worth;
            foreach (var sample in known.Samples)
            {
                shared[sample] += known.Worth;
            }
        }

        for (var sample = 0; sample < shared.Length; sample++)
        {
            if (shared[sample] > 0)
            {
                yield return (sample, 2 * shared[sample] / (worth + worths[sample]));
            }
        }
    }

    // Two letters of Japanese, three of English with the edges of words, packed into a number; and a slot for itself.
    HashSet<ulong> Parts(string text)
    {
        var isJapanese = language == Language.Japanese;
        var edged = isJapanese ? text : $" {text} ";
        var mask = isJapanese ? 0xFFFF_FFFFUL : 0xFFFF_FFFF_FFFFUL;
        var found = new HashSet<ulong>(edged.Length + 1);
        var part = 0UL;
        foreach (var letter in edged)
        {
            part = ((part << 16) | letter) & mask;
            if (part > mask >> 16 || edged.Length == 1)
            {
                found.Add(part);
            }

            if (letter == UtteranceText.Slot)
            {
                found.Add(letter);
            }
        }

        return found;
    }

    static double Square(int number) => (double)number * number;
}

/// <summary>A sample utterance of an intent.</summary>
/// <param name="Intent">The intent.</param>
/// <param name="Text">The utterance, normalised, a slot as <see cref="UtteranceText.Slot"/>.</param>
/// <param name="Slot">The slot whose value is said in it, or null.</param>
sealed record SampleUtterance(string Intent, string Text, string? Slot);

/// <summary>An intent that was perhaps meant.</summary>
/// <param name="Intent">The intent.</param>
/// <param name="Slot">The slot whose value the likest sample says, or null.</param>
/// <param name="Confidence">From 0 to 1.</param>
sealed record UtteranceMatch(string Intent, string? Slot, double Confidence);
