using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace OrderHotline.Hosts.Lambda.Tests;

public sealed class LambdaSettingsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_any_setting_the_line_runs_on_its_defaults(string? unset)
    {
        var settings = LambdaSettings.Read(name => name == "_HANDLER" ? "CancelOrder" : unset);

        Assert.Equal(
            "CustomerTable LatestOrder OwedTexts  none|none|Asia/Tokyo 17:00 30  |Japanese SystemClock", Shown(settings));
    }

    [Theory]
    [InlineData("HOTLINE_TABLE", "Shop", "Shop LatestOrder OwedTexts  none|none|Asia/Tokyo 17:00 30  |Japanese SystemClock")]
    [InlineData("HOTLINE_LATEST_INDEX", "Newest", "CustomerTable Newest OwedTexts  none|none|Asia/Tokyo 17:00 30  |Japanese SystemClock")]
    [InlineData("HOTLINE_OWED_INDEX", "Debts", "CustomerTable LatestOrder Debts  none|none|Asia/Tokyo 17:00 30  |Japanese SystemClock")]
    [InlineData("AWS_REGION", "eu-west-1", "CustomerTable LatestOrder OwedTexts eu-west-1 none|none|Asia/Tokyo 17:00 30  |Japanese SystemClock")]
    [InlineData("HOTLINE_DYNAMODB_URL", "http://127.0.0.1:8000", "CustomerTable LatestOrder OwedTexts  http://127.0.0.1:8000/|none|Asia/Tokyo 17:00 30  |Japanese SystemClock")]
    [InlineData("HOTLINE_SNS_URL", "https://sns.example", "CustomerTable LatestOrder OwedTexts  none|https://sns.example/|Asia/Tokyo 17:00 30  |Japanese SystemClock")]
    [InlineData("HOTLINE_SENDER_ID", "Shop24", "CustomerTable LatestOrder OwedTexts  none|Shop24 none|Asia/Tokyo 17:00 30  |Japanese SystemClock")]
    [InlineData("HOTLINE_ZONE", "Europe/Berlin", "CustomerTable LatestOrder OwedTexts  none|none|Europe/Berlin 17:00 30  |Japanese SystemClock")]
    [InlineData("HOTLINE_CUT_OFF", "09:30", "CustomerTable LatestOrder OwedTexts  none|none|Asia/Tokyo 09:30 30  |Japanese SystemClock")]
    [InlineData("HOTLINE_LATEST_DAYS_AHEAD", "2", "CustomerTable LatestOrder OwedTexts  none|none|Asia/Tokyo 17:00 2  |Japanese SystemClock")]
    [InlineData("HOTLINE_LATEST_DAYS_AHEAD", "365", "CustomerTable LatestOrder OwedTexts  none|none|Asia/Tokyo 17:00 365  |Japanese SystemClock")]
    [InlineData("HOTLINE_CLOSED_WEEKDAYS", "Sunday, saturday", "CustomerTable LatestOrder OwedTexts  none|none|Asia/Tokyo 17:00 30 Saturday,Sunday |Japanese SystemClock")]
    [InlineData("HOTLINE_CLOSED_DATES", "2027-01-01,2026-12-31", "CustomerTable LatestOrder OwedTexts  none|none|Asia/Tokyo 17:00 30  2026-12-31,2027-01-01|Japanese SystemClock")]
    [InlineData("HOTLINE_LANGUAGE", "en-US", "CustomerTable LatestOrder OwedTexts  none|none|Asia/Tokyo 17:00 30  |English SystemClock")]
    [InlineData("HOTLINE_FIXED_NOW", "2018-11-07T10:00+09:00", "CustomerTable LatestOrder OwedTexts  none|none|Asia/Tokyo 17:00 30  |Japanese 2018-11-07T01:00:00Z")]
    public void Each_variable_sets_its_own_setting_and_no_other(string variable, string value, string settings) =>
        Assert.Equal(settings, Shown(Read(variable, value)));

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
    [InlineData("HOTLINE_SENDER_ID", "123")]
    [InlineData("HOTLINE_SENDER_ID", "TwelveLetter")]
    [InlineData("HOTLINE_SENDER_ID", "注文")]
    [InlineData("HOTLINE_LANGUAGE", "ja")]
    [InlineData("HOTLINE_FIXED_NOW", "2018-11-07T10:00")]
    public void A_value_that_makes_no_sense_is_refused_by_the_name_of_its_variable(string variable, string value)
    {
        var refusal = Assert.Throws<InvalidSettingsException>(() => Read(variable, value));

        Assert.StartsWith($"1 setting(s) of this function must be mended. {variable} is \"{value}\": it must be ", refusal.Message, StringComparison.Ordinal);
    }

    static LambdaSettings Read(string variable, string value) => LambdaSettings.Read(
        name => name == variable ? value : name == "_HANDLER" ? "CancelOrder" : null);

    static string Shown(LambdaSettings settings)
    {
        var (table, texts, policy) = (settings.Table, settings.Texts, settings.Policy);
        Assert.Equal(table.Endpoint.Region, texts.Endpoint.Region);
        return string.Join('|',
        [
            $"{table.TableName} {table.LatestOrderIndexName} {table.OwedTextsIndexName} {table.Endpoint.Region} {table.Endpoint.Address?.ToString() ?? "none"}",
            $"{texts.SenderId} {texts.Endpoint.Address?.ToString() ?? "none"}".Trim(),
            $"{policy.Zone.Id} {policy.CutOff.ToString("HH:mm", CultureInfo.InvariantCulture)} {policy.LatestDaysAhead} "
                + $"{Listed(policy.ClosedWeekdays, day => day.ToString())} {Listed(policy.ClosedDates, LocalDatePattern.Iso.Format)}",
            $"{settings.Language} {(settings.Clock is SystemClock ? nameof(SystemClock) : settings.Clock.ToString())}",
        ]);
    }

    static string Listed<T>(ImmutableHashSet<T> values, Func<T, string> show) => string.Join(',', values.Order().Select(show));
}
