using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using OrderHotline.Adapters.Connect;
using OrderHotline.CallSimulator.Scenarios;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Cli;

/// <summary>What of the order and the shop is edited on the page, as it is typed there. It counts from the next call on.</summary>
/// <param name="Item">What was bought.</param>
/// <param name="Name">Who bought it.</param>
/// <param name="Ships">The day it ships: <c>2026-12-03</c>.</param>
/// <param name="CutOff">The time of day from which tomorrow's parcels are packed: <c>17:00</c>.</param>
/// <param name="ClosedWeekdays">Days of the week on which nothing ships besides those of the shop's file: <c>Sunday</c>.</param>
/// <param name="ClosedDates">Single days on which nothing ships besides those of the shop's file.</param>
sealed record ShopEdit(
    string Item, string Name, string Ships, string CutOff, ImmutableArray<string> ClosedWeekdays, ImmutableArray<string> ClosedDates)
{
    /// <summary>The longest item or name.</summary>
    public const int LongestText = 120;

    const int MostClosedDates = 60;
    const int DaysUntilItShips = 3;

    static readonly LocalTimePattern TimeOfDay = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    static readonly OrderId UsualId = OrderId.TryParse("100", out var id) ? id : default;

    /// <summary>How calls begin, as the page shows it.</summary>
    /// <param name="start">How calls begin.</param>
    /// <param name="policy">When the shop of the file ships.</param>
    public static ShopEdit Of(ScenarioStart start, ShippingPolicy policy)
    {
        var sold = start.Orders.LastOrDefault();
        return new(
            sold?.Item ?? "",
            sold?.CustomerName ?? "",
            LocalDatePattern.Iso.Format(sold?.Ships ?? policy.Today(start.At).PlusDays(DaysUntilItShips)),
            TimeOfDay.Format(start.ShopChanges.OfType<ShopChange.CutOffAt>().FirstOrDefault()?.Time ?? policy.CutOff),
            [.. start.ShopChanges.OfType<ShopChange.ClosedOn>().Select(closed => closed.Day.ToString())],
            [.. start.ShopChanges.OfType<ShopChange.ClosedAt>().Select(closed => LocalDatePattern.Iso.Format(closed.Date))]);
    }

    /// <summary>How calls begin with it.</summary>
    /// <param name="start">How they began until now.</param>
    /// <param name="shop">The shop of the file.</param>
    /// <returns>The beginning; null where there is none, with everything that is wrong, as sentences.</returns>
    public (ScenarioStart? Start, string Problems) In(ScenarioStart start, Shop shop)
    {
        List<string> problems = [];
        Refuse(Item.Length > LongestText || Name.Length > LongestText, $"Item and name have at most {LongestText} characters.");
        Refuse(ClosedDates.Length > MostClosedDates || ClosedWeekdays.Length > MostClosedDates, $"At most {MostClosedDates} days can be closed.");
        Refuse(start.Caller is null, "The caller's number is withheld: no order is theirs.");
        if (problems.Count > 0)
        {
            return (null, string.Join(' ', problems));
        }

        var ships = Day(Ships, "The day it ships");
        var sold = start.Orders.LastOrDefault();
        var changed = start with
        {
            Orders = [.. start.Orders.SkipLast(1), new(sold?.Id ?? UsualId, Item, Name, ships, OrderStatus.Placed)],
            ShopChanges =
            [
                .. new ShopChange.CutOffAt(Time()) is var cutOff && cutOff.Time == shop.Policy.CutOff ? [] : (ShopChange[])[cutOff],
                .. ClosedWeekdays.Select(Weekday).Distinct().Except(shop.Policy.ClosedWeekdays).Select(day => new ShopChange.ClosedOn(day)),
                .. ClosedDates.Select(date => Day(date, "A closed day")).Distinct().Except(shop.Policy.ClosedDates)
                    .Select(day => new ShopChange.ClosedAt(day)),
            ],
        };
        if (problems.Count == 0)
        {
            problems.AddRange(ShopChange.Applied(shop, changed.ShopChanges).Policy.Problems());
        }

        return problems.Count == 0 ? (changed, "") : (null, string.Join(' ', problems));

        void Refuse(bool isWrong, string sentence)
        {
            if (isWrong)
            {
                problems.Add(sentence);
            }
        }

        LocalDate Day(string text, string what)
        {
            var day = LocalDatePattern.Iso.Parse(text);
            Refuse(!day.Success, $"{what} is \"{Short(text)}\": it must be one such as 2026-12-03.");
            return day.Success ? day.Value : default;
        }

        LocalTime Time()
        {
            var time = TimeOfDay.Parse(CutOff);
            Refuse(!time.Success, $"The cut-off is \"{Short(CutOff)}\": it must be a time of day such as 17:00.");
            return time.Success ? time.Value : default;
        }

        IsoDayOfWeek Weekday(string name)
        {
            var weekday = Enum.GetValues<IsoDayOfWeek>().FirstOrDefault(day => day != IsoDayOfWeek.None && $"{day}" == name);
            Refuse(weekday == IsoDayOfWeek.None, $"\"{Short(name)}\" is no day of the week: it must be one such as Sunday.");
            return weekday;
        }
    }

    static string Short(string text) => VisibleText.OneLine(text.Length > 30 ? $"{text[..30]}…" : text);
}
