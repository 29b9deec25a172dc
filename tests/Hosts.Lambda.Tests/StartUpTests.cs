using NodaTime;

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
            "it must be OrderTableRead, CancelOrder, ChangeOrderDate, RequestCode, VerifyCaller, VouchForCaller, OrderDialog or DeliverTexts.",
            "HOTLINE_ZONE is \"Asia/Tokio\": it must be a time zone such as Asia/Tokyo.",
            "HOTLINE_CUT_OFF is \"25:00\": it must be a time of day such as 17:00.",
            "HOTLINE_LATEST_DAYS_AHEAD is \"1\": it must be a number of days from 2 to 365.",
            "HOTLINE_CLOSED_WEEKDAYS is \"Mon\": it must be days such as Saturday, Sunday, and not all seven, with commas between.",
            "HOTLINE_CLOSED_DATES is \"12/31\": it must be dates such as 2026-12-31, 2027-01-01, with commas between.",
            "HOTLINE_DYNAMODB_URL is \"localhost:8000\": it must be an address such as http://127.0.0.1:8000.",
            "HOTLINE_SNS_URL is \"sns\": it must be an address such as http://127.0.0.1:8000.",
            "HOTLINE_SENDER_ID is \"Order Hotline\": it must be 1 to 11 letters and digits with at least one letter.",
            "HOTLINE_LANGUAGE is \"jp\": it must be a language and a country such as fr-FR.",
            "HOTLINE_FIXED_NOW is \"tomorrow\": it must be a moment from 1900 to 2199, such as 2018-11-07T10:00:00+09:00.",
        ];
        Assert.All(expected, sentence => Assert.Contains(sentence, message, StringComparison.Ordinal));
        Assert.Equal(1, lambda.Api.InitializationErrorCount);
    }

    [Fact]
    public async Task A_shop_that_cannot_be_read_is_an_initialization_error_that_lists_everything()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, """{"version": 1, "verification": {"policy": "none"}, "shipping": {"cutOff": "25:00"}, "colour": "red"}""", TestContext.Current.CancellationToken);
        await using var lambda = RunningLambda.Start("CancelOrder", ("HOTLINE_SHOP", file), ("HOTLINE_CUT_OFF", "noon"));

        var error = await lambda.InitializationError();
        File.Delete(file);

        Assert.Equal(
            "4 setting(s) of this function must be mended. $.shipping.cutOff is \"25:00\": it must be a time of day such as 17:00. "
                + "HOTLINE_CUT_OFF is \"noon\": it must be a time of day such as 17:00. "
                + "$.operators.hours is missing: it must say when operators are there, such as {\"Monday\": \"09:00-18:00\"}. "
                + "$.colour is no setting: there are $schema, version, name, telephone, zone, shipping, operators, messages, verification, languages, wording, words, flows, trustedChannels.",
            error.ErrorText("errorMessage")!);
    }

    [Fact]
    public void A_shop_that_is_not_there_is_told_with_where_it_was_looked_for()
    {
        var refusal = Assert.Throws<InvalidSettingsException>(() => LambdaFunction.Start(
            name => name switch { "_HANDLER" => "CancelOrder", "HOTLINE_SHOP" => "/var/task/nowhere.json", _ => null }, write: _ => { }));

        Assert.Equal(
            "1 setting(s) of this function must be mended. There is no file /var/task/nowhere.json: put the shop's shop.json there, or name "
                + "its path in HOTLINE_SHOP.",
            refusal.Message);
    }

    [Fact]
    public void The_shop_is_the_one_of_the_file()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, """{"version": 1, "verification": {"policy": "none"}, "shipping": {"cutOff": "12:00"}, "operators": {"hours": {"Monday": "closed"}}, "messages": {"senderId": "Kimono"}}""");

        var settings = LambdaSettings.Read(name => name switch { "_HANDLER" => "DeliverTexts", "HOTLINE_SHOP" => file, _ => null });
        File.Delete(file);

        Assert.Equal((new LocalTime(12, 0), "Kimono"), (settings.Shop.Policy.CutOff, settings.Messages.SenderId));
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
            () => LambdaFunction.Start(name => name == "_HANDLER" ? handler : null, write: _ => { }));

        Assert.Contains($"_HANDLER is \"{handler}\"", refusal.Message, StringComparison.Ordinal);
    }
}
