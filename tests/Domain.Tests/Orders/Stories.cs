using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace OrderHotline.Domain.Tests;

/// <summary>
/// Generates stories that crowd where the rules meet: few contacts, few days, and clocks at the cut-off and at midnight.
/// </summary>
static class Stories
{
    static readonly LocalDate Today = Samples.Day("2026-12-01");

    public static Gen<ShippingPolicy> Policies =>
        from zone in Gen.Elements("Asia/Tokyo", "Asia/Tokyo", "America/New_York", "UTC", "Pacific/Kiritimati")
        from cutOff in Gen.Elements(new LocalTime(17, 0), new LocalTime(17, 0), LocalTime.Midnight, new LocalTime(23, 59))
        from ahead in Gen.Elements(2, 5, 30)
        from closedWeekdays in Gen.SubListOf(Enum.GetValues<IsoDayOfWeek>().Except([IsoDayOfWeek.None, IsoDayOfWeek.Thursday]))
        from anyClosed in Gen.Elements(true, false, false)
        from closedDates in Gen.SubListOf(Enumerable.Range(0, 8))
        select new ShippingPolicy
        {
            Zone = DateTimeZoneProviders.Tzdb[zone],
            CutOff = cutOff,
            LatestDaysAhead = ahead,
            ClosedWeekdays = anyClosed ? [.. closedWeekdays] : [],
            ClosedDates = anyClosed ? [.. closedDates.Select(Today.PlusDays)] : [],
        };

    public static Gen<Instant> Beginnings(ShippingPolicy policy) =>
        from time in Gen.Elements(new LocalTime(10, 0), policy.CutOff, LocalTime.Midnight)
        from offset in Gen.Elements(-30_000_000_000, -1, 0, 1)
        select Today.At(time).InZoneLeniently(policy.Zone).ToInstant() + Duration.FromNanoseconds(offset);

    public static Gen<Order> Orders =>
        from state in Gen.Frequency<OrderState>(
            (8, Gen.Constant<OrderState>(new OrderState.Placed())),
            (1, Gen.Constant<OrderState>(new OrderState.Shipped(Samples.Now))),
            (1, Gen.Constant<OrderState>(new OrderState.Cancelled())))
        from shipsIn in Gen.Frequency((1, Gen.Choose(-2, 1)), (4, Gen.Choose(2, 6)), (1, Gen.Choose(7, 60)))
        from changes in Gen.Elements(0, 0, 1, 18, 20)
        from owed in Gen.Choose(0, 2)
        from settled in Gen.Elements(0, 0, 1, 19, 20)
        from delivery in Gen.Elements<MessageDelivery>(
            new MessageDelivery.Untried(),
            new MessageDelivery.Claimed(Samples.Delivery(1), Samples.Now, Attempts: 1, InDoubt: 0),
            new MessageDelivery.Postponed(Samples.Now, "Throttled", Attempts: 3, InDoubt: 1))
        select new Order(
            Samples.OrderNumber("100"),
            Samples.Number("+819012345678"),
            "green tea",
            "Sato Hanako",
            Today.PlusDays(shipsIn),
            state,
            Samples.Now - Duration.FromDays(10),
            version: changes + 1,
            [.. Enumerable.Range(0, changes).Select(i => new Change.Rescheduling(
                Samples.Now, Samples.Contact($"old-{i}").Id, Channel.Chat, Today, Today.PlusDays(i), "earlier"))],
            new Outbox(
                [.. Enumerable.Range(1, owed).Select(i => new OwedMessage.Cancellation(-i, Language.Japanese, Samples.Now))],
                owed > 0 ? delivery : new MessageDelivery.Untried(),
                [.. Enumerable.Range(1, settled).Select(i => new SettledMessage.Accepted(
                    new OwedMessage.Cancellation(-10 - i, Language.Japanese, Samples.Now), Samples.Now, 1, 0, $"message-{i}"))]));

    public static Gen<Story> All =>
        from policy in Policies
        from start in Orders
        from now in Beginnings(policy)
        from length in Gen.Choose(1, 25)
        from wishes in Gen.ArrayOf(Wishes, length)
        from again in Gen.ArrayOf(Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(1, 3))), length)
        from gaps in Gen.ArrayOf(Gaps, length)
        from takenBack in Gen.ArrayOf(Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true))), length)
        select new Story(policy, start, Arriving(now, wishes, again, gaps, takenBack));

    /// <summary>A failing story is told again with fewer wishes, so that what is reported is the shortest that fails.</summary>
    public static IEnumerable<Story> Shorter(Story story) =>
        story.Arrivals.Select((_, i) => story with { Arrivals = story.Arrivals.RemoveAt(i) });

    // again: how many wishes back the one lies that is delivered once more; 0 for a new wish.
    static ImmutableArray<Arrival> Arriving(Instant now, Wish[] wishes, int[] again, Duration[] gaps, bool[] takenBack)
    {
        var arrivals = new List<Arrival>();
        for (var i = 0; i < wishes.Length; i++)
        {
            now += gaps[i];
            arrivals.Add(new Arrival(again[i] > 0 && again[i] <= i ? arrivals[i - again[i]].Wish : wishes[i], now, takenBack[i]));
        }

        return [.. arrivals];
    }

    static Gen<Contact> Contacts =>
        from id in Gen.Elements("call-1", "call-1", "call-2", "web-3")
        from channel in Gen.Elements(Channel.Voice, Channel.Web)
        from language in Gen.Elements(Language.Japanese, Language.English)
        select Samples.Contact(id, channel, language);

    static Gen<SpokenDate> Dates => Gen.Frequency<SpokenDate>(
        (6, Days(2, 6).Select(day => (SpokenDate)new SpokenDate.Day(day))),
        (3, Days(-3, 40).Select(day => (SpokenDate)new SpokenDate.Day(day))),
        (1, Days(-3, 40).Zip(Gen.Choose(0, 7), (from, days) => (SpokenDate)new SpokenDate.Range(from, from.PlusDays(days)))),
        (1, Gen.ListOf(Days(-3, 40), 2).Select(days => (SpokenDate)new SpokenDate.OneOf([.. days]))),
        (1, Gen.Elements<SpokenDate>(new SpokenDate.Earliest(), new SpokenDate.NotADate())));

    static Gen<LocalDate> Days(int from, int to) => Gen.Choose(from, to).Select(Today.PlusDays);

    static Gen<Wish> Wishes => Gen.Frequency<Wish>(
        (1, Contacts.Select(contact => (Wish)new Wish.ToCancel(contact))),
        (9, Contacts.Zip(Dates, (contact, date) => (Wish)new Wish.ToReschedule(contact, date, date.ToString()!))));

    static Gen<Duration> Gaps => Gen.Frequency(
        (6, Gen.Choose(-20, 40).Select(seconds => Duration.FromSeconds(seconds))),
        (2, Gen.Elements(Duration.Zero, Order.RetryWindow, -Order.RetryWindow, Order.RetryWindow + Duration.Epsilon)),
        (1, Gen.Choose(1, 30).Select(hours => Duration.FromHours(hours))));
}
