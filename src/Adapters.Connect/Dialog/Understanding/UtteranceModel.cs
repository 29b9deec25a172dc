using System.Collections.Immutable;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>What the sample utterances of one locale teach: how likely each intent is for what was said.</summary>
/// <remarks>A logistic regression over the parts of utterances tells the intents apart; the nearest sample tells whether it is about
/// any of them at all. Learning takes the samples in an order of its own, so the same samples give the same model in any order.</remarks>
sealed class UtteranceModel
{
    // More rounds understood no more of the utterances that callers may say.
    const int Rounds = 10;
    const float FirstStep = 4;

    // So few rounds leave the model timid; it is believed as if it had learnt for longer.
    const float Boldness = 1.5f;

    // From here on, what was said is as near to a sample as other words for the same wish are.
    const float Near = 0.4f;

    readonly UtteranceVocabulary vocabulary;
    readonly int[] intentOf;
    readonly float[] weights;
    readonly PartShare[][] samplesWith;

    public UtteranceModel(Language language, IEnumerable<LearntUtterance> samples)
    {
        LearntUtterance[] learnt = [.. samples.OrderBy(sample => Fnv1a.Hash(sample.Text)).ThenBy(sample => sample.Text, StringComparer.Ordinal)];
        Intents = [.. learnt.Select(sample => sample.Intent).Distinct().Order(StringComparer.Ordinal)];
        intentOf = [.. learnt.Select(sample => Intents.IndexOf(sample.Intent))];
        vocabulary = new(language, [.. learnt.Select(sample => sample.Text)]);
        var shares = learnt.Select(sample => vocabulary.SharesOf(sample.Text)).ToArray();
        samplesWith = SamplesWith(shares);
        weights = new float[vocabulary.Count * Intents.Length];
        Learn(shares);
    }

    /// <summary>The intents that have samples.</summary>
    public ImmutableArray<string> Intents { get; }

    /// <summary>How likely each intent is, in the order of <see cref="Intents"/>, from 0 to 1.</summary>
    /// <param name="text">What was said, normalised.</param>
    public float[] Likelihoods(string text)
    {
        var shares = vocabulary.SharesOf(text);
        var likelihoods = new float[Intents.Length];
        Weigh(shares, likelihoods);
        Normalise(likelihoods, Boldness);
        var nearest = Nearest(shares);
        for (var intent = 0; intent < likelihoods.Length; intent++)
        {
            likelihoods[intent] *= Math.Min(1, nearest[intent] / Near);
        }

        return likelihoods;
    }

    void Learn(List<PartShare>[] shares)
    {
        var errors = new float[Intents.Length];
        for (var round = 0; round < Rounds; round++)
        {
            var step = FirstStep / (1 + (round / 10f));
            for (var sample = 0; sample < shares.Length; sample++)
            {
                Array.Clear(errors);
                Weigh(shares[sample], errors);
                Normalise(errors, boldness: 1);
                errors[intentOf[sample]] -= 1;
                foreach (var (part, share) in shares[sample])
                {
                    var ofPart = weights.AsSpan(part * errors.Length, errors.Length);
                    for (var intent = 0; intent < errors.Length; intent++)
                    {
                        ofPart[intent] -= step * share * errors[intent];
                    }
                }
            }
        }
    }

    void Weigh(List<PartShare> shares, float[] sums)
    {
        foreach (var (part, share) in shares)
        {
            var ofPart = weights.AsSpan(part * sums.Length, sums.Length);
            for (var intent = 0; intent < sums.Length; intent++)
            {
                sums[intent] += share * ofPart[intent];
            }
        }
    }

    // Of sums that may be anything it makes shares of one, the greater the larger.
    static void Normalise(float[] sums, float boldness)
    {
        var most = sums.Max();
        var all = 0f;
        for (var intent = 0; intent < sums.Length; intent++)
        {
            all += sums[intent] = MathF.Exp(boldness * (sums[intent] - most));
        }

        for (var intent = 0; intent < sums.Length; intent++)
        {
            sums[intent] /= all;
        }
    }

    // For each intent the likeness of the sample that is likest: the cosine of their shares.
    float[] Nearest(List<PartShare> shares)
    {
        var likeness = new float[intentOf.Length];
        foreach (var (part, share) in shares)
        {
            foreach (var (sample, its) in samplesWith[part])
            {
                likeness[sample] += share * its;
            }
        }

        var nearest = new float[Intents.Length];
        for (var sample = 0; sample < likeness.Length; sample++)
        {
            ref var best = ref nearest[intentOf[sample]];
            best = Math.Max(best, likeness[sample]);
        }

        return nearest;
    }

    PartShare[][] SamplesWith(List<PartShare>[] shares)
    {
        var with = new List<PartShare>[vocabulary.Count];
        for (var sample = 0; sample < shares.Length; sample++)
        {
            foreach (var (part, share) in shares[sample])
            {
                (with[part] ??= []).Add(new(sample, share));
            }
        }

        return [.. with.Select(samples => samples.ToArray())];
    }
}

/// <summary>A sample utterance as it is learnt.</summary>
/// <param name="Intent">The intent.</param>
/// <param name="Text">The utterance, normalised, with <see cref="UtteranceText.Slot"/> for a day.</param>
sealed record LearntUtterance(string Intent, string Text);
