namespace OrderHotline.Hosts.Lambda.Tests;

public sealed class StartUpTests
{
    [Fact]
    public async Task Everything_wrong_with_the_settings_is_said_at_once_with_what_would_be_right()
    {
        await using var lambda = RunningLambda.Start(
            "OrderTableReader",
            ("HOTLINE_ZONE", "Asia/Tokio"),
            ("HOTLINE_CUT_OFF", "25:00"),
            ("HOTLINE_LATEST_DAYS_AHEAD", "1"),
            ("HOTLINE_CLOSED_WEEKDAYS", "Mon"),
            ("HOTLINE_CLOSED_DATES", "12/31"),
            ("HOTLINE_DYNAMODB_URL", "localhost:8000"),
            ("HOTLINE_SNS_URL", "sns"),
            ("HOTLINE_SENDER_ID", "Order Hotline"),
            ("HOTLINE_LANGUAGE", "jp"),
            ("HOTLINE_FIXED_NOW", "tomorrow"));

        var error = await lambda.InitializationError();

        Assert.Equal("InvalidSettingsException", error.ErrorText("errorType"));
        var message = error.ErrorText("errorMessage")!;
        string[] expected =
        [
            "11 setting(s)",
            "_HANDLER is \"OrderTableReader\": it must be OrderTableRead, CancelOrder, ",
            "it must be OrderTableRead, CancelOrder, ChangeOrderDate, OrderDialog or DeliverTexts.",
            "HOTLINE_ZONE is \"Asia/Tokio\": it must be a time zone such as Asia/Tokyo.",
            "HOTLINE_CUT_OFF is \"25:00\": it must be a time of day such as 17:00.",
            "HOTLINE_LATEST_DAYS_AHEAD is \"1\": it must be a number of days from 2 to 365.",
            "HOTLINE_CLOSED_WEEKDAYS is \"Mon\": it must be days such as Saturday,Sunday, and not all seven.",
            "HOTLINE_CLOSED_DATES is \"12/31\": it must be dates such as 2026-12-31,2027-01-01.",
            "HOTLINE_DYNAMODB_URL is \"localhost:8000\": it must be an address such as http://127.0.0.1:8000.",
            "HOTLINE_SNS_URL is \"sns\": it must be an address such as http://127.0.0.1:8000.",
            "HOTLINE_SENDER_ID is \"Order Hotline\": it must be 1 to 11 letters and digits with at least one letter.",
            "HOTLINE_LANGUAGE is \"jp\": it must be ja-JP or en-US.",
            "HOTLINE_FIXED_NOW is \"tomorrow\": it must be a moment such as 2018-11-07T10:00:00+09:00.",
        ];
        Assert.All(expected, sentence => Assert.Contains(sentence, message, StringComparison.Ordinal));
        Assert.Equal(1, lambda.Api.InitializationErrorCount);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ordertableread")]
    [InlineData("1")]
    [InlineData("orderDialog")]
    [InlineData(" CancelOrder")]
    [InlineData("OrderTableRead,CancelOrder")]
    public void A_handler_must_be_the_name_of_one_function(string handler)
    {
        var refusal = Assert.Throws<InvalidSettingsException>(
            () => LambdaFunction.Start(name => name == "_HANDLER" ? handler : null, log: _ => { }));

        Assert.Contains($"_HANDLER is \"{handler}\"", refusal.Message, StringComparison.Ordinal);
    }
}
