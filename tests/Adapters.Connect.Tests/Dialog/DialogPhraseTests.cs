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
        ("HowCanIHelp", words => words.Say(LinePhrases.HowCanIHelp)),
        ("AnythingElse", words => words.Say(LinePhrases.AnythingElse)),
        ("Help", words => words.Say(LinePhrases.Help)),
        ("OperatorOnly", words => words.Say(LinePhrases.OperatorOnly)),
        ("Gladly, WhichDay", words => LinePhrases.Join(words.Say(LinePhrases.Gladly), words.Say(LinePhrases.AskForDay), words)),
        ("ReadBack", words => words.Say(LinePhrases.ReadBack, new DateWords(words).Day(Day))),
        ("AlreadyShipsOn", words => words.Say(LinePhrases.AlreadyShipsOn, new DateWords(words).Day(Day))),
        ("DeliveredOn", words => words.Say(LinePhrases.DeliveredOn, new DateWords(words).Day(Day), "2")),
        ("ShippingDayOnly", words => words.Say(LinePhrases.ShippingDayOnly)),
        ("Cancel", words => words.Say(LinePhrases.Cancel)),
        ("CancelOrKeep", words => words.Say(LinePhrases.CancelOrKeep)),
        ("CancelOrKeepByKeypad", words => words.Say(LinePhrases.CancelOrKeepByKeypad)),
        ("Kept", words => words.Say(LinePhrases.Kept)),
        ("Silence", words => words.Say(LinePhrases.Silence)),
        ("NotUnderstood", words => words.Say(LinePhrases.NotUnderstood)),
        ("WrongKey", words => words.Say(LinePhrases.WrongKey)),
        ("DateNotUnderstood", words => words.Say(LinePhrases.DateNotUnderstood)),
        ("DateByKeypad", words => words.Say(LinePhrases.DateByKeypad)),
        ("YesOrNo", words => words.Say(LinePhrases.YesOrNo)),
        ("YesOrNoByKeypad", words => words.Say(LinePhrases.YesOrNoByKeypad)),
        ("WhyNot, InThePast", words => Offered(DayVerdict.InThePast, words)),
        ("WhyNot, TooSoon", words => Offered(DayVerdict.TooSoon, words)),
        ("WhyNot, TooFar", words => Offered(DayVerdict.TooFar, words)),
        ("WhyNot, NotAShippingDay", words => Offered(DayVerdict.NotAShippingDay, words)),
        ("WhyNot, Packing", words => new OutcomeWords(words).WhyNot(new OrderStanding.Packing())),
        ("WhyNot, Shipped", words => new OutcomeWords(words).WhyNot(new OrderStanding.Shipped(Day))),
        ("WhyNot, Cancelled", words => new OutcomeWords(words).WhyNot(new OrderStanding.Cancelled())),
        ("Status, Placed", words => Status(new OrderStanding.Placed(), wasMoved: false, words)),
        ("Status, moved", words => Status(new OrderStanding.Placed(), wasMoved: true, words)),
        ("Status, Packing", words => Status(new OrderStanding.Packing(), wasMoved: false, words)),
        ("Status, Shipped", words => Status(new OrderStanding.Shipped(Day), wasMoved: false, words)),
        ("Status, Cancelled", words => Status(new OrderStanding.Cancelled(), wasMoved: false, words)),
        ("AskFor, many", words => new OutcomeWords(words).AskFor(SampleOrder.Policy.PossibleDays(SampleOrder.Now))),
        ("AskFor, two", words => new OutcomeWords(words).AskFor(new ShippingPolicy { LatestDaysAhead = 2 }.PossibleDays(SampleOrder.Now))),
        ("NoDayToChoose", words => words.Say(LinePhrases.NothingToChoose)),
        ("ForOperator", words => words.Say(LinePhrases.ForOperator)),
        ("ForNotUnderstood", words => words.Say(LinePhrases.ForNotUnderstood)),
        ("ForNoDay", words => words.Say(LinePhrases.ForNoDay)),
        ("ForAnotherOrder", words => words.Say(LinePhrases.ForAnotherOrder)),
        ("ForReturn", words => words.Say(LinePhrases.ForReturn)),
        ("ForAddress", words => words.Say(LinePhrases.ForAddress)),
        ("ForPayment", words => words.Say(LinePhrases.ForPayment)),
        ("ForOtherBusiness", words => words.Say(LinePhrases.ForOtherBusiness)),
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

    static string Offered(DayVerdict verdict, PhraseBook words) =>
        LinePhrases.Join(new OutcomeWords(words).WhyNot(verdict), new OutcomeWords(words).Offer(Day, verdict), words);

    static string Status(OrderStanding standing, bool wasMoved, PhraseBook words) =>
        new OutcomeWords(words).Status(new(standing, "Jacket", Day, wasMoved));
}
