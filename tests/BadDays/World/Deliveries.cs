using NodaTime;
using OrderHotline.Application;
using OrderHotline.Domain;
using OrderHotline.Hosts.Lambda;

namespace OrderHotline.BadDays;

/// <summary>What makes texts leave: the table's stream tells of a change, and a schedule looks every minute for what is due.</summary>
sealed class Deliveries(BadDay day)
{
    const int LargestRound = 500;
    const int StreamRetries = 3;
    static readonly Duration Longest = Duration.FromSeconds(55);
    static readonly Duration LastCall = Duration.FromSeconds(45);
    static readonly Duration Minute = Duration.FromMinutes(1);
    int rounds;

    /// <summary>The stream's filter lets through what nobody has tried to deliver.</summary>
    public void TellOf(Order order)
    {
        if (order.OwedTexts.IsEmpty || order.Texts.Delivery is not TextDelivery.Untried)
        {
            return;
        }

        var careless = day.Chance.Of(day.Weather.CarelessStream);
        var tellings = careless ? day.Chance.Between(0, 2) : 1;
        for (var telling = 0; telling < tellings; telling++)
        {
            day.Time.In(
                day.Chance.Between(Duration.FromMilliseconds(100), careless ? Duration.FromMinutes(5) : Duration.FromSeconds(1)),
                () => Deliver(order.Owner, order.Id, StreamRetries));
        }
    }

    /// <summary>Looks for what is due from now on, every minute.</summary>
    public void Begin()
    {
        day.Time.In(Minute, Begin);
        var (round, lastCall) = ($"round {++rounds}", new CancellationTokenSource());
        day.Time.In(LastCall, lastCall.Cancel);
        Kill(day.Functions.Run<RoundOutcome>(
            round,
            Longest,
            (instance, invocation) => instance.Line.Send(
                new DeliverDueTexts(new ClaimId(day.Chance.Id()), LargestRound, lastCall.Token), invocation.Cancellation),
            (_, outcome, fault) =>
            {
                switch (outcome)
                {
                    case RoundOutcome.Ended(var ends, var left, var unreadable):
                        day.Log.AddRange(ends.Select(LogLineOf));
                        day.Log.Add(TextDeliveryRecord.OfRound(ends.Length, left, unreadable.Length));
                        break;
                    case RoundOutcome.BrokenOff(var ends, _, var why):
                        day.Log.AddRange(ends.Select(LogLineOf));
                        day.Log.Add(TextDeliveryRecord.Of("none", why));
                        break;
                }

                if (fault is not null)
                {
                    day.Log.Add(TextDeliveryRecord.Of("none", fault));
                }
            }));
    }

    void Deliver(PhoneNumber owner, OrderId order, int retries)
    {
        Kill(day.Functions.Run<DeliveryOutcome>(
            $"delivery {day.Figures["invocations"] + 1}",
            Longest,
            (instance, invocation) => instance.Line.Send(
                new DeliverTexts(new Caller.Identified(owner), $"{order}", new ClaimId(day.Chance.Id())), invocation.Cancellation),
            (_, outcome, fault) =>
            {
                day.Log.Add(outcome is null ? TextDeliveryRecord.Of($"{order}", fault!) : TextDeliveryRecord.Of($"{order}", outcome));
                if (fault is not null)
                {
                    Again();
                }
            },
            died: Again));

        // What could not be noted comes back with its shard, a few times.
        void Again()
        {
            if (retries > 0)
            {
                day.Time.In(Duration.FromSeconds(1), () => Deliver(owner, order, retries - 1));
            }
        }
    }

    static string LogLineOf(OrderDelivery end) => end switch
    {
        OrderDelivery.Answered(var due, var outcome) => TextDeliveryRecord.Of($"{due.Order}", outcome),
        OrderDelivery.Failed(var due, var fault) => TextDeliveryRecord.Of($"{due.Order}", fault),
        _ => throw new NotSupportedException($"No line for {end.GetType().Name}."),
    };

    // A function that overruns its time is killed in whatever it is doing, the note of a text included.
    void Kill(Invocation overrun) => day.Time.In(Minute, overrun.Kill);
}
