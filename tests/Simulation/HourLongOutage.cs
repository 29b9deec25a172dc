using NodaTime;
using NodaTime.Text;
using OrderHotline.Adapters.Connect;

namespace OrderHotline.Simulation;

/// <summary>The message service is down for an hour, while customers change their orders as if nothing were.</summary>
static class HourLongOutage
{
    public const int Customers = 400;
    public const int Changes = 1_000;
    static readonly Duration Hour = Duration.FromHours(1);

    /// <summary>The day, still to be run: 200 customers change their order three times and 200 twice.</summary>
    public static SimulatedDay Of(ulong seed)
    {
        var day = new SimulatedDay(seed, new DaySettings { Lasts = Hour });
        day.Faults = new FaultProfile { Outage = new Interval(day.Time.Now, day.Time.Now + Hour) };
        for (var customer = 1; customer <= Customers; customer++)
        {
            var order = Shop.Order(customer, 1_000 + customer, shipsIn: 5);
            day.Put(order);
            var changes = customer <= Changes - (2 * Customers) ? 3 : 2;
            for (var change = 1; change <= changes; change++)
            {
                // Each in its own part of the hour, so that a customer's wishes come in their order.
                var part = (Hour - Duration.FromMinutes(1)) / changes;
                var isLast = change == changes && day.Random.Of(0.5);
                var wish = new Wish(
                    Number: 1,
                    $"contact-{customer}-{change}",
                    order.Owner,
                    isLast ? ConnectFunction.CancelOrder : ConnectFunction.ChangeOrderDate,
                    isLast ? "" : LocalDatePattern.Iso.Format(Shop.Day(5 + change)),
                    Words: "");
                day.Time.In(
                    (part * (change - 1)) + day.Random.Between(Duration.Zero, part - Duration.FromSeconds(10)),
                    () => day.Contacts.Ask(wish, order, named: true, day.Random.Among("ja-JP", "en-US"), then: _ => { }));
            }
        }

        return day;
    }

    /// <summary>How long after the service was back the last message was taken.</summary>
    public static Duration UntilTheLastMessage(SimulatedDay day, Instant serviceWasBack) =>
        day.Publishings.Max(message => message.TakenAt ?? Instant.MinValue) - serviceWasBack;
}
