using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using OrderHotline.Adapters.Aws;
using OrderHotline.Adapters.Connect;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Lambda;

/// <summary>Everything a shop can set, read once when the function starts.</summary>
/// <param name="Handler">Which function it is: the name of a <see cref="ConnectFunction"/>, <c>OrderDialog</c>, or
/// <c>DeliverTexts</c>.</param>
/// <param name="Table">Where the orders are.</param>
/// <param name="Messages">How messages are sent.</param>
/// <param name="Policy">When the shop ships.</param>
/// <param name="Language">The language of a contact for which Connect names none.</param>
/// <param name="Trusted">The channels whose flow is trusted to know the caller's number.</param>
/// <param name="Clock">The time of every decision.</param>
sealed record LambdaSettings(
    string Handler,
    CustomerTableSettings Table,
    SnsSettings Messages,
    ShippingPolicy Policy,
    Language Language,
    TrustedChannels Trusted,
    IClock Clock)
{
    // Named one by one: Enum.GetNames reads metadata, which every cold start would wait for.
    static readonly string[] Handlers =
    [
        nameof(ConnectFunction.OrderTableRead), nameof(ConnectFunction.CancelOrder), nameof(ConnectFunction.ChangeOrderDate),
        OrderDialogHandler.FunctionName, MessageDeliveryHandler.FunctionName,
    ];

    /// <summary>Reads the settings from the function's environment; an unset or empty variable means its default.</summary>
    /// <param name="variable">Gives the value of an environment variable.</param>
    /// <exception cref="InvalidSettingsException">At least one makes no sense; the message lists them all.</exception>
    public static LambdaSettings Read(Func<string, string?> variable)
    {
        var read = new VariableReader(variable);
        var settings = new LambdaSettings(
            HandlerFrom(read),
            TableFrom(read),
            MessagesFrom(read),
            PolicyFrom(read),
            read.Value("HOTLINE_LANGUAGE", Language.Japanese, TryReadLanguage, "ja-JP or en-US"),
            read.Value<TrustedChannels>(
                "HOTLINE_TRUSTED_CHANNELS", TrustedChannels.None, ConnectChannels.TryReadTrusted, ConnectChannels.Trustable),
            read.Value<IClock>("HOTLINE_FIXED_NOW", SystemClock.Instance, TryReadClock, "a moment such as 2018-11-07T10:00:00+09:00"));
        string[] problems = [.. read.Problems, .. TrustedCertificates.Problems(variable)];
        return problems.Length == 0 ? settings : throw new InvalidSettingsException(problems);
    }

    static string HandlerFrom(VariableReader read)
    {
        var handler = read.Text("_HANDLER", "");
        if (!Handlers.Contains(handler))
        {
            read.Add($"_HANDLER is \"{handler}\": it must be {string.Join(", ", Handlers[..^1])} or {Handlers[^1]}.");
        }

        return handler;
    }

    static CustomerTableSettings TableFrom(VariableReader read)
    {
        var standard = new CustomerTableSettings();
        return standard with
        {
            TableName = read.Text("HOTLINE_TABLE", standard.TableName),
            LatestOrderIndexName = read.Text("HOTLINE_LATEST_INDEX", standard.LatestOrderIndexName),
            OutboxIndexName = read.Text("HOTLINE_OUTBOX_INDEX", standard.OutboxIndexName),
            Endpoint = EndpointFrom(read, "HOTLINE_DYNAMODB_URL"),
        };
    }

    static SnsSettings MessagesFrom(VariableReader read) => new()
    {
        SenderId = read.Value("HOTLINE_SENDER_ID", "", TryReadSenderId, "1 to 11 letters and digits with at least one letter"),
        Endpoint = EndpointFrom(read, "HOTLINE_SNS_URL"),
    };

    static AwsEndpoint EndpointFrom(VariableReader read, string address) => new()
    {
        Region = read.Text("AWS_REGION", ""),
        Address = read.Value<Uri?>(address, null, TryReadAddress, "an address such as http://127.0.0.1:8000"),
    };

    static ShippingPolicy PolicyFrom(VariableReader read)
    {
        var standard = new ShippingPolicy();
        return standard with
        {
            Zone = read.Value("HOTLINE_ZONE", standard.Zone, TryReadZone, "a time zone such as Asia/Tokyo"),
            CutOff = read.Value("HOTLINE_CUT_OFF", standard.CutOff, TryReadTime, "a time of day such as 17:00"),
            LatestDaysAhead = read.Value(
                "HOTLINE_LATEST_DAYS_AHEAD",
                standard.LatestDaysAhead,
                TryReadDaysAhead,
                $"a number of days from 2 to {ShippingPolicy.FarthestDaysAhead}"),
            ClosedWeekdays = read.Value(
                "HOTLINE_CLOSED_WEEKDAYS", standard.ClosedWeekdays, TryReadWeekdays, "days such as Saturday,Sunday, and not all seven"),
            ClosedDates = read.Value(
                "HOTLINE_CLOSED_DATES", standard.ClosedDates, TryReadDates, "dates such as 2026-12-31,2027-01-01"),
        };
    }

    // The time zones are loaded for those who name one.
    static bool TryReadZone(string text, [NotNullWhen(true)] out DateTimeZone? zone) =>
        (zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(text)) is not null;

    static bool TryReadTime(string text, out LocalTime time) =>
        LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).TryGetValue(default, out time);

    static bool TryReadDaysAhead(string text, out int days) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out days)
        && IsSound(new ShippingPolicy { LatestDaysAhead = days });

    static bool TryReadWeekdays(string text, [NotNullWhen(true)] out ImmutableHashSet<IsoDayOfWeek>? days) =>
        TryReadSet(text, TryReadWeekday, out days) && IsSound(new ShippingPolicy { ClosedWeekdays = days });

    static bool TryReadWeekday(string text, out IsoDayOfWeek day)
    {
        day = IsoDayOfWeek.None;
        return text.All(char.IsAsciiLetter) && Enum.TryParse(text, ignoreCase: true, out day) && day != IsoDayOfWeek.None;
    }

    static bool TryReadDates(string text, [NotNullWhen(true)] out ImmutableHashSet<LocalDate>? dates) =>
        TryReadSet(text, TryReadDate, out dates);

    static bool TryReadDate(string text, out LocalDate date) => LocalDatePattern.Iso.Parse(text).TryGetValue(default, out date);

    static bool TryReadSet<T>(string text, VariableReader.Parser<T> parse, [NotNullWhen(true)] out ImmutableHashSet<T>? set)
    {
        set = [];
        foreach (var word in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!parse(word, out var member))
            {
                return false;
            }

            set = set.Add(member);
        }

        return true;
    }

    static bool IsSound(ShippingPolicy policy) => !policy.Problems().Any();

    static bool TryReadSenderId(string text, out string id)
    {
        id = text;
        return text.Length <= 11 && text.All(char.IsAsciiLetterOrDigit) && text.Any(char.IsAsciiLetter);
    }

    static bool TryReadLanguage(string text, out Language language)
    {
        language = text == "en-US" ? Language.English : Language.Japanese;
        return text is "ja-JP" or "en-US";
    }

    static bool TryReadClock(string text, [NotNullWhen(true)] out IClock? clock)
    {
        clock = OffsetDateTimePattern.Rfc3339.Parse(text) is { Success: true, Value: var moment } ? new FixedClock(moment.ToInstant()) : null;
        return clock is not null;
    }

    static bool TryReadAddress(string text, [NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address) && address.Scheme is "http" or "https";
}

/// <summary>The function cannot start: its settings make no sense. The message becomes a line of the log, so it is masked like
/// one.</summary>
sealed class InvalidSettingsException(IReadOnlyCollection<string> problems)
    : Exception(LogText.Masked($"{problems.Count} setting(s) of this function must be mended. {string.Join(' ', problems)}"));
