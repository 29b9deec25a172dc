using System.Text.Json;

namespace OrderHotline.Adapters.Connect.Tests;

public sealed class DialogRecordTests
{
    const string Session = "5ca32fbd-8f92-46af-92a5-6b0f970f0efe";

    [Fact]
    public async Task A_dialogue_is_one_line_a_turn()
    {
        var call = LexCall.InJapanese().With("orderedItem", "Jacket");
        await call.Says("日付を変えたい");
        await call.SaysNothing();
        await call.Says("三日");
        await call.SaysYes("はい");

        var start = $$"""{"level":"info","function":"OrderDialog","contactId":"{{Session}}",""";
        Assert.Equal(
            [
                start + "\"intent\":\"ChangeDate\",\"step\":\"Open\",\"outcome\":\"Asked\"}",
                start + "\"intent\":\"FallbackIntent\",\"step\":\"Date\",\"outcome\":\"Silence\"}",
                start + "\"intent\":\"ChangeDate\",\"step\":\"Date\",\"outcome\":\"ReadBack\"}",
                start + "\"intent\":\"ChangeDate\",\"step\":\"Confirm\",\"outcome\":\"Confirmed\"}",
            ],
            call.Log.Select(record => record.ToLogLine().ToString()));
    }

    [Theory]
    [InlineData("+819012345678")]
    [InlineData("819012345678")]
    [InlineData("Justin")]
    [InlineData(null)]
    public void A_session_that_is_no_contact_of_Connects_is_not_named(string? sessionId) =>
        Assert.Equal("unknown", Read(new(sessionId, "ChangeDate", "Date", DialogResult.Silence, null, null))["contactId"]);

    [Theory]
    [InlineData(null, "none")]
    [InlineData("Justin", "other")]
    [InlineData("changedate", "other")]
    [InlineData("Repeat", "Repeat")]
    [InlineData("ReturnGoods", "ReturnGoods")]
    [InlineData("Slower", "Slower")]
    public void An_intent_is_named_only_when_the_line_knows_it(string? intent, string logged) =>
        Assert.Equal(logged, Read(new(Session, intent, "none", DialogResult.Delegated, null, null))["intent"]);

    [Fact]
    public void What_is_wrong_with_an_event_is_a_warning()
    {
        var log = Read(new(null, null, "none", DialogResult.InvalidRequest, "One.", null));

        Assert.Equal(("warning", "One."), (log["level"], log["problems"]));
    }

    [Fact]
    public void A_fault_is_an_error_without_numbers()
    {
        var log = Read(new(Session, null, "none", DialogResult.Unavailable, null, new IOException("No +819012345678.\n")));

        Assert.Equal("error", log["level"]);
        Assert.Equal("System.IO.IOException: No (number).\n", log["fault"]);
    }

    static Dictionary<string, string> Read(DialogRecord record) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(record.ToLogLine().ToString())!;
}
