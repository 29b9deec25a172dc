using System.Globalization;
using NodaTime;
using OrderHotline.Adapters.Connect;
using OrderHotline.Adapters.Connect.Tests;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Simulation.Tests;

/// <summary>A day on which all went well: an order is moved, its message is taken, it is cancelled, and that message is taken. Each test
/// plants a fault in it.</summary>
static class SampleDay
{
    public static readonly Instant Ten = Shop.At(new LocalTime(10, 0));
    public static readonly Order AnOrder = Shop.Order(customer: 1, number: 11, shipsIn: 2);
    public static readonly Wish ToMove = new(1, "contact-1", AnOrder.Owner, ConnectFunction.ChangeOrderDate, "2026-11-30", Words: "");
    public static readonly Wish ToCancel = new(1, "contact-2", AnOrder.Owner, ConnectFunction.CancelOrder, Day: "", Words: "");

    public static OrderTrace Good()
    {
        var (moving, cancelling) = (Attempt(ToMove, 0), Attempt(ToCancel, 60));
        List<Step> steps = [];
        List<Publishing> publishings = [];
        Write(
            1,
            Moved(AnOrder, new LocalDate(2026, 11, 30), ToMove.Contact, Ten),
            new Invocation("function 1") { Asked = moving });
        Deliver(2, "message-1", AnOrder.Item);
        var held = steps[^1].After;
        Write(
            61,
            With(
                held,
                new OrderState.Cancelled(),
                entry: new Change.Cancellation(Ten + Seconds(60), Contact(ToCancel.Contact), Channel.Voice),
                outbox: held.Outbox with { Owed = [new OwedMessage.Cancellation(held.Version + 1, Language.English, Ten + Seconds(60))] }),
            new Invocation("function 2") { Asked = cancelling });
        Deliver(62, "message-2", AnOrder.Item);
        Answer(moving, Decided(new RescheduleDecision.Rescheduled(new OrderChange(AnOrder, steps[0].After))), 2);
        Answer(cancelling, Decided(new CancelDecision.Cancelled(new OrderChange(held, steps[^1].After))), 62);
        return new OrderTrace(AnOrder, steps, steps[^1].After, [moving, cancelling], publishings, IsRecovered: true);

        void Write(int second, Order after, Invocation by) =>
            steps.Add(new Step(Ten + Seconds(second), steps.Count == 0 ? AnOrder : steps[^1].After, after, new Writer.Line(by)));

        void Deliver(int second, string messageId, string item)
        {
            var (order, by) = (steps[^1].After, new Invocation($"delivery {second}"));
            var message = order.Outbox.Owed[^1];
            var claim = new MessageDelivery.Claimed(new ClaimId(new Guid(second, 0, 0, new byte[8])), Ten + Seconds(second + 60), 1, 0);
            Write(second, With(order, outbox: order.Outbox with { Delivery = claim }), by);
            publishings.Add(new Publishing(order.Owner, order.Id, message.Number, Body(message, item), Ten + Seconds(second + 1), by)
            {
                TakenAt = Ten + Seconds(second + 2),
                MessageId = messageId,
                Heard = Heard.Accepted,
            });
            var noted = new SettledMessage.Accepted(message, Ten + Seconds(second + 3), 1, 0, messageId);
            var settled = new Outbox([], new MessageDelivery.Untried(), [.. order.Outbox.Settled, noted]);
            Write(second + 3, With(steps[^1].After, outbox: settled), by);
        }
    }

    public static string Body(OwedMessage message, string item) => message is OwedMessage.NewDate moved
        ? $"Your order now ships on {moved.Date.ToString("dddd, MMMM d", CultureInfo.InvariantCulture)}.\nOrder 11: {item}"
        : $"Your order is cancelled.\nOrder 11: {item}";

    /// <summary>An order moved as the line moves it: one version on, with its entry and its message.</summary>
    public static Order Moved(Order order, LocalDate to, string contact, Instant at) => With(
        order,
        date: to,
        entry: new Change.Rescheduling(at, Contact(contact), Channel.Voice, order.ShippingDate, to, Heard: ""),
        outbox: order.Outbox with { Owed = [new OwedMessage.NewDate(order.Version + 1, Language.English, at, to)] });

    /// <summary>The next version of an order.</summary>
    public static Order With(
        Order order,
        OrderState? state = null,
        LocalDate? date = null,
        Change? entry = null,
        Outbox? outbox = null,
        string? item = null) => new(
        order.Id,
        order.Owner,
        item ?? order.Item,
        order.CustomerName,
        date ?? order.ShippingDate,
        state ?? order.State,
        order.PlacedAt,
        order.Version + 1,
        entry is null ? order.History : [.. order.History, entry],
        outbox ?? order.Outbox);

    public static CancelOutcome.Decided Decided(CancelDecision decision) => new CancelOutcome.Decided(decision, AnOrder, Offer.Nothing);

    /// <summary>Decided on the order that the decision makes, or on the first.</summary>
    public static RescheduleOutcome.Decided Decided(RescheduleDecision decision) => new RescheduleOutcome.Decided(
        decision, decision is RescheduleDecision.Rescheduled(var change) ? change.After : AnOrder, Offer.Nothing);

    public static Attempt Attempt(Wish wish, int second) => new(wish, Ten + Seconds(second));

    /// <summary>Answers an attempt in the words of the line, whatever the line would have said.</summary>
    public static Attempt Answer(Attempt attempt, object outcome, int second)
    {
        var (line, wish) = (new SaysAnything(outcome), attempt.Wish);
        var handler = wish.For is null
            ? new ContactFlowHandler((ICallLine)line, LinePhrases.Standard, TrustedChannels.None, _ => { })
            : new ContactFlowHandler((IVerificationLine)line, LinePhrases.Standard, TrustedChannels.None, _ => { });
        var json = wish.For is null
            ? new FlowEvent { Address = AnOrder.Owner.ToE164(), ContactId = wish.Contact }.With("shippingDate", "").ToJson()
            : wish.ToEvent(order: null, "ja-JP");
        var answer = handler.Answer(wish.Function, json, TestContext.Current.CancellationToken);
        (attempt.Reply, attempt.Ended) = (answer.IsCompletedSuccessfully ? answer.Result : null, Ten + Seconds(second));
        return attempt;
    }

    public static Duration Seconds(int seconds) => Duration.FromSeconds(seconds);

    public static ContactId Contact(string id) => ContactId.TryParse(id, out var contact) ? contact : default;

    sealed class SaysAnything(object outcome) : ICallLine, IVerificationLine
    {
        public Task<TOutcome> Send<TOutcome>(ICallRequest<TOutcome> request, CancellationToken cancellation) => Say<TOutcome>();

        public Task<TOutcome> Send<TOutcome>(IVerificationRequest<TOutcome> request, CancellationToken cancellation) => Say<TOutcome>();

        Task<TOutcome> Say<TOutcome>() =>
            outcome is Exception fault ? Task.FromException<TOutcome>(fault) : Task.FromResult((TOutcome)outcome);
    }
}
