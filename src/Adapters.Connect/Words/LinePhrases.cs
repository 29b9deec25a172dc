using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>Everything that the functions and the dialogue can say, and the line's own words for it.</summary>
public static class LinePhrases
{
    internal static readonly Phrase Between = new("speech.between") { Use = PhraseUse.Joint };
    internal static readonly Phrase And = new("speech.and") { Use = PhraseUse.Joint };
    internal static readonly Phrase SomeItem = new("speech.someItem");
    internal static readonly Phrase OrderOf = new("speech.orderOf", "item");
    internal static readonly Phrase OrderNumber = new("speech.orderNumber", "number");

    internal static readonly Phrase Yes = new("answers.yes") { Use = PhraseUse.Heard };
    internal static readonly Phrase No = new("answers.no") { Use = PhraseUse.Heard };
    internal static readonly Phrase StopIt = new("answers.stop") { Use = PhraseUse.Heard };
    internal static readonly Phrase NothingMore = new("answers.nothingMore") { Use = PhraseUse.Heard };
    internal static readonly Phrase AnotherDay = new("answers.anotherDay") { Use = PhraseUse.Heard };
    internal static readonly Phrase YesToMoving = new("answers.yesToMoving") { Use = PhraseUse.Heard };
    internal static readonly Phrase YesToCancelling = new("answers.yesToCancelling") { Use = PhraseUse.Heard };
    internal static readonly Phrase Delivery = new("answers.delivery") { Use = PhraseUse.Heard };
    internal static readonly Phrase AroundAnAnswer = new("answers.around") { Use = PhraseUse.Heard };

    internal static readonly Phrase Date = new("date.day", "month", "day", "weekday");
    internal static readonly Phrase Weekdays = new("date.weekdays") { Count = 7 };
    internal static readonly Phrase Months = new("date.months") { Count = 12 };
    internal static readonly Phrase Days = new("date.days") { Count = 31 };
    internal static readonly Phrase Few = new("date.few", "days");
    internal static readonly Phrase Or = new("date.or") { Use = PhraseUse.Joint };
    internal static readonly Phrase Many = new("date.many", "first", "last");

    internal static readonly Phrase Ships = new("status.ships", "item", "day");
    internal static readonly Phrase ShipsAsChanged = new("status.shipsAsChanged", "item", "day");
    internal static readonly Phrase IsBeingPacked = new("status.isBeingPacked", "item", "day");
    internal static readonly Phrase HasShipped = new("status.hasShipped", "item", "day");
    internal static readonly Phrase IsCancelled = new("status.isCancelled", "item");

    internal static readonly Phrase Found = new("order.found", "status", "item") { TakesItsPick = true };
    internal static readonly Phrase NoOrder = new("order.noOrder");
    internal static readonly Phrase CallerUnidentified = new("order.callerUnidentified");
    internal static readonly Phrase InvalidRequest = new("order.invalidRequest");
    internal static readonly Phrase Unavailable = new("order.unavailable");
    internal static readonly Phrase Cancelled = new("order.cancelled");
    internal static readonly Phrase AlreadyCancelled = new("order.alreadyCancelled");
    internal static readonly Phrase TextFollows = new("order.textFollows");
    internal static readonly Phrase TooLate = new("order.tooLate");
    internal static readonly Phrase TooLateShipped = new("order.tooLateShipped");
    internal static readonly Phrase Rescheduled = new("order.rescheduled", "day");
    internal static readonly Phrase Unchanged = new("order.unchanged", "day");
    internal static readonly Phrase CancelledCannotMove = new("order.cancelledCannotMove");
    internal static readonly Phrase ChangedMeanwhile = new("order.changedMeanwhile", "day");
    internal static readonly Phrase CancelledMeanwhile = new("order.cancelledMeanwhile");
    internal static readonly Phrase ShippedMeanwhile = new("order.shippedMeanwhile");

    internal static readonly Phrase VerifyByLastFour = new("verification.lastFour");
    internal static readonly Phrase VerifyByCode = new("verification.code");
    internal static readonly Phrase VerifyByOperator = new("verification.operator");
    internal static readonly Phrase CodeRequested = new("verification.codeRequested");
    internal static readonly Phrase CallerVerified = new("verification.verified");
    internal static readonly Phrase WrongCode = new("verification.wrong");
    internal static readonly Phrase CodeExpired = new("verification.expired");
    internal static readonly Phrase VerificationLocked = new("verification.locked");
    internal static readonly Phrase OperatorVouched = new("verification.vouched");
    internal static readonly Phrase NoOperatorConnected = new("verification.noOperator");

    internal static readonly Phrase DidYouMean = new("day.didYouMean", "day");
    internal static readonly Phrase Choose = new("day.choose", "days");
    internal static readonly Phrase Soonest = new("day.soonest", "day");
    internal static readonly Phrase Instead = new("day.instead", "day");
    internal static readonly Phrase NothingToChoose = new("day.nothingToChoose");
    internal static readonly Phrase DateNotUnderstood = new("day.notUnderstood");
    internal static readonly Phrase InThePast = new("day.inThePast");
    internal static readonly Phrase TooSoon = new("day.tooSoon");
    internal static readonly Phrase TooFar = new("day.tooFar");
    internal static readonly Phrase NotAShippingDay = new("day.notAShippingDay");

    internal static readonly Phrase HowCanIHelp = new("dialogue.howCanIHelp");
    internal static readonly Phrase AnythingElse = new("dialogue.anythingElse");
    internal static readonly Phrase Help = new("dialogue.help");
    internal static readonly Phrase OperatorOnly = new("dialogue.operatorOnly");
    internal static readonly Phrase Gladly = new("dialogue.gladly");
    internal static readonly Phrase AskForDay = new("dialogue.whichDay");
    internal static readonly Phrase ReadBack = new("dialogue.readBack", "day");
    internal static readonly Phrase AlreadyShipsOn = new("dialogue.alreadyShipsOn", "day");
    internal static readonly Phrase DeliveredOn = new("dialogue.deliveredOn", "delivery");
    internal static readonly Phrase ShippingDayOnly = new("dialogue.shippingDayOnly");
    internal static readonly Phrase Cancel = new("dialogue.cancel");
    internal static readonly Phrase CancelOrKeep = new("dialogue.cancelOrKeep");
    internal static readonly Phrase CancelOrKeepByKeypad = new("dialogue.cancelOrKeepByKeypad");
    internal static readonly Phrase Kept = new("dialogue.kept");
    internal static readonly Phrase Silence = new("dialogue.silence");
    internal static readonly Phrase NotUnderstood = new("dialogue.notUnderstood");
    internal static readonly Phrase WrongKey = new("dialogue.wrongKey");
    internal static readonly Phrase YesOrNo = new("dialogue.yesOrNo");
    internal static readonly Phrase YesOrNoByKeypad = new("dialogue.yesOrNoByKeypad");
    internal static readonly Phrase DateByKeypad = new("dialogue.dateByKeypad");

    internal static readonly Phrase ForOperator = new("reasons.operator");
    internal static readonly Phrase ForNotUnderstood = new("reasons.notUnderstood");
    internal static readonly Phrase ForNoDay = new("reasons.noDay");
    internal static readonly Phrase ForAnotherOrder = new("reasons.anotherOrder");
    internal static readonly Phrase ForReturn = new("reasons.returnGoods");
    internal static readonly Phrase ForAddress = new("reasons.changeAddress");
    internal static readonly Phrase ForPayment = new("reasons.payment");
    internal static readonly Phrase ForOtherBusiness = new("reasons.otherBusiness");

    /// <summary>Everything that the functions and the dialogue can say.</summary>
    public static Vocabulary Vocabulary { get; } = new(
    [
        Between, And, SomeItem, OrderOf, OrderNumber, Yes, No, StopIt, NothingMore, AnotherDay, YesToMoving, YesToCancelling, Delivery,
        AroundAnAnswer, Date, Weekdays, Months, Days, Few, Or, Many, Ships, ShipsAsChanged, IsBeingPacked, HasShipped, IsCancelled, Found, NoOrder,
        CallerUnidentified, InvalidRequest, Unavailable, Cancelled, AlreadyCancelled, TextFollows, TooLate, TooLateShipped,
        Rescheduled, Unchanged, CancelledCannotMove, ChangedMeanwhile, CancelledMeanwhile, ShippedMeanwhile,
        VerifyByLastFour, VerifyByCode, VerifyByOperator, CodeRequested, CallerVerified, WrongCode, CodeExpired, VerificationLocked, OperatorVouched, NoOperatorConnected, DidYouMean, Choose,
        Soonest, Instead, NothingToChoose, DateNotUnderstood, InThePast, TooSoon, TooFar, NotAShippingDay, HowCanIHelp, AnythingElse,
        Help, OperatorOnly, Gladly, AskForDay, ReadBack, AlreadyShipsOn, DeliveredOn, ShippingDayOnly, Cancel, CancelOrKeep,
        CancelOrKeepByKeypad, Kept, Silence, NotUnderstood, WrongKey, YesOrNo, YesOrNoByKeypad, DateByKeypad, ForOperator,
        ForNotUnderstood, ForNoDay, ForAnotherOrder, ForReturn, ForAddress, ForPayment, ForOtherBusiness,
    ]);

    /// <summary>The line's own words, Japanese first.</summary>
    public static LineWords Standard { get; } = new([Language.Japanese, Language.English], language => new(language, BuiltIn(language)));

    /// <summary>Two sentences, one after the other, either of which may be empty.</summary>
    public static string Join(string first, string second, PhraseBook words) =>
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
