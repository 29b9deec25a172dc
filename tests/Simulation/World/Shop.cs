using System.Text.RegularExpressions;
using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Simulation;

/// <summary>The shop of every simulated day: its rules, and its customers' orders.</summary>
static partial class Shop
{
    public static readonly LocalDate ClosedDate = new(2026, 12, 8);

    /// <summary>What every item is called, among other words.</summary>
    public const string KindOfItem = "ジャケット";

    /// <summary>17:00 in Tokyo, up to 30 days ahead, closed on Sundays and for a day of stocktaking.</summary>
    public static readonly ShippingPolicy Policy = new() { ClosedWeekdays = [IsoDayOfWeek.Sunday], ClosedDates = [ClosedDate] };

    static readonly LocalDate Today = new(2026, 11, 25);

    public static OrderId Id(string id) => OrderId.TryParse(id, out var order) ? order : throw new ArgumentException(id, nameof(id));

    public static PhoneNumber Number(int customer) =>
        PhoneNumber.TryParse($"+8190{10_000_000 + (customer * 37)}", out var number)
            ? number
            : throw new ArgumentOutOfRangeException(nameof(customer));

    /// <summary>A moment of the day on which all begins, by the shop's clock.</summary>
    public static Instant At(LocalTime time) => (Today + time).InZoneStrictly(Policy.Zone).ToInstant();

    /// <param name="customer">Whose it is.</param>
    /// <param name="number">Which of the shop's orders; later ones were placed later.</param>
    /// <param name="shipsIn">In how many days it ships.</param>
    /// <param name="prefix">What its number begins with.</param>
    /// <param name="age">How long ago it was placed.</param>
    /// <param name="phoneChangedAt">When the shop last changed the owner's number.</param>
    public static Order Order(
        int customer, int number, int shipsIn, string prefix = "", int age = 7, Instant? phoneChangedAt = null) => new(
        Id(prefix.Length == 0 ? $"{number}" : $"{prefix}{number:D4}"),
        Number(customer),
        item: $"青い{KindOfItem}{number}番",
        customerName: $"髙﨑 花{customer}世",
        Today.PlusDays(shipsIn),
        new OrderState.Placed(),
        placedAt: At(LocalTime.Midnight) - Duration.FromDays(age) + Duration.FromMinutes(number),
        phoneChangedAt: phoneChangedAt);

    public static LocalDate Day(int ahead) => Today.PlusDays(ahead);

    /// <summary>The order that a message is about: its id ends it, or begins its line in English.</summary>
    public static OrderId OrderNamedIn(string message) => Id(message.Split("\nOrder ") is [_, var order]
        ? order[..order.IndexOf(':', StringComparison.Ordinal)]
        : message[(message.LastIndexOf(' ') + 1)..]);

    /// <summary>The digits of the code that a message brings.</summary>
    public static string CodeIn(string message) => SixDigits().Match(message).Value;

    [GeneratedRegex("(?<![A-Za-z0-9])[0-9]{6}(?![0-9])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SixDigits();
}
