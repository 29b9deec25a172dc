using System.Collections.Immutable;
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
        var problems = new List<string>();
        var handler = Text("_HANDLER", "");
        if (!Handlers.Contains(handler))
        {
            problems.Add($"_HANDLER is \"{handler}\": it must be {string.Join(", ", Handlers[..^1])} or {Handlers[^1]}.");
        }

        problems.AddRange(TrustedCertificates.Problems(variable));
        var region = Text("AWS_REGION", "");
        var policy = new ShippingPolicy();
        policy = policy with
        {
            Zone = Parsed(
                "HOTLINE_ZONE",
                policy.Zone,
                name => DateTimeZoneProviders.Tzdb.GetZoneOrNull(name), // which is loaded for those who name one
                "a time zone such as Asia/Tokyo"),
            CutOff = Parsed("HOTLINE_CUT_OFF", policy.CutOff, Time, "a time of day such as 17:00"),
            LatestDaysAhead = Parsed(
                "HOTLINE_LATEST_DAYS_AHEAD",
                policy.LatestDaysAhead,
                text => Number(text) is { } days && IsSound(policy with { LatestDaysAhead = days }) ? days : null,
                $"a number of days from 2 to {ShippingPolicy.FarthestDaysAhead}"),
            ClosedWeekdays = Parsed(
                "HOTLINE_CLOSED_WEEKDAYS",
                policy.ClosedWeekdays,
                text => Set(text, Weekday) is { } days && IsSound(policy with { ClosedWeekdays = days }) ? days : null,
                "days such as Saturday,Sunday, and not all seven"),
            ClosedDates = Parsed(
                "HOTLINE_CLOSED_DATES", policy.ClosedDates, text => Set(text, Date), "dates such as 2026-12-31,2027-01-01"),
        };

        var table = new CustomerTableSettings();
        var settings = new LambdaSettings(
            handler,
            table with
            {
                TableName = Text("HOTLINE_TABLE", table.TableName),
                LatestOrderIndexName = Text("HOTLINE_LATEST_INDEX", table.LatestOrderIndexName),
                OutboxIndexName = Text("HOTLINE_OUTBOX_INDEX", table.OutboxIndexName),
                Endpoint = Endpoint("HOTLINE_DYNAMODB_URL"),
            },
            new SnsSettings
            {
                SenderId = Parsed("HOTLINE_SENDER_ID", "", SenderId, "1 to 11 letters and digits with at least one letter"),
                Endpoint = Endpoint("HOTLINE_SNS_URL"),
            },
            policy,
            Parsed<Language>("HOTLINE_LANGUAGE", default, SpokenLanguage, "ja-JP or en-US"),
            Parsed("HOTLINE_TRUSTED_CHANNELS", TrustedChannels.None, TrustedFlows, ConnectChannels.Trustable),
            Parsed<IClock>("HOTLINE_FIXED_NOW", SystemClock.Instance, Moment, "a moment such as 2018-11-07T10:00:00+09:00"));
        return problems.Count == 0 ? settings : throw new InvalidSettingsException(problems);

        string Text(string name, string standard) => variable(name) is { Length: > 0 } text ? text : standard;

        AwsEndpoint Endpoint(string name) => new()
        {
            Region = region,
            Address = Parsed<Uri?>(name, null, Address, "an address such as http://127.0.0.1:8000"),
        };

        T Parsed<T>(string name, T standard, Func<string, object?> parse, string expected)
        {
            if (variable(name) is not { Length: > 0 } text)
            {
                return standard;
            }

            if (parse(text) is T value)
            {
                return value;
            }

            problems.Add($"{name} is \"{text}\": it must be {expected}.");
            return standard;
        }
    }

    static bool IsSound(ShippingPolicy policy) => !policy.Problems().Any();

    static object? Time(string text) =>
        LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text) is { Success: true, Value: var time } ? time : null;

    static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    static IsoDayOfWeek? Weekday(string text) =>
        text.All(char.IsAsciiLetter) && Enum.TryParse<IsoDayOfWeek>(text, ignoreCase: true, out var day) && day != IsoDayOfWeek.None
            ? day
            : null;

    static LocalDate? Date(string text) => LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date } ? date : null;

    static ImmutableHashSet<T>? Set<T>(string text, Func<string, T?> parse)
        where T : struct
    {
        var members = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(parse).ToList();
        return members.TrueForAll(member => member.HasValue) ? members.Select(member => member!.Value).ToImmutableHashSet() : null;
    }

    static object? SenderId(string text) =>
        text.Length <= 11 && text.All(char.IsAsciiLetterOrDigit) && text.Any(char.IsAsciiLetter) ? text : null;

    static object? SpokenLanguage(string text) => text switch
    {
        "ja-JP" => Language.Japanese,
        "en-US" => Language.English,
        _ => null,
    };

    static object? TrustedFlows(string text) => ConnectChannels.TryReadTrusted(text, out var trusted) ? trusted : null;

    static object? Moment(string text) =>
        OffsetDateTimePattern.Rfc3339.Parse(text) is { Success: true, Value: var moment } ? new FixedClock(moment.ToInstant()) : null;

    static object? Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;
}

/// <summary>The function cannot start: its settings make no sense. The message becomes a line of the log, so it is masked like
/// one.</summary>
sealed class InvalidSettingsException(IReadOnlyCollection<string> problems)
    : Exception(LogText.Masked($"{problems.Count} setting(s) of this function must be mended. {string.Join(' ', problems)}"));
