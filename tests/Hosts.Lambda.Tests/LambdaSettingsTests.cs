using System.Collections.Immutable;
using System.Globalization;
using NodaTime.Text;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Lambda.Tests;

public sealed class LambdaSettingsTests
{
    static readonly string[] Defaults =
    [
        "table CustomerTable", "latest LatestOrder", "outbox Outbox", "proofs VerificationTable", "region ", "dynamodb ",
        "sender ", "sns ",
        "zone UTC+09", "cut-off 17:00", "days 30", "weekdays ", "dates ",
        "language ja-JP", "trusted ", "clock SystemClock", "metrics OrderHotline",
    ];

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_any_setting_the_line_runs_on_its_defaults(string? unset) =>
        Assert.Equal(Defaults, Shown(LambdaSettings.Read(name => name == "_HANDLER" ? "CancelOrder" : unset)));

    [Theory]
    [InlineData("HOTLINE_TABLE", "Shop", "table Shop")]
    [InlineData("HOTLINE_LATEST_INDEX", "Newest", "latest Newest")]
    [InlineData("HOTLINE_OUTBOX_INDEX", "Debts", "outbox Debts")]
    [InlineData("HOTLINE_VERIFICATION_TABLE", "Proofs", "proofs Proofs")]
    [InlineData("HOTLINE_CODE_KEYS", "read by nobody but those who send and verify codes", "proofs VerificationTable")]
    [InlineData("AWS_REGION", "eu-west-1", "region eu-west-1")]
    [InlineData("HOTLINE_DYNAMODB_URL", "http://127.0.0.1:8000", "dynamodb http://127.0.0.1:8000/")]
    [InlineData("HOTLINE_SNS_URL", "https://sns.example", "sns https://sns.example/")]
    [InlineData("HOTLINE_SENDER_ID", "Shop24", "sender Shop24")]
    [InlineData("HOTLINE_ZONE", "Europe/Berlin", "zone Europe/Berlin")]
    [InlineData("HOTLINE_CUT_OFF", "09:30", "cut-off 09:30")]
    [InlineData("HOTLINE_LATEST_DAYS_AHEAD", "2", "days 2")]
    [InlineData("HOTLINE_LATEST_DAYS_AHEAD", "365", "days 365")]
    [InlineData("HOTLINE_CLOSED_WEEKDAYS", "Sunday, saturday", "weekdays Saturday,Sunday")]
    [InlineData("HOTLINE_CLOSED_DATES", "2027-01-01,2026-12-31", "dates 2026-12-31,2027-01-01")]
    [InlineData("HOTLINE_LANGUAGE", "en-US", "language en-US")]
    [InlineData("HOTLINE_LANGUAGE", "ja-JP", "language ja-JP")]
    [InlineData("HOTLINE_TRUSTED_CHANNELS", "CHAT", "trusted Chat")]
    [InlineData("HOTLINE_TRUSTED_CHANNELS", " SMS,CHAT , WEBRTC,TASK,EMAIL,CHAT", "trusted Chat,Task,Email,Sms,WebRtc")]
    [InlineData("HOTLINE_FIXED_NOW", "2018-11-07T10:00:00+09:00", "clock 2018-11-07T01:00:00Z")]
    [InlineData("HOTLINE_METRICS_NAMESPACE", "OrderHotline/tea-shop", "metrics OrderHotline/tea-shop")]
    public void Each_variable_sets_its_own_setting_and_no_other(string variable, string value, string setting)
    {
        var name = setting[..(setting.IndexOf(' ', StringComparison.Ordinal) + 1)];

        Assert.Equal(
            Defaults.Select(standard => standard.StartsWith(name, StringComparison.Ordinal) ? setting : standard),
            Shown(Read(variable, value)));
    }

    [Theory]
    [InlineData("HOTLINE_ZONE", "JST+9")]
    [InlineData("HOTLINE_CUT_OFF", "5pm")]
    [InlineData("HOTLINE_CUT_OFF", "24:00")]
    [InlineData("HOTLINE_CUT_OFF", "17:00:00")]
    [InlineData("HOTLINE_LATEST_DAYS_AHEAD", "1")]
    [InlineData("HOTLINE_LATEST_DAYS_AHEAD", "366")]
    [InlineData("HOTLINE_LATEST_DAYS_AHEAD", "-2")]
    [InlineData("HOTLINE_LATEST_DAYS_AHEAD", "30.5")]
    [InlineData("HOTLINE_LATEST_DAYS_AHEAD", "99999999999")]
    [InlineData("HOTLINE_CLOSED_WEEKDAYS", "Monday,Holiday")]
    [InlineData("HOTLINE_CLOSED_WEEKDAYS", "6,7")]
    [InlineData("HOTLINE_CLOSED_WEEKDAYS", "None")]
    [InlineData("HOTLINE_CLOSED_WEEKDAYS", "Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday")]
    [InlineData("HOTLINE_CLOSED_DATES", "2026-02-29")]
    [InlineData("HOTLINE_CLOSED_DATES", "2026-12-31;2027-01-01")]
    [InlineData("HOTLINE_DYNAMODB_URL", "127.0.0.1:8000")]
    [InlineData("HOTLINE_DYNAMODB_URL", "file:///tmp/table")]
    [InlineData("HOTLINE_SNS_URL", "ftp://sns.example")]
    [InlineData("HOTLINE_TRUSTED_CHANNELS", "VOICE")]
    [InlineData("HOTLINE_TRUSTED_CHANNELS", "CHAT,VOICE")]
    [InlineData("HOTLINE_TRUSTED_CHANNELS", "chat")]
    [InlineData("HOTLINE_TRUSTED_CHANNELS", "CHAT;SMS")]
    [InlineData("HOTLINE_TRUSTED_CHANNELS", "BANANA")]
    [InlineData("HOTLINE_TRUSTED_CHANNELS", "Other")]
    [InlineData("HOTLINE_SENDER_ID", "123")]
    [InlineData("HOTLINE_SENDER_ID", "TwelveLetter")]
    [InlineData("HOTLINE_SENDER_ID", "注文")]
    [InlineData("HOTLINE_LANGUAGE", "ja")]
    [InlineData("HOTLINE_METRICS_NAMESPACE", "AWS/Lambda")]
    [InlineData("HOTLINE_METRICS_NAMESPACE", "two words")]
    [InlineData("HOTLINE_FIXED_NOW", "2018-11-07T10:00:00")]
    [InlineData("HOTLINE_FIXED_NOW", "2018-02-30T10:00:00Z")]
    [InlineData("HOTLINE_FIXED_NOW", "1899-12-31T23:59:59Z")]
    [InlineData("HOTLINE_FIXED_NOW", "9999-12-31T23:59:59-18:00")]
    public void A_value_that_makes_no_sense_is_refused_by_the_name_of_its_variable(string variable, string value)
    {
        var refusal = Assert.Throws<InvalidSettingsException>(() => Read(variable, value));

        Assert.StartsWith(
            $"1 setting(s) of this function must be mended. {variable} is \"{PhoneNumberMask.Apply(value)}\": it must be ", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RequestCode")]
    [InlineData("VerifyCaller")]
    public void Who_sends_and_verifies_codes_has_the_keys_the_newest_first(string handler)
    {
        var keys = CodeKeys(handler, $" k2:{Secret(2)} , k1:{Secret(1)},")!;

        Assert.Equal("k2", keys.Newest.Id);
        Assert.NotNull(keys.Find("k1"));
        Assert.Null(keys.Find("k0"));
    }

    [Theory]
    [InlineData("OrderTableRead")]
    [InlineData("CancelOrder")]
    [InlineData("ChangeOrderDate")]
    [InlineData("VouchForCaller")]
    [InlineData("OrderDialog")]
    [InlineData("DeliverTexts")]
    public void Nobody_else_has_the_keys(string handler) => Assert.Null(CodeKeys(handler, $"k1:{Secret(1)}"));

    [Theory]
    [InlineData("", "There is none.")]
    [InlineData(",", "There is none.")]
    [InlineData("k1", "Number 1 is not one.")]
    [InlineData("k1:", "Number 1 is not one.")]
    [InlineData(":{1}", "Number 1 is not one.")]
    [InlineData("k1:secret!", "Number 1 is not one.")]
    [InlineData("k2:{2},k1:c2hvcnQ=", "Number 2 is not one.")]
    [InlineData("k1:{1},k1:{2}", "Two have the same name.")]
    public void Keys_that_make_no_sense_are_refused_and_not_repeated(string written, string problem)
    {
        var keys = written.Replace("{1}", Secret(1), StringComparison.Ordinal).Replace("{2}", Secret(2), StringComparison.Ordinal);

        var refusal = Assert.Throws<InvalidSettingsException>(() => CodeKeys("VerifyCaller", keys));

        Assert.Equal(
            "1 setting(s) of this function must be mended. HOTLINE_CODE_KEYS must be keys with commas between, the newest first, each with a name of its own "
                + $"and at least 32 bytes in base64: k2:…,k1:…. {problem}",
            refusal.Message);
    }

    [Fact]
    public void Who_takes_an_operators_word_asks_the_instance_that_is_named_and_nobody_else_asks_one()
    {
        Assert.Equal(Contracts.FakeConnect.InstanceId, Instance("VouchForCaller", Contracts.FakeConnect.InstanceId));
        Assert.Null(Instance("VerifyCaller", Contracts.FakeConnect.InstanceId));
        Assert.Equal(
            "1 setting(s) of this function must be mended. HOTLINE_CONNECT_INSTANCE is \"my-shop\": it must be the id of the Connect instance, the end of its ARN.",
            Assert.Throws<InvalidSettingsException>(() => Instance("VouchForCaller", "my-shop")).Message);

        static string? Instance(string handler, string written) => LambdaSettings.Read(
            name => name switch { "_HANDLER" => handler, "HOTLINE_CONNECT_INSTANCE" => written, "HOTLINE_CODE_KEYS" => $"k1:{Secret(1)}", _ => null }).Connect?.InstanceId;
    }

    static CodeKeys? CodeKeys(string handler, string keys) => LambdaSettings.Read(
        name => name switch { "_HANDLER" => handler, "HOTLINE_CODE_KEYS" => keys, "HOTLINE_CONNECT_INSTANCE" => Contracts.FakeConnect.InstanceId, _ => null }).CodeKeys;

    static string Secret(byte fill) => Convert.ToBase64String(Enumerable.Repeat(fill, CodeKey.ShortestSecret).ToArray());

    static LambdaSettings Read(string variable, string value) => LambdaSettings.Read(
        name => name == variable ? value : name == "_HANDLER" ? "CancelOrder" : null);

    static IEnumerable<string> Shown(LambdaSettings settings)
    {
        var (table, messages, policy) = (settings.Table, settings.Messages, settings.Shop.Policy);
        Assert.Equal(table.Endpoint.Region, messages.Endpoint.Region);
        return
        [
            $"table {table.TableName}", $"latest {table.LatestOrderIndexName}", $"outbox {table.OutboxIndexName}",
            $"proofs {settings.Verifications.TableName}",
            $"region {table.Endpoint.Region}", $"dynamodb {table.Endpoint.Address}",
            $"sender {messages.SenderId}", $"sns {messages.Endpoint.Address}",
            $"zone {policy.Zone.Id}", $"cut-off {policy.CutOff.ToString("HH:mm", CultureInfo.InvariantCulture)}",
            $"days {policy.LatestDaysAhead}",
            $"weekdays {Listed(policy.ClosedWeekdays, day => day.ToString())}",
            $"dates {Listed(policy.ClosedDates, LocalDatePattern.Iso.Format)}",
            $"language {settings.Shop.Words.Default}",
            $"trusted {string.Join(',', Enum.GetValues<Channel>().Where(settings.Shop.Trusted.Contain))}",
            $"clock {(settings.Clock is FixedClock { Now: var now } ? InstantPattern.ExtendedIso.Format(now) : settings.Clock.GetType().Name)}", $"metrics {settings.MetricsNamespace}",
        ];
    }

    static string Listed<T>(ImmutableHashSet<T> values, Func<T, string> show) => string.Join(',', values.Order().Select(show));
}
