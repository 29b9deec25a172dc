using NodaTime;
using OrderHotline.Application;
using OrderHotline.Domain;
using static OrderHotline.Adapters.Connect.DateSpeech;

namespace OrderHotline.Adapters.Connect;

/// <summary>What the caller hears for every outcome. Nothing here claims more than is stored: a message is on its way, never sent.</summary>
public static class OutcomePhrases
{
    /// <summary>The flow sent what makes no sense.</summary>
    public static readonly Phrase InvalidRequest = new(
        "申し訳ございません。ただいまこのお手続きを承ることができません。オペレーターにお申し付けください。",
        "I'm sorry, this cannot be done right now. Please ask for an operator.");

    /// <summary>The line failed; whether anything changed is not known, and is not claimed.</summary>
    public static readonly Phrase Unavailable = new(
        "申し訳ございません。ただいまご注文の状況を確認できません。しばらくしてからおかけ直しいただくか、オペレーターにお申し付けください。",
        "I'm sorry, I cannot reach your order right now. Please call again a little later, or ask for an operator.");

    static readonly Phrase CallerUnidentified = new(
        "お客様のお電話番号を確認できませんでした。オペレーターにお申し付けください。",
        "I could not identify your phone number. Please ask for an operator.");

    static readonly Phrase NoOrder = new(
        "お客様のお電話番号では、ご注文が見つかりませんでした。",
        "I found no order for your phone number.");

    static readonly Phrase TooLate = new(
        "ご注文の商品はすでに配送業者にお渡ししているため、変更もキャンセルもできません。",
        "Your order is already with the carrier, so it can be neither changed nor cancelled.");

    static readonly Phrase NoDayToChoose = new(
        "申し訳ございません。ただいまお選びいただける発送日がございません。オペレーターにお申し付けください。",
        "I'm sorry, there is no shipping date to choose right now. Please ask for an operator.");

    /// <summary>No date was understood; to be followed by a question.</summary>
    public static readonly Phrase DateNotUnderstood = new("日付を聞き取れませんでした。", "I did not catch the date. ");

    /// <summary>How the order stands, and whether the call is about it.</summary>
    public static Phrase For(LookUpOutcome outcome) => outcome switch
    {
        LookUpOutcome.OrderFound { Order: { State: OrderState.Cancelled } order } => Found(
            order, "、そのご注文はキャンセルを承っております。", ", and that order is cancelled."),
        LookUpOutcome.OrderFound { Order: var order, Offer.CanCancel: false } => Found(
            order, "、すでに配送業者にお渡ししております。", ", and it is already with the carrier."),
        LookUpOutcome.OrderFound { Order: var order } => new(
            $"最近{Item(order, Language.Japanese)}をご購入いただきましたが、これに関するご質問ですか？",
            $"You recently bought {Item(order, Language.English)}. Are you calling about that order?"),
        LookUpOutcome.NoOrder => NoOrder,
        LookUpOutcome.CallerUnidentified => CallerUnidentified,
        LookUpOutcome.InvalidRequest => InvalidRequest,
        _ => throw NoPhraseFor(outcome),
    };

    /// <summary>What came of a wish to cancel.</summary>
    public static Phrase For(CancelOutcome outcome) => outcome switch
    {
        CancelOutcome.Decided(var decision, var order, _) => For(decision, order),
        CancelOutcome.NoOrder => NoOrder,
        CancelOutcome.CallerUnidentified => CallerUnidentified,
        CancelOutcome.InvalidRequest => InvalidRequest,
        _ => throw NoPhraseFor(outcome),
    };

    /// <summary>What is said to a wish for another day.</summary>
    public static Phrase For(RescheduleOutcome outcome) => outcome switch
    {
        RescheduleOutcome.Decided(var decision, var order, var offer) => For(decision, order, offer),
        RescheduleOutcome.NoOrder => NoOrder,
        RescheduleOutcome.CallerUnidentified => CallerUnidentified,
        RescheduleOutcome.InvalidRequest => InvalidRequest,
        _ => throw NoPhraseFor(outcome),
    };

    static Phrase For(CancelDecision decision, Order order) => decision switch
    {
        CancelDecision.Cancelled or CancelDecision.CancelledByThisWish => new(
            "ご注文をキャンセルいたしました。確認のメッセージを携帯電話にお送りします。",
            "Your order is cancelled. A text message to confirm it is on its way."),
        CancelDecision.AlreadyCancelled => new(
            "ご注文はすでにキャンセルされています。",
            "Your order has already been cancelled."),
        CancelDecision.ChangedMeanwhile => ChangedMeanwhile(order),
        CancelDecision.TooLateToCancel => TooLate,
        _ => throw NoPhraseFor(decision),
    };

    static Phrase For(RescheduleDecision decision, Order order, Offer offer) => decision switch
    {
        RescheduleDecision.Rescheduled => Rescheduled(order.ShippingDate),
        RescheduleDecision.RescheduledByThisWish(var granted) => Rescheduled(granted.To),
        RescheduleDecision.Unchanged => new(
            $"ご注文は、もともと{Japanese(order.ShippingDate)}に発送の予定です。",
            $"Your order already ships on {English(order.ShippingDate)}."),
        RescheduleDecision.ChangedMeanwhile => ChangedMeanwhile(order),
        RescheduleDecision.OrderIsCancelled => new(
            "ご注文はすでにキャンセルされているため、発送日を変更できません。",
            "Your order has been cancelled, so its shipping date cannot be changed."),
        RescheduleDecision.TooLateToReschedule => TooLate,
        RescheduleDecision.WhichDay([var proposed]) => new(
            $"発送日は{Japanese(proposed)}でしょうか？何月何日かを、もう一度お話しください。",
            $"Did you mean {English(proposed)}? Please say the day once more."),
        RescheduleDecision.WhichDay(var days) => AskFor(days),
        RescheduleDecision.DateNotUnderstood => AskFor(offer.Days, DateNotUnderstood),
        RescheduleDecision.DayNotPossible(var verdict) => AskFor(offer.Days, WhyNot(verdict)),
        _ => throw NoPhraseFor(decision),
    };

    static Phrase Rescheduled(LocalDate to) => new(
        $"発送日を{Japanese(to)}に変更いたしました。確認のメッセージを携帯電話にお送りします。",
        $"Your order now ships on {English(to)}. A text message to confirm it is on its way.");

    /// <summary>Why a day cannot be had; to be followed by a question.</summary>
    public static Phrase WhyNot(DayVerdict verdict) => verdict switch
    {
        DayVerdict.InThePast => new("その日はもう過ぎています。", "That day has already passed. "),
        DayVerdict.TooSoon => new("その日の発送には間に合いません。", "That is too soon for us to ship. "),
        DayVerdict.TooFar => new("その日はまだお受けできません。", "That is too far ahead. "),
        DayVerdict.NotAShippingDay => new("その日は発送をお休みしております。", "We do not ship on that day. "),
        _ => throw new NotSupportedException($"{verdict} is no reason to refuse a day."),
    };

    /// <summary>Asks for one of the days.</summary>
    public static Phrase AskFor(ShippingDays days) => days.Count == 0 ? NoDayToChoose : new(
        $"発送日は、{JapaneseChoice(days)}お選びいただけます。何月何日がよろしいですか？",
        $"You can choose {EnglishChoice(days)}. Which day would you like?");

    static Phrase ChangedMeanwhile(Order order) => order.State switch
    {
        OrderState.Cancelled => new(
            "ご注文はその後変更があり、現在はキャンセルされています。",
            "Your order has been changed again in the meantime: it is now cancelled."),
        OrderState.Shipped => new(
            "ご注文はその後変更があり、すでに発送されています。",
            "Your order has been changed again in the meantime: it has already shipped."),
        _ => new(
            $"ご注文はその後変更があり、現在は{Japanese(order.ShippingDate)}に発送の予定です。",
            $"Your order has been changed again in the meantime: it now ships on {English(order.ShippingDate)}."),
    };

    static Phrase AskFor(ShippingDays days, Phrase first) => days.Count == 0 ? NoDayToChoose : new(
        first.Japanese + AskFor(days).Japanese, first.English + AskFor(days).English);

    static Phrase Found(Order order, string japaneseState, string englishState) => new(
        $"最近{Item(order, Language.Japanese)}をご購入いただきましたが{japaneseState}これに関するご質問ですか？",
        $"You recently bought {Item(order, Language.English)}{englishState} Are you calling about that order?");

    static string Item(Order order, Language language) => (Speakable.Text(order.Item, language), language) switch
    {
        ("", Language.Japanese) => "商品",
        ("", _) => "something from us",
        var (item, _) => item,
    };

    static NotSupportedException NoPhraseFor(object outcome) => new($"No phrase for {outcome.GetType().Name}.");
}
