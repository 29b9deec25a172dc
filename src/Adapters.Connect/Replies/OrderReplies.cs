using NodaTime.Text;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>The one map from what happened to what a flow reads.</summary>
/// <remarks>Flags are <c>True</c> or <c>False</c>, and <c>none</c> where the line does not know: an outage must not look like
/// an order that was not found.</remarks>
static class OrderReplies
{
    public static Reply For(LookUpOutcome answer, PhraseBook words)
    {
        return answer switch
        {
            LookUpOutcome.OrderFound(var order, var offer) => Answer(offer, order)
                .With("recordFound", "True")
                .With("customerName", Speakable.Text(order.CustomerName, words))
                .With("orderId", order.Id.ToString())
                .With("orderedItem", Speakable.Text(order.Item, words))
                .With(KnownOrder.SpokenItemKey, Speakable.Text(order.SpokenItemIn(words.Language), words))
                .With("isCancel", Flag(order.State is OrderState.Cancelled)),
            LookUpOutcome.InvalidRequest => Invalid(ConnectFunction.OrderTableRead, words),
            // Whether there is one is not said.
            LookUpOutcome.VerificationNeeded(var way) => WithoutOrder(Answer(offer: null, order: null, way), Reply.None),
            _ => WithoutOrder(Answer(Offer.Nothing, order: null), "False"),
        };

        Reply Answer(Offer? offer, Order? order, WayToVerify? way = null) =>
            Common(answer.Name(), answer.IsSuccess(), new OutcomeWords(words).For(answer), offer, order, words, way);
    }

    public static Reply For(CancelOutcome answer, PhraseBook words)
    {
        return answer switch
        {
            CancelOutcome.Decided(_, var order, var offer) => Answer(offer, order),
            CancelOutcome.InvalidRequest => Invalid(ConnectFunction.CancelOrder, words),
            CancelOutcome.VerificationNeeded(var way) => Answer(offer: null, order: null, way),
            _ => Answer(Offer.Nothing, order: null),
        };

        Reply Answer(Offer? offer, Order? order, WayToVerify? way = null) =>
            Common(answer.Name(), answer.IsSuccess(), new OutcomeWords(words).For(answer), offer, order, words, way);
    }

    public static Reply For(RescheduleOutcome answer, PhraseBook words)
    {
        return answer switch
        {
            RescheduleOutcome.Decided(_, var order, var offer) => Answer(offer, order),
            RescheduleOutcome.InvalidRequest => Invalid(ConnectFunction.ChangeOrderDate, words),
            RescheduleOutcome.VerificationNeeded(var way) => Answer(offer: null, order: null, way),
            _ => Answer(Offer.Nothing, order: null),
        };

        Reply Answer(Offer? offer, Order? order, WayToVerify? way = null) =>
            Common(answer.Name(), answer.IsSuccess(), new OutcomeWords(words).For(answer), offer, order, words, way);
    }

    public static Reply For(RequestCodeOutcome answer, PhraseBook words) =>
        OfVerification(answer.Name(), answer.IsSuccess(), new OutcomeWords(words).For(answer));

    public static Reply For(VerifyCallerOutcome answer, PhraseBook words) =>
        OfVerification(answer.Name(), answer.IsSuccess(), new OutcomeWords(words).For(answer));

    public static Reply For(VouchForCallerOutcome answer, PhraseBook words) =>
        OfVerification(answer.Name(), answer.IsSuccess(), new OutcomeWords(words).For(answer));

    /// <summary>The flow sent what makes no sense.</summary>
    public static Reply Invalid(ConnectFunction function, PhraseBook words) =>
        Unknown(function, Outcome.InvalidRequest, new OutcomeWords(words).InvalidRequest, words);

    /// <summary>The line failed. Whether anything changed is not known.</summary>
    public static Reply Unavailable(ConnectFunction function, PhraseBook words) =>
        Unknown(function, Outcome.Unavailable, new OutcomeWords(words).Unavailable, words);

    static Reply Unknown(ConnectFunction function, Outcome outcome, string message, PhraseBook words)
    {
        if (function is ConnectFunction.RequestCode or ConnectFunction.VerifyCaller or ConnectFunction.VouchForCaller)
        {
            return OfVerification(outcome, succeeded: false, message);
        }

        var reply = Common(outcome, succeeded: false, message, offer: null, order: null, words);
        return function == ConnectFunction.OrderTableRead ? WithoutOrder(reply, Reply.None) : reply;
    }

    static Reply OfVerification(Outcome outcome, bool succeeded, string message) => new Reply(outcome)
        .With("lambdaResult", succeeded ? "Success" : "Error")
        .With("outcome", outcome.ToString())
        .With("message", message);

    // What every reply carries. A reply that is about an order says what the line did to it last, whatever the outcome.
    static Reply Common(
        Outcome outcome, bool succeeded, string message, Offer? offer, Order? order, PhraseBook words, WayToVerify? way = null) =>
        new Reply(outcome)
            .With("lambdaResult", succeeded ? "Success" : "Error")
            .With("outcome", outcome.ToString())
            .With("message", message)
            .With("question", new OutcomeWords(words).QuestionAfter(outcome, order))
            .With("canCancel", offer is null ? Reply.None : Flag(offer.CanCancel))
            .With("canReschedule", offer is null ? Reply.None : Flag(offer.CanReschedule))
            .With("earliestDate", offer is { Days: [var earliest, ..] } ? LocalDatePattern.Iso.Format(earliest) : Reply.None)
            .With("latestDate", offer is { Days: [.., var latest] } ? LocalDatePattern.Iso.Format(latest) : Reply.None)
            .With("orderState", offer is null ? Reply.None : StandingNames.Of(offer.Standing))
            .With("shippingDate", order is null ? Reply.None : LocalDatePattern.Iso.Format(order.ShippingDate))
            .With("shippedDate", offer is { Standing: OrderStanding.Shipped(var on) } ? LocalDatePattern.Iso.Format(on) : Reply.None)
            .With("lastChange", order is { History: [.., var change] } ? Name(change) : Reply.None)
            .With("lastText", order is null ? Reply.None : Name(order.Outbox.Progress))
            .With(VerificationWays.Key, VerificationWays.Of(way));

    static Reply WithoutOrder(Reply reply, string recordFound) => reply
        .With("recordFound", recordFound)
        .With("customerName", Reply.None)
        .With("orderId", Reply.None)
        .With("orderedItem", Reply.None)
        .With(KnownOrder.SpokenItemKey, Reply.None)
        .With("isCancel", Reply.None);

    static string Name(Change change) => change switch
    {
        Change.Cancellation => "Cancelled",
        Change.Rescheduling => KnownOrder.Rescheduled,
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
