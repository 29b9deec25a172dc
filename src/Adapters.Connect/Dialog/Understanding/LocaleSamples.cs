using System.Collections.Immutable;
using System.Text.Json;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>What callers may say in one language, as the bot's definition for CloudFormation says it: the <c>BotLocale</c> of an
/// <c>AWS::Lex::Bot</c>.</summary>
/// <param name="Id">The locale, such as <c>ja_JP</c>.</param>
/// <param name="Language">Its language.</param>
/// <param name="Threshold">How likely an intent must be to be taken for what was meant, from 0 to 1.</param>
/// <param name="All">The sample utterances.</param>
sealed record LocaleSamples(string Id, Language Language, double Threshold, ImmutableArray<SampleUtterance> All)
{
    /// <summary>Reads them.</summary>
    /// <param name="locale">The locale.</param>
    /// <exception cref="InvalidDataException">Something is wrong with it; the message says where.</exception>
    public static LocaleSamples Read(DefinitionNode locale)
    {
        var id = locale.At("LocaleId").Text();
        locale = locale with { Place = id };
        var language = Language.Japanese.IsSpokenIn(id) ? Language.Japanese
            : Language.English.IsSpokenIn(id) ? Language.English
            : Language.TryParse(id.Replace('_', '-'), out var other) ? other
            : throw locale.Wrong("must be a language and a country, such as fr_FR");
        var samples = new Dictionary<string, SampleUtterance>();
        foreach (var intent in locale.Items("Intents"))
        {
            Read(intent, language, samples);
        }

        return new(id, language, ThresholdOf(locale.At("NluConfidenceThreshold")), [.. samples.Values]);
    }

    static double ThresholdOf(DefinitionNode node) =>
        node.Json.ValueKind == JsonValueKind.Number && node.Json.GetDouble() is >= 0 and <= 1 and var threshold
            ? threshold
            : throw node.Wrong("must be a number from 0 to 1");

    static void Read(DefinitionNode intent, Language language, Dictionary<string, SampleUtterance> samples)
    {
        var name = intent.At("Name").Text();
        var slots = intent.Items("Slots").Select(slot => slot.At("Name").Text()).ToHashSet(StringComparer.Ordinal);
        foreach (var item in intent.Items("SampleUtterances"))
        {
            var utterance = item.Knowing("Utterance").At("Utterance");
            var sample = ReadOne(utterance, name, slots, language);
            if (!samples.TryAdd(sample.Text, sample))
            {
                var said = samples[sample.Text].Intent;
                throw utterance.Wrong($"\"{utterance.Text()}\" is an utterance of {(said == name ? "this intent" : said)} already");
            }
        }
    }

    static SampleUtterance ReadOne(DefinitionNode node, string intent, HashSet<string> slots, Language language)
    {
        var utterance = node.Text();
        string? slot = null;
        if (utterance.IndexOf('{', StringComparison.Ordinal) is >= 0 and var open)
        {
            var close = utterance.IndexOf('}', open);
            slot = close < 0 ? throw node.Wrong($"\"{utterance}\" has a brace that is not closed") : utterance[(open + 1)..close];
            if (!slots.Contains(slot))
            {
                throw node.Wrong($"\"{utterance}\" has a slot that the intent does not: {slot}");
            }

            utterance = $"{utterance.AsSpan(0, open)}{UtteranceText.Slot}{utterance.AsSpan(close + 1)}";
        }

        if (utterance.Contains('{', StringComparison.Ordinal))
        {
            throw node.Wrong($"\"{node.Text()}\" has several slots: one is heard at a time");
        }

        var text = UtteranceText.Normalise(utterance, language);
        return text.Length > 0 ? new(intent, text, slot) : throw node.Wrong($"\"{utterance}\" has no letter");
    }
}
