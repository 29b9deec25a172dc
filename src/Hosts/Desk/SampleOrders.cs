using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Hosts;

/// <summary>Orders to try the line on, placed around the present so that there is always something to change. Their items have names that
/// a voice of either language can read out.</summary>
static class SampleOrders
{
    /// <summary>The customer who calls when nobody says who: one with an order that can still be changed.</summary>
    public static PhoneNumber Caller { get; } = Number("+819011112222");

    public static IReadOnlyList<Order> At(Instant now, ShippingPolicy policy)
    {
        var today = policy.Today(now);
        return
        [
            Order("100", "+819012345678", "The North Face Summit L3 Ventrix 2.0 Hoodie", "Justin", today.PlusDays(5)),
            Order("201", "+819011112222", "Kyoto Blend 200g", "髙﨑 花", today.PlusDays(3)),
            Order("301", "+819033334444", "Enamel kettle", "Aoi", today.PlusDays(4), new OrderState.Cancelled()),
            Order("401", "+819055556666", "Nambu kettle", "佐藤 健", today, new OrderState.Shipped(now - Duration.FromHours(3))),
        ];

        Order Order(string id, string owner, string item, string name, LocalDate date, OrderState? state = null) => new(
            OrderId.TryParse(id, out var orderId) ? orderId : throw new ArgumentException(id, nameof(id)),
            Number(owner),
            item,
            name,
            date,
            state ?? new OrderState.Placed(),
            placedAt: now - Duration.FromDays(2));
    }

    static PhoneNumber Number(string e164) =>
        PhoneNumber.TryParse(e164, out var number) ? number : throw new ArgumentException(e164, nameof(e164));
}
