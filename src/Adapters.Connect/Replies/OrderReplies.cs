using NodaTime.Text;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>The one map from what happened to what a flow reads.</summary>
/// <remarks>Flags are <c>True</c> or <c>False</c>, and <c>none</c> where the line does not know: an outage must not look like
/// an order that was not found.</remarks>
static class OrderReplies
{
    static readonly Possibilities Nothing = new(CanCancel: false, CanReschedule: false, ShippingDays.None);

    public static Reply For(LookUpOutcome outcome, Language language)
    {
        var phrase = OutcomePhrases.For(outcome);
        return outcome switch
        {
            LookUpOutcome.OrderFound(var order, var offer) => Common(Outcome.OrderFound, succeeded: true, phrase, language, offer)
                .With("recordFound", "True")
                .With("customerName", Speakable.Text(order.CustomerName, language))
                .With("orderId", order.Id.ToString())
                .With("orderedItem", Speakable.Text(order.Item, language))
                .With("shippingDate", LocalDatePattern.Iso.Format(order.ShippingDate))
                .With("isCancel", Flag(order.State is OrderState.Cancelled)),
            LookUpOutcome.NoOrder => WithoutOrder(Common(Outcome.NoOrder, succeeded: true, phrase, language, Nothing), "False"),
            LookUpOutcome.CallerUnidentified =>
                WithoutOrder(Common(Outcome.CallerUnidentified, succeeded: true, phrase, language, Nothing), "False"),
            LookUpOutcome.InvalidRequest => Invalid(ConnectFunction.OrderTableRead, language),
            _ => throw NoReplyFor(outcome),
        };
    }

    public static Reply For(CancelOutcome outcome, Language language)
    {
        var phrase = OutcomePhrases.For(outcome);
        return outcome switch
        {
            CancelOutcome.Cancelled => Common(Outcome.Cancelled, succeeded: true, phrase, language, Nothing),
            CancelOutcome.AlreadyCancelled => Common(Outcome.AlreadyCancelled, succeeded: true, phrase, language, Nothing),
            CancelOutcome.TooLateToCancel => Refused(Outcome.TooLateToCancel),
            CancelOutcome.NoOrder => Refused(Outcome.NoOrder),
            CancelOutcome.CallerUnidentified => Refused(Outcome.CallerUnidentified),
            CancelOutcome.InvalidRequest => Invalid(ConnectFunction.CancelOrder, language),
            _ => throw NoReplyFor(outcome),
        };

        Reply Refused(Outcome reason) => Common(reason, succeeded: false, phrase, language, Nothing);
    }

    public static Reply For(RescheduleOutcome outcome, Language language)
    {
        var phrase = OutcomePhrases.For(outcome);
        return outcome switch
        {
            RescheduleOutcome.Rescheduled(_, _, var offer) => Common(Outcome.Rescheduled, succeeded: true, phrase, language, offer),
            RescheduleOutcome.Unchanged(_, var offer) => Common(Outcome.Unchanged, succeeded: true, phrase, language, offer),
            RescheduleOutcome.OrderIsCancelled => Refused(Outcome.OrderIsCancelled, Nothing),
            RescheduleOutcome.TooLateToReschedule => Refused(Outcome.TooLateToReschedule, Nothing),
            RescheduleOutcome.WhichDay(_, var offer) => Refused(Outcome.WhichDay, offer),
            RescheduleOutcome.DateNotUnderstood(var offer) => Refused(Outcome.DateNotUnderstood, offer),
            RescheduleOutcome.DayNotPossible(var verdict, var offer) => Refused(For(verdict), offer),
            RescheduleOutcome.NoOrder => Refused(Outcome.NoOrder, Nothing),
            RescheduleOutcome.CallerUnidentified => Refused(Outcome.CallerUnidentified, Nothing),
            RescheduleOutcome.InvalidRequest => Invalid(ConnectFunction.ChangeOrderDate, language),
            _ => throw NoReplyFor(outcome),
        };

        Reply Refused(Outcome reason, Possibilities offer) => Common(reason, succeeded: false, phrase, language, offer);
    }

    /// <summary>The flow sent what makes no sense.</summary>
    public static Reply Invalid(ConnectFunction function, Language language) =>
        Unknown(function, Outcome.InvalidRequest, OutcomePhrases.InvalidRequest, language);

    /// <summary>The line failed. Whether anything changed is not known.</summary>
    public static Reply Unavailable(ConnectFunction function, Language language) =>
        Unknown(function, Outcome.Unavailable, OutcomePhrases.Unavailable, language);

    static Reply Unknown(ConnectFunction function, Outcome outcome, Phrase phrase, Language language)
    {
        var reply = Common(outcome, succeeded: false, phrase, language, offer: null);
        return function == ConnectFunction.OrderTableRead ? WithoutOrder(reply, Reply.None) : reply;
    }

    static Reply Common(Outcome outcome, bool succeeded, Phrase phrase, Language language, Possibilities? offer) =>
        new Reply(outcome)
            .With("lambdaResult", succeeded ? "Success" : "Error")
            .With("outcome", outcome.ToString())
            .With("message", phrase.In(language))
            .With("canCancel", offer is null ? Reply.None : Flag(offer.CanCancel))
            .With("canReschedule", offer is null ? Reply.None : Flag(offer.CanReschedule))
            .With("earliestDate", offer is { Days: [var earliest, ..] } ? LocalDatePattern.Iso.Format(earliest) : Reply.None)
            .With("latestDate", offer is { Days: [.., var latest] } ? LocalDatePattern.Iso.Format(latest) : Reply.None);

    static Reply WithoutOrder(Reply reply, string recordFound) => reply
        .With("recordFound", recordFound)
        .With("customerName", Reply.None)
        .With("orderId", Reply.None)
        .With("orderedItem", Reply.None)
        .With("shippingDate", Reply.None)
        .With("isCancel", Reply.None);

    static Outcome For(DayVerdict verdict) => verdict switch
    {
        DayVerdict.InThePast => Outcome.DateInThePast,
        DayVerdict.TooSoon => Outcome.DateTooSoon,
        DayVerdict.TooFar => Outcome.DateTooFar,
        DayVerdict.NotAShippingDay => Outcome.NotAShippingDay,
        _ => throw NoReplyFor(verdict),
    };

    static string Flag(bool value) => value ? "True" : "False";

    static NotSupportedException NoReplyFor(object outcome) => new($"No reply for {outcome}.");
}
