using System.Text;
using NodaTime;
using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect.Tests;

public sealed class DialogPhraseTests
{
    static readonly LocalDate Day = new(2026, 12, 3);

    static readonly (string Name, Phrase Phrase)[] Phrases =
    [
        ("Begin", DialogPhrases.Begin("Jacket")),
        ("Begin, without an item", DialogPhrases.Begin("")),
        ("ReadBack", DialogPhrases.ReadBack(Day)),
        ("AlreadyShipsOn", DialogPhrases.AlreadyShipsOn(Day)),
        ("Denied", DialogPhrases.Denied),
        ("Silence", DialogPhrases.Silence),
        ("DateNotUnderstood", OutcomePhrases.DateNotUnderstood),
        ("DateByKeypad", DialogPhrases.DateByKeypad),
        ("YesOrNo", DialogPhrases.YesOrNo),
        ("YesOrNoByKeypad", DialogPhrases.YesOrNoByKeypad),
        ("WhyNot, InThePast", OutcomePhrases.WhyNot(DayVerdict.InThePast)),
        ("WhyNot, TooSoon", OutcomePhrases.WhyNot(DayVerdict.TooSoon)),
        ("WhyNot, TooFar", OutcomePhrases.WhyNot(DayVerdict.TooFar)),
        ("WhyNot, NotAShippingDay", OutcomePhrases.WhyNot(DayVerdict.NotAShippingDay)),
        ("AskFor, many", OutcomePhrases.AskFor(SampleOrder.Policy.PossibleDays(SampleOrder.Now))),
        ("AskFor, two", OutcomePhrases.AskFor(new ShippingPolicy { LatestDaysAhead = 2 }.PossibleDays(SampleOrder.Now))),
        ("GaveUp", DialogPhrases.GaveUp),
        ("NoDayToChoose", DialogPhrases.NoDayToChoose),
        ("InvalidRequest, Unavailable", OutcomePhrases.InvalidRequest),
    ];

    [Fact]
    public void Every_phrase_is_the_one_that_was_approved()
    {
        var text = new StringBuilder();
        foreach (var (name, phrase) in Phrases)
        {
            text.Append(name).Append('\n');
            text.Append("  ").Append(phrase.Japanese).Append("|\n");
            text.Append("  ").Append(phrase.English).Append("|\n\n");
        }

        Approved.Holds(
            "dialog-phrases",
            text.ToString(),
            "Callers hear these words, and a space before the | divides them from the next: have both languages read by somebody "
                + "who speaks them.");
    }

    [Fact]
    public void Every_phrase_is_safe_to_speak_and_none_is_missing()
    {
        Assert.All(Phrases, entry =>
        {
            Assert.NotEmpty(entry.Phrase.Japanese);
            Assert.NotEmpty(entry.Phrase.English);
            Assert.Empty(SpeechRules.BrokenBy(entry.Phrase.Japanese));
            Assert.Empty(SpeechRules.BrokenBy(entry.Phrase.English));
        });
    }
}
