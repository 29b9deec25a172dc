using System.Text;
using NodaTime;
using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect.Tests;

public sealed class DialogPhraseTests
{
    static readonly LocalDate Day = new(2026, 12, 3);

    static readonly (string Name, Func<PhraseBook, string> Say)[] Phrases =
    [
        ("Begin", words => words.Say(LinePhrases.Begin, "Jacket")),
        ("Begin, without an item", words => words.Say(LinePhrases.BeginWithoutItem)),
        ("ReadBack", words => words.Say(LinePhrases.ReadBack, new DateWords(words).Day(Day))),
        ("AlreadyShipsOn", words => words.Say(LinePhrases.AlreadyShipsOn, new DateWords(words).Day(Day))),
        ("Denied", words => words.Say(LinePhrases.Denied)),
        ("Silence", words => words.Say(LinePhrases.Silence)),
        ("DateNotUnderstood", words => words.Say(LinePhrases.DateNotUnderstood)),
        ("DateByKeypad", words => words.Say(LinePhrases.DateByKeypad)),
        ("YesOrNo", words => words.Say(LinePhrases.YesOrNo)),
        ("YesOrNoByKeypad", words => words.Say(LinePhrases.YesOrNoByKeypad)),
        ("WhyNot, InThePast", words => new OutcomeWords(words).WhyNot(DayVerdict.InThePast)),
        ("WhyNot, TooSoon", words => new OutcomeWords(words).WhyNot(DayVerdict.TooSoon)),
        ("WhyNot, TooFar", words => new OutcomeWords(words).WhyNot(DayVerdict.TooFar)),
        ("WhyNot, NotAShippingDay", words => new OutcomeWords(words).WhyNot(DayVerdict.NotAShippingDay)),
        ("AskFor, many", words => new OutcomeWords(words).AskFor(SampleOrder.Policy.PossibleDays(SampleOrder.Now))),
        ("AskFor, two", words => new OutcomeWords(words).AskFor(new ShippingPolicy { LatestDaysAhead = 2 }.PossibleDays(SampleOrder.Now))),
        ("GaveUp", words => words.Say(LinePhrases.GaveUp)),
        ("NoDayToChoose", words => words.Say(LinePhrases.NothingToChooseInDialogue)),
        ("InvalidRequest, Unavailable", words => new OutcomeWords(words).InvalidRequest),
    ];

    [Fact]
    public void Every_phrase_is_the_one_that_was_approved()
    {
        var text = new StringBuilder();
        foreach (var (name, say) in Phrases)
        {
            text.Append(name).Append('\n');
            text.AppendJoin("", Spoken.All.Select(words => $"  {say(words)}\n")).Append('\n');
        }

        Approved.Holds(
            "dialog-phrases",
            text.ToString(),
            "Callers hear these words: have both languages read by somebody who speaks them.");
    }

    [Fact]
    public void Every_phrase_is_safe_to_speak_and_none_is_missing()
    {
        Assert.All(Phrases.SelectMany(phrase => Spoken.All.Select(phrase.Say)), said =>
        {
            Assert.NotEmpty(said);
            Assert.Empty(SpeechRules.BrokenBy(said));
        });
    }
}
