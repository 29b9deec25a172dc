using OrderHotline.CallSimulator.Connect;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>
/// A Japanese caller hears Japanese, an English caller English; a sentence said in both languages is in either. What the customer is
/// called and has bought is of no language. A question without any words is in none.
/// </summary>
public sealed class EveryPromptIsInTheCallersLanguage : CallProperty
{
    // One word in Latin letters is a name in a Japanese sentence: "For English" is at least two.
    const int FewestWords = 2;

    /// <inheritdoc/>
    public override string Sentence => "Every prompt is in the caller's language";

    /// <inheritdoc/>
    public override string? WhatIsWrong(string remembered, ExploredStep step)
    {
        foreach (var heard in step.Heard.Where(heard => !IsARecording(heard.Words) && !IsAnOffer(heard, step)))
        {
            var language = step.Deployment.Shop.Words.LanguageOf(heard.Language);
            if (!Speaks(language, Words(heard.Words, step)))
            {
                return $"{heard.Language} lacks the words: \"{heard.Words}\"";
            }
        }

        return step.After.Waiting is CallWaiting.ForKey or CallWaiting.ForDigits or CallWaiting.ForAnswer && !step.Heard.Any()
            ? $"{step.After.Flow} / {step.After.Action} waits for an answer and has asked nothing in {step.After.Language}."
            : null;
    }

    // A language is offered in itself, by a voice of it, before any is chosen.
    static bool IsAnOffer(CallEvent.Heard heard, ExploredStep step) => step.Act.Act is null && step.Deployment.Shop.FlowWords is var words
        && words.Offered.Any(language => words.In(language).Find("flows.everywhere.voice") == heard.Voice
            && Speaks(language, heard.Words) && step.Deployment.Shop.Words.LanguageOf(heard.Language) != language);

    static bool IsARecording(string words) => words.StartsWith("(prompt ", StringComparison.Ordinal);

    static string Words(string heard, ExploredStep step)
    {
        var words = SpokenWords.WithoutMarkup(heard);
        foreach (var order in step.World.Orders)
        {
            words = Without(Without(words, order.Item), order.CustomerName);
        }

        return words;
    }

    static string Without(string words, string data) => data.Length == 0 ? words : words.Replace(data, " ", StringComparison.Ordinal);

    static bool Speaks(Language language, string words) => language == Language.Japanese
        ? words.Any(letter => letter is (>= '\u3040' and <= '\u30FF') or (>= '\u4E00' and <= '\u9FFF'))
        : words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsAsciiLetter)) >= FewestWords;
}
