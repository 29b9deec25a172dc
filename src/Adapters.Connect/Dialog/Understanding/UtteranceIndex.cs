using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>The sample utterances of one locale, prepared so that what is said can be compared with all of them at once.</summary>
/// <remarks>A sentence that is a sample is that intent with certainty; any other is what <see cref="UtteranceModel"/> makes of it. Lex
/// has a model of its own, so how well the real bot understands is not to be learnt here.</remarks>
sealed class UtteranceIndex
{
    /// <summary>The confidence of what is exactly a sample.</summary>
    public const double Certain = 1;

    // The confidence of the best likeness. Certainty is for samples alone.
    const double MostLike = 0.99;

    // Below this nothing speaks for an intent.
    const double LeastLike = 0.01;

    // Who plays every call says the same few sentences over and over; who talks to it says something else each time.
    const int MostKept = 1000;

    // Which day a sample names does not matter, so neither does the day from which it is read.
    static readonly LocalDate AnyDay = new(2020, 7, 15);

    readonly Language language;
    readonly FrozenDictionary<string, SampleUtterance> exact;
    readonly Lazy<UtteranceModel> model;
    readonly ConcurrentDictionary<(string Words, LocalDate Today), HeardUtterance> known = new();

    public UtteranceIndex(Language language, ImmutableArray<SampleUtterance> samples)
    {
        this.language = language;
        exact = samples.ToFrozenDictionary(sample => sample.Text);
        model = new(() => new(language, samples.Select(sample => new LearntUtterance(sample.Intent, Learnt(sample.Text)))));
    }

    /// <summary>What is made of words: the day that is named in them, and the intents that they may be.</summary>
    /// <param name="words">What was said.</param>
    /// <param name="today">Today where the bot is.</param>
    public HeardUtterance Hear(string words, LocalDate today)
    {
        if (known.TryGetValue((words, today), out var before))
        {
            return before;
        }

        var date = AmazonDate.Find(words, today, language);
        var now = new HeardUtterance(date, Match(words, date));
        if (known.Count < MostKept)
        {
            known.TryAdd((words, today), now);
        }

        return now;
    }

    /// <summary>The intents that it may be, the likeliest first; those that nothing speaks for are left out.</summary>
    /// <param name="words">What was said.</param>
    /// <param name="date">The day that was named in it, if one was.</param>
    public ImmutableArray<UtteranceMatch> Match(string words, AmazonDate? date)
    {
        var heard = UtteranceText.Normalise(words, language);
        var withSlot = date is null ? heard : WithSlot(words, date);
        if (heard.Length == 0)
        {
            return [];
        }

        var sample = exact.GetValueOrDefault(heard) ?? exact.GetValueOrDefault(withSlot);
        var likelihoods = model.Value.Likelihoods(date?.Value is null ? heard : withSlot);
        var matches = new List<UtteranceMatch>(likelihoods.Length);
        for (var intent = 0; intent < likelihoods.Length; intent++)
        {
            var name = model.Value.Intents[intent];
            var confidence = name == sample?.Intent ? Certain : Math.Min(likelihoods[intent], MostLike);
            if (confidence >= LeastLike)
            {
                matches.Add(new(name, name == sample?.Intent ? sample.Slot : null, confidence));
            }
        }

        return [.. matches.OrderByDescending(match => match.Confidence).ThenBy(match => match.Intent, StringComparer.Ordinal)];
    }

    string WithSlot(string words, AmazonDate date) => UtteranceText.Normalise(
        $"{words.AsSpan(0, date.Start)}{UtteranceText.Slot}{words.AsSpan(date.Start + date.Length)}", language);

    // A day is a day, in "will it come tomorrow" as in "make it Friday", or every word about a day would be taken for a change of it.
    string Learnt(string sample) =>
        !sample.Contains(UtteranceText.Slot, StringComparison.Ordinal)
            && AmazonDate.Find(sample, AnyDay, language) is { Value: not null } date
            ? WithSlot(sample, date)
            : sample;
}

/// <summary>A sample utterance of an intent.</summary>
/// <param name="Intent">The intent.</param>
/// <param name="Text">The utterance, normalised, a slot as <see cref="UtteranceText.Slot"/>.</param>
/// <param name="Slot">The slot whose value is said in it, or null.</param>
sealed record SampleUtterance(string Intent, string Text, string? Slot);

/// <summary>What was made of words.</summary>
/// <param name="Date">The day that was named, if one was.</param>
/// <param name="Matches">The intents that were perhaps meant, the likeliest first.</param>
sealed record HeardUtterance(AmazonDate? Date, ImmutableArray<UtteranceMatch> Matches)
{
    // While an answer is waited for, another wish must be this clear to be heard.
    const double Surely = 0.75;

    /// <summary>Nothing was said.</summary>
    public static HeardUtterance Nothing { get; } = new(null, []);

    /// <summary>The wish, where any may be said; null where none is likely enough.</summary>
    /// <param name="threshold">How likely one must be.</param>
    public UtteranceMatch? Wish(double threshold) => Matches is [var best, ..] && best.Confidence >= threshold ? best : null;

    /// <summary>Another wish than the one whose question is being answered; null where it is none, or not clear. A day that is named is an
    /// answer, unless it is named in a sample of the other.</summary>
    /// <param name="pending">The intent whose question it is.</param>
    public UtteranceMatch? OtherWish(string pending) =>
        Matches is [var best, ..] && best.Intent != pending && best.Confidence >= ClearEnough(best.Intent) ? best : null;

    // "Hmm" is like "mm-hmm": what is only like a yes moves no parcel.
    double ClearEnough(string intent) => Date?.Value is null && intent is not BotNames.Yes ? Surely : UtteranceIndex.Certain;
}

/// <summary>An intent that was perhaps meant.</summary>
/// <param name="Intent">The intent.</param>
/// <param name="Slot">The slot whose value the sample says that it is; null when it is none, or one without a slot.</param>
/// <param name="Confidence">From 0 to 1.</param>
sealed record UtteranceMatch(string Intent, string? Slot, double Confidence);
