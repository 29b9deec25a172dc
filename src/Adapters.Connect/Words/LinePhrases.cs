using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>Everything that the functions and the dialogue can say, and the line's own words for it.</summary>
public static class LinePhrases
{
    internal static readonly Phrase Between = new("speech.between") { Use = PhraseUse.Joint };
    internal static readonly Phrase And = new("speech.and") { Use = PhraseUse.Joint };
    internal static readonly Phrase SomeItem = new("speech.someItem");

    internal static readonly Phrase Yes = new("answers.yes") { Use = PhraseUse.Heard };
    internal static readonly Phrase No = new("answers.no") { Use = PhraseUse.Heard };
    internal static readonly Phrase AroundAnAnswer = new("answers.around") { Use = PhraseUse.Heard };

    internal static readonly Phrase Date = new("date.day", "month", "day", "weekday");
    internal static readonly Phrase Weekdays = new("date.weekdays") { Count = 7 };
    internal static readonly Phrase Months = new("date.months") { Count = 12 };
    internal static readonly Phrase Days = new("date.days") { Count = 31 };
    internal static readonly Phrase Few = new("date.few", "days");
    internal static readonly Phrase Or = new("date.or") { Use = PhraseUse.Joint };
    internal static readonly Phrase Many = new("date.many", "first", "last");

    internal static readonly Phrase Found = new("order.found", "item");
    internal static readonly Phrase FoundCancelled = new("order.foundCancelled", "item");
    internal static readonly Phrase FoundWithCarrier = new("order.foundWithCarrier", "item");
    internal static readonly Phrase NoOrder = new("order.noOrder");
    internal static readonly Phrase CallerUnidentified = new("order.callerUnidentified");
    internal static readonly Phrase InvalidRequest = new("order.invalidRequest");
    internal static readonly Phrase Unavailable = new("order.unavailable");
    internal static readonly Phrase Cancelled = new("order.cancelled");
    internal static readonly Phrase AlreadyCancelled = new("order.alreadyCancelled");
    internal static readonly Phrase TooLate = new("order.tooLate");
    internal static readonly Phrase Rescheduled = new("order.rescheduled", "day");
    internal static readonly Phrase Unchanged = new("order.unchanged", "day");
    internal static readonly Phrase CancelledCannotMove = new("order.cancelledCannotMove");
    internal static readonly Phrase ChangedMeanwhile = new("order.changedMeanwhile", "day");
    internal static readonly Phrase CancelledMeanwhile = new("order.cancelledMeanwhile");
    internal static readonly Phrase ShippedMeanwhile = new("order.shippedMeanwhile");

    internal static readonly Phrase DidYouMean = new("day.didYouMean", "day");
    internal static readonly Phrase Choose = new("day.choose", "days");
    internal static readonly Phrase NothingToChoose = new("day.nothingToChoose");
    internal static readonly Phrase DateNotUnderstood = new("day.notUnderstood");
    internal static readonly Phrase InThePast = new("day.inThePast");
    internal static readonly Phrase TooSoon = new("day.tooSoon");
    internal static readonly Phrase TooFar = new("day.tooFar");
    internal static readonly Phrase NotAShippingDay = new("day.notAShippingDay");

    internal static readonly Phrase Begin = new("dialogue.begin", "item");
    internal static readonly Phrase BeginWithoutItem = new("dialogue.beginWithoutItem");
    internal static readonly Phrase ReadBack = new("dialogue.readBack", "day");
    internal static readonly Phrase AlreadyShipsOn = new("dialogue.alreadyShipsOn", "day");
    internal static readonly Phrase Denied = new("dialogue.denied");
    internal static readonly Phrase Silence = new("dialogue.silence");
    internal static readonly Phrase YesOrNo = new("dialogue.yesOrNo");
    internal static readonly Phrase YesOrNoByKeypad = new("dialogue.yesOrNoByKeypad");
    internal static readonly Phrase DateByKeypad = new("dialogue.dateByKeypad");
    internal static readonly Phrase GaveUp = new("dialogue.gaveUp");
    internal static readonly Phrase NothingToChooseInDialogue = new("dialogue.nothingToChoose");

    /// <summary>Everything that the functions and the dialogue can say.</summary>
    public static Vocabulary Vocabulary { get; } = new(
    [
        Between, And, SomeItem,
        Yes, No, AroundAnAnswer,
        Date, Weekdays, Months, Days, Few, Or, Many,
        Found, FoundCancelled, FoundWithCarrier, NoOrder, CallerUnidentified, InvalidRequest, Unavailable, Cancelled, AlreadyCancelled, TooLate,
        Rescheduled, Unchanged, CancelledCannotMove, ChangedMeanwhile, CancelledMeanwhile, ShippedMeanwhile,
        DidYouMean, Choose, NothingToChoose, DateNotUnderstood, InThePast, TooSoon, TooFar, NotAShippingDay,
        Begin, BeginWithoutItem, ReadBack, AlreadyShipsOn, Denied, Silence, YesOrNo, YesOrNoByKeypad, DateByKeypad, GaveUp,
        NothingToChooseInDialogue,
    ]);

    /// <summary>The line's own words, Japanese first.</summary>
    public static LineWords Standard { get; } = new([Language.Japanese, Language.English], language => new(language, BuiltIn(language)));

    internal static string Join(string first, string second, PhraseBook words) =>
        first.Length == 0 || second.Length == 0 ? first + second : $"{first}{words.Say(Between)}{second}";

    /// <summary>The languages of which the line has words of its own.</summary>
    public static bool AreBuiltIn(Language language) => language == Language.Japanese || language == Language.English;

    /// <summary>The workshop's words in such a language, of everything that it said otherwise: functions, dialogue, flows and messages.
    /// </summary>
    internal static Dictionary<string, string> OfTheWorkshop(Language language) =>
        WordFile.Read(typeof(LinePhrases).Assembly.GetManifestResourceStream($"demo.{language}.json")!);

    /// <summary>The line's own words in such a language.</summary>
    public static Dictionary<string, string> BuiltIn(Language language) =>
        WordFile.Read(typeof(LinePhrases).Assembly.GetManifestResourceStream($"words.{language}.json")!);
}
