using NodaTime.Text;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>The one map from what happened to what a flow reads.</summary>
/// <remarks>Flags are <c>True</c> or <c>False</c>, and <c>none</c> where the line does not know: an outage must not look like
/// an order that was not found.</remarks>
static class OrderReplies
{
    public static Reply For(LookUpOutcome answer, Language language)
    {
        return answer switch
        {
            LookUpOutcome.OrderFound(var order, var offer) => Answer(offer, order)
                .With("recordFound", "True")
                .With("customerName", Speakable.Text(order.CustomerName, language))
                .With("orderId", order.Id.ToString())
                .With("orderedItem", Speakable.Text(order.Item, language))
                .With("shippingDate", LocalDatePattern.Iso.Format(order.ShippingDate))
                .With("isCancel", Flag(order.State is OrderState.Cancelled)),
            LookUpOutcome.InvalidRequest => Invalid(ConnectFunction.OrderTableRead, language),
            _ => WithoutOrder(Answer(Offer.Nothing, order: null), "False"),
        };

        Reply Answer(Offer offer, Order? order) =>
            Common(answer.Name(), answer.IsSuccess(), OutcomePhrases.For(answer), language, offer, order);
    }

    public static Reply For(CancelOutcome answer, Language language)
    {
        return answer switch
        {
            CancelOutcome.Decided(_, var order, var offer) => Answer(offer, order),
            CancelOutcome.InvalidRequest => Invalid(ConnectFunction.CancelOrder, language),
            _ => Answer(Offer.Nothing, order: null),
        };

        Reply Answer(Offer offer, Order? order) =>
            Common(answer.Name(), answer.IsSuccess(), OutcomePhrases.For(answer), language, offer, order);
    }

    public static Reply For(RescheduleOutcome answer, Language language)
    {
        return answer switch
        {
            RescheduleOutcome.Decided(_, var order, var offer) => Answer(offer, order),
            RescheduleOutcome.InvalidRequest => Invalid(ConnectFunction.ChangeOrderDate, language),
            _ => Answer(Offer.Nothing, order: null),
        };

        Reply Answer(Offer offer, Order? order) =>
            Common(answer.Name(), answer.IsSuccess(), OutcomePhrases.For(answer), language, offer, order);
    }

    /// <summary>The flow sent what makes no sense.</summary>
    public static Reply Invalid(ConnectFunction function, Language language) =>
        Unknown(function, Outcome.InvalidRequest, OutcomePhrases.InvalidRequest, language);

    /// <summary>The line failed. Whether anything changed is not known.</summary>
    public static Reply Unavailable(ConnectFunction function, Language language) =>
        Unknown(function, Outcome.Unavailable, OutcomePhrases.Unavailable, language);

    static Reply Unknown(ConnectFunction function, Outcome outcome, Phrase phrase, Language language)
    {
        var reply = Common(outcome, succeeded: false, phrase, language, offer: null, order: null);
        return function == ConnectFunction.OrderTableRead ? WithoutOrder(reply, Reply.None) : reply;
    }

    // What every reply carries. A reply that is about an order says what the line did to it last, whatever the outcome.
    static Reply Common(Outcome outcome, bool succeeded, Phrase phrase, Language language, Offer? offer, Order? order) =>
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
