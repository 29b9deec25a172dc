using NodaTime.Text;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>The one map from what happened to what a flow reads.</summary>
/// <remarks>Flags are <c>True</c> or <c>False</c>, and <c>none</c> where the line does not know: an outage must not look like
/// an order that was not found.</remarks>
static class OrderReplies
{
    public static Reply For(LookUpOutcome outcome, Language language)
    {
        var phrase = OutcomePhrases.For(outcome);
        return outcome switch
        {
            LookUpOutcome.OrderFound(var order, var offer) => Common(Outcome.OrderFound, succeeded: true, phrase, language, offer, order)
                .With("recordFound", "True")
                .With("customerName", Speakable.Text(order.CustomerName, language))
                .With("orderId", order.Id.ToString())
                .With("orderedItem", Speakable.Text(order.Item, language))
                .With("shippingDate", LocalDatePattern.Iso.Format(order.ShippingDate))
                .With("isCancel", Flag(order.State is OrderState.Cancelled)),
            LookUpOutcome.NoOrder => WithoutOrder(Common(Outcome.NoOrder, succeeded: true, phrase, language, Offer.Nothing), "False"),
            LookUpOutcome.CallerUnidentified =>
                WithoutOrder(Common(Outcome.CallerUnidentified, succeeded: true, phrase, language, Offer.Nothing), "False"),
            LookUpOutcome.InvalidRequest => Invalid(ConnectFunction.OrderTableRead, language),
            _ => throw NoReplyFor(outcome),
        };
    }

    public static Reply For(CancelOutcome outcome, Language language)
    {
        var phrase = OutcomePhrases.For(outcome);
        return outcome switch
        {
            CancelOutcome.Cancelled(var order) => Granted(Outcome.Cancelled, order),
            CancelOutcome.AlreadyCancelled(var order) => Granted(Outcome.AlreadyCancelled, order),
            CancelOutcome.TooLateToCancel(var order) => Refused(Outcome.TooLateToCancel, order),
            CancelOutcome.NoOrder => Refused(Outcome.NoOrder, order: null),
            CancelOutcome.CallerUnidentified => Refused(Outcome.CallerUnidentified, order: null),
            CancelOutcome.InvalidRequest => Invalid(ConnectFunction.CancelOrder, language),
            _ => throw NoReplyFor(outcome),
        };

        Reply Granted(Outcome what, Order order) => Common(what, succeeded: true, phrase, language, Offer.Nothing, order);

        Reply Refused(Outcome reason, Order? order) => Common(reason, succeeded: false, phrase, language, Offer.Nothing, order);
    }

    public static Reply For(RescheduleOutcome outcome, Language language)
    {
        var phrase = OutcomePhrases.For(outcome);
        return outcome switch
        {
            RescheduleOutcome.Rescheduled(var order, _, var offer) => Granted(Outcome.Rescheduled, offer, order),
            RescheduleOutcome.Unchanged(var order, var offer) => Granted(Outcome.Unchanged, offer, order),
            RescheduleOutcome.OrderIsCancelled(var order) => Refused(Outcome.OrderIsCancelled, Offer.Nothing, order),
            RescheduleOutcome.TooLateToReschedule(var order) => Refused(Outcome.TooLateToReschedule, Offer.Nothing, order),
            RescheduleOutcome.WhichDay(_, var offer) => Refused(Outcome.WhichDay, offer),
            RescheduleOutcome.DateNotUnderstood(var offer) => Refused(Outcome.DateNotUnderstood, offer),
            RescheduleOutcome.DayNotPossible(var verdict, var offer) => Refused(For(verdict), offer),
            RescheduleOutcome.NoOrder => Refused(Outcome.NoOrder, Offer.Nothing),
            RescheduleOutcome.CallerUnidentified => Refused(Outcome.CallerUnidentified, Offer.Nothing),
            RescheduleOutcome.InvalidRequest => Invalid(ConnectFunction.ChangeOrderDate, language),
            _ => throw NoReplyFor(outcome),
        };

        Reply Granted(Outcome what, Offer offer, Order order) => Common(what, succeeded: true, phrase, language, offer, order);

        Reply Refused(Outcome reason, Offer offer, Order? order = null) =>
            Common(reason, succeeded: false, phrase, language, offer, order);
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

    static Reply Common(
        Outcome outcome, bool succeeded, Phrase phrase, Language language, Offer? offer, Order? order = null) =>
        new Reply(outcome)
            .With("lambdaResult", succeeded ? "Success" : "Error")
            .With("outcome", outcome.ToString())
            .With("message", phrase.In(language))
            .With("canCancel", offer is null ? Reply.None : Flag(offer.CanCancel))
            .With("canReschedule", offer is null ? Reply.None : Flag(offer.CanReschedule))
            .With("earliestDate", offer is { Days: [var earliest, ..] } ? LocalDatePattern.Iso.Format(earliest) : Reply.None)
            .With("latestDate", offer is { Days: [.., var latest] } ? LocalDatePattern.Iso.Format(latest) : Reply.None)
            .With("lastChange", order is { History: [.., var change] } ? Name(change) : Reply.None)
            .With("lastText", order is null ? Reply.None : Name(order.Outbox.Progress));

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

    static string Name(Change change) => change switch
    {
        Change.Cancellation => "Cancelled",
        Change.Rescheduling => "Rescheduled",
        _ => throw NoReplyFor(change),
    };

    static string Name(MessageProgress progress) => progress switch
    {
        MessageProgress.NoMessage => Reply.None,
        MessageProgress.Owed => "Owed",
        MessageProgress.Delayed => "Delayed",
        MessageProgress.Accepted => "Accepted",
        MessageProgress.Refused => "Refused",
        _ => throw NoReplyFor(progress),
    };

    static string Flag(bool value) => value ? "True" : "False";

    static NotSupportedException NoReplyFor(object outcome) => new($"No reply for {outcome}.");
}
