using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using OrderHotline.Application;
using OrderHotline.Domain;
using static OrderHotline.Adapters.Connect.SettingValues;

namespace OrderHotline.Adapters.Connect;

/// <summary>Every setting of a shop: where it stands, which variable overrides it, its default, and what it must be.</summary>
static class ShopSettings
{
    const int MostDeliveryDays = 30;
    const string AnHour = "hours such as 09:00-18:00, with commas between several that do not overlap, or closed";

    /// <summary>Reads them all. The shop is whole only when the reader has no problems.</summary>
    /// <param name="read">Reads the shop's file.</param>
    /// <param name="beside">Gives a file beside it; null where there is none.</param>
    public static Shop Read(SettingReader read, Func<string, ReadOnlyMemory<byte>?> beside)
    {
        // One after another: what is wrong and what counts are told in this order.
        var name = read.Value("name", "HOTLINE_NAME", "", TryReadSayable, text => text, "what a voice can say, without < > & $ { }, of at most 60 characters");
        var telephone = read.Value(
            "telephone", "HOTLINE_TELEPHONE", "", TryReadTelephone, text => text, "a number as it is told to callers, of digits, spaces and hyphens");
        var policy = Policy(read);
        var delivery = read.Value<int?>(
            "shipping.deliveryDaysAfterShipping", "HOTLINE_DELIVERY_DAYS_AFTER_SHIPPING", null, TryReadDeliveryDays,
            days => days?.ToString(CultureInfo.InvariantCulture) ?? "", $"a number of days from 0 to {MostDeliveryDays}", JsonValueKind.Number);
        var hours = Hours(read, policy.Zone);
        var sender = read.Value(
            "messages.senderId", "HOTLINE_SENDER_ID", "", TryReadSenderId, text => text, "1 to 11 letters and digits with at least one letter");
        var verification = ShopVerification.Read(read, name);
        var words = ShopWords.Read(read, beside, verification.OrderNumbersCannotBeGuessed, ("{shop}", "name", name), ("{telephone}", "telephone", telephone));
        return new()
        {
            Name = name,
            Verification = verification,
            Policy = policy,
            DeliveryDaysAfterShipping = delivery,
            OperatorHours = hours,
            SenderId = sender,
            Words = words.For(LinePhrases.BuiltIn),
            FlowWords = words.ForFlows(hours),
            MessageWords = words.For(MessageWords.BuiltIn),
            LogsFlows = read.Value("flows.log", "HOTLINE_FLOW_LOG", false, TryReadOnOff, on => on ? On : Off, $"{On} or {Off}"),
            Trusted = new(read.List<Channel>(
                "trustedChannels", "HOTLINE_TRUSTED_CHANNELS", [], ConnectChannels.TryReadTrusted, channel => $"{channel}".ToUpperInvariant(),
                ConnectChannels.Trustable, ConnectChannels.Trustable, _ => true)),
        };
    }

    static ShippingPolicy Policy(SettingReader read)
    {
        var standard = new ShippingPolicy();
        return standard with
        {
            Zone = read.Value("zone", "HOTLINE_ZONE", standard.Zone, TryReadZone, Show, "a time zone such as Asia/Tokyo"),
            CutOff = read.Value("shipping.cutOff", "HOTLINE_CUT_OFF", standard.CutOff, TryReadTime, Show, "a time of day such as 17:00"),
            LatestDaysAhead = read.Value(
                "shipping.latestDaysAhead", "HOTLINE_LATEST_DAYS_AHEAD", standard.LatestDaysAhead, TryReadDaysAhead, Show,
                $"a number of days from 2 to {ShippingPolicy.FarthestDaysAhead}", JsonValueKind.Number),
            ClosedWeekdays =
            [
                .. read.List<IsoDayOfWeek>(
                    "shipping.closedWeekdays", "HOTLINE_CLOSED_WEEKDAYS", [], TryReadWeekday, day => $"{day}",
                    "a day of the week, such as Sunday", "days such as Saturday, Sunday, and not all seven", days => IsSound(standard with { ClosedWeekdays = [.. days] })),
            ],
            ClosedDates =
            [
                .. read.List<LocalDate>(
                    "shipping.closedDates", "HOTLINE_CLOSED_DATES", [], TryReadDate, LocalDatePattern.Iso.Format,
                    "a date such as 2026-12-31", "dates such as 2026-12-31, 2027-01-01", _ => true),
            ],
        };
    }

    static OpeningHours Hours(SettingReader read, DateTimeZone zone)
    {
        var before = read.Problems.Length;
        var week = Days<IsoDayOfWeek>(read, "operators.hours", TryReadWeekday, day => $"{day}", "a day of the week, such as Monday");
        if (week.IsEmpty && read.Problems.Length == before)
        {
            read.Add("$.operators.hours is missing: it must say when operators are there, such as {\"Monday\": \"09:00-18:00\"}.");
        }

        return new(zone, week)
        {
            Exceptions = Days<LocalDate>(
                read, "operators.exceptions", TryReadDate, LocalDatePattern.Iso.Format, "a date, such as 2026-12-31"),
        };
    }

    static ImmutableSortedDictionary<TDay, ImmutableArray<OpeningPeriod>> Days<TDay>(
        SettingReader read, string path, SettingReader.Parser<TDay> parse, Func<TDay, string> show, string aDay)
        where TDay : notnull
    {
        var days = ImmutableSortedDictionary.CreateBuilder<TDay, ImmutableArray<OpeningPeriod>>();
        foreach (var (key, text, place) in read.Map(path, AnHour))
        {
            if (!parse(key, out var day))
            {
                read.Add($"{place} names no day: it must be {aDay}.");
            }
            else if (!TryReadPeriods(text, out var periods))
            {
                read.Add($"{place} is \"{text}\": it must be {AnHour}.");
            }
            else if (!days.TryAdd(day, periods))
            {
                read.Add($"{place} gives {show(day)} hours a second time: keep one of them.");
            }
        }

        var all = days.ToImmutable();
        read.Tell(
            path, () => string.Join("; ", all.Select(day => $"{show(day.Key)} {Show(day.Value)}")),
            read.Holds(path) ? SettingSource.File : SettingSource.Default, overriding: "");
        return all;
    }

    static bool TryReadDeliveryDays(string text, out int? days)
    {
        days = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= MostDeliveryDays ? number : null;
        return days is not null;
    }

    static bool TryReadDaysAhead(string text, out int days) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out days)
        && IsSound(new ShippingPolicy { LatestDaysAhead = days });

    static bool IsSound(ShippingPolicy policy) => !policy.Problems().Any();
}
