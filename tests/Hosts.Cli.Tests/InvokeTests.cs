using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrderHotline.Contracts;

namespace OrderHotline.Hosts.Cli.Tests;

public sealed class InvokeTests : IDisposable
{
    readonly Desk desk = new();

    public static TheoryData<string, string> Examples => CallContract.Examples;

    public void Dispose() => desk.Dispose();

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Every_example_of_the_call_contract_is_answered(string function, string name)
    {
        desk.PutTheDemoItem();
        desk.PutEvent(name);
        desk.Put("shop.json", """{"version": 1, "verification": {"policy": "none"}, "operators": {"hours": {"Monday": "09:00-18:00"}}, "trustedChannels": ["CHAT"]}""");

        var ran = await desk.Type($"invoke {function} @{name}.json --orders @items.json --now {Desk.ContractNow} --shop @shop.json");

        CallContract.Holds(name, Encoding.UTF8.GetBytes(ran.Succeeded().Output));
    }

    [Fact]
    public async Task A_chat_identifies_nobody_unless_the_shop_trusts_it()
    {
        desk.PutTheDemoItem();
        desk.PutEvent("chat");

        var ran = await desk.Type($"invoke OrderTableRead @chat.json --orders @items.json --now {Desk.ContractNow}");

        Assert.Equal(["CallerUnidentified"], ran.Succeeded().Outcomes);
    }

    [Fact]
    public async Task Without_any_option_a_sample_order_is_cancelled_and_the_message_is_shown_to_a_masked_number()
    {
        desk.PutEvent("cancel-order");

        var ran = await desk.Type("invoke CancelOrder @cancel-order.json");

        Assert.Equal(["Cancelled"], ran.Succeeded().Outcomes);
        Assert.Equal(
            ["message to +81********78: ご注文をキャンセルしました。 / 商品名: The North Face Summit L3 Ventrix 2.0 Hoodie / 注文番号: 100"],
            ran.Messages);
        Assert.DoesNotContain("9012345678", ran.Output + ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_given_twice_is_two_calls_and_one_message()
    {
        desk.PutEvent("cancel-order");

        var ran = await desk.Type("invoke CancelOrder @cancel-order.json @cancel-order.json");

        Assert.Equal(["Cancelled", "AlreadyCancelled"], ran.Succeeded().Outcomes);
        Assert.Single(ran.Messages);
    }

    [Fact]
    public async Task An_event_given_twice_as_a_retry_is_one_call_and_one_message()
    {
        desk.PutEvent("cancel-order");

        var ran = await desk.Type("invoke CancelOrder @cancel-order.json @cancel-order.json --retry");

        Assert.Equal(["Cancelled", "Cancelled"], ran.Succeeded().Outcomes);
        Assert.Single(ran.Messages);
    }

    [Theory]
    [InlineData("en-US", "not the third or the fourth")]
    [InlineData("en-US", "I'm away from Monday to Wednesday")]
    [InlineData("en-US", "9 or 10 December")]
    [InlineData("en-US", "anything but Monday or Tuesday")]
    [InlineData("ja-JP", "十日に間に合うように")]
    [InlineData("ja-JP", "三日経ったら")]
    [InlineData("en-US", "the tenth perhaps")]
    [InlineData("ja-JP", "三日に届けてください")]
    public async Task What_was_said_vaguely_or_unsurely_to_a_function_changes_nothing(string language, string said)
    {
        PutAnOrderAndAWish(language, said);

        var ran = await desk.Type("invoke ChangeOrderDate @wish.json --orders @items.json --now 2026-11-25T10:00+09:00");

        Assert.All(ran.Succeeded().Outcomes, outcome => Assert.True(outcome is "WhichDay" or "DateNotUnderstood", outcome));
        Assert.Empty(ran.Messages);
        Assert.Contains("\"lastChange\": \"none\"", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unsure_day_is_named_in_the_words()
    {
        PutAnOrderAndAWish("en-US", "the tenth perhaps");

        var ran = await desk.Type("invoke ChangeOrderDate @wish.json --orders @items.json --now 2026-11-25T10:00+09:00");

        Assert.Contains("Did you mean Thursday, December 10th? Please say the day once more.", ran.Succeeded().Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("一週間後ろにずらして")]
    [InlineData("一週間後ろにずらしてください。ええと、お手数をおかけしますが、どうぞよろしくお願いいたします。ええと、お手数をおかけしますが、どうぞよろしくお願いいたします。"
        + "ええと、お手数をおかけしますが、どうぞよろしくお願いいたします。ええと、お手数をおかけしますが、どうぞよろしくお願いいたします。"
        + "ええと、お手数をおかけしますが、どうぞよろしくお願いいたします。ええと、お手数をおかけしますが、どうぞよろしくお願いいたします。"
        + "ええと、お手数をおかけしますが、どうぞよろしくお願いいたします。ええと、お手数をおかけしますが、どうぞよろしくお願いいたします。")]
    public async Task A_shift_moves_the_order_from_its_own_day_and_a_retry_of_it_moves_nothing_more(string said)
    {
        PutAnOrderAndAWish("ja-JP", said);

        var ran = await desk.Type("invoke ChangeOrderDate @wish.json @wish.json --retry --orders @items.json --now 2026-11-25T10:00+09:00");

        Assert.Equal(["Rescheduled", "Rescheduled"], ran.Succeeded().Outcomes);
        Assert.Single(ran.Messages);
        Assert.Contains("十二月七日", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("十二月十四日", ran.Output, StringComparison.Ordinal);
    }

    void PutAnOrderAndAWish(string language, string said)
    {
        desk.Put("items.json", Encoding.UTF8.GetString(CallContract.DemoItem).Replace("2018-11-12", "2026-11-30", StringComparison.Ordinal));
        var wish = JsonNode.Parse(CallContract.Event("change-order-date"))!;
        wish["Details"]!["ContactData"]!["LanguageCode"] = language;
        wish["Details"]!["Parameters"] = new JsonObject { ["spokenDate"] = said };
        desk.Put("wish.json", wish.ToJsonString());
    }

    [Theory]
    [InlineData("{}", "Details.ContactData")]
    [InlineData("""{"Details":{"ContactData":{}}}""", "ContactId")]
    [InlineData("""{"Details":""", "JSON")]
    [InlineData("", "JSON")]
    [InlineData("""{"Details":{"ContactData":{"ContactId":"a","ContactId":"b"}}}""", "ContactId")]
    public async Task An_event_that_makes_no_sense_is_answered_as_the_line_would_and_ends_with_2(string json, string problem)
    {
        desk.Put("event.json", json);

        var ran = await desk.Type("invoke CancelOrder @event.json");

        Assert.Equal(ExitCodes.BadInput, ran.ExitCode);
        Assert.Equal(["InvalidRequest"], ran.Outcomes);
        Assert.Contains(problem, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_dialogue_of_the_bot_answers_what_Lex_sends()
    {
        desk.Put("turn.json", """
            {"invocationSource":"DialogCodeHook","inputMode":"Speech","sessionId":"0af2fef7-4a52-4f4c-bd3a-8a3f5f0d6b3b","inputTranscript":"十二月四日",
            "bot":{"name":"OrderBot","localeId":"ja_JP"},"sessionState":{"sessionAttributes":{},
            "intent":{"name":"ChangeDate","state":"InProgress","confirmationState":"None","slots":{}}}}
            """);
        desk.Put("none.json", "{");

        var ran = (await desk.Type("invoke OrderDialog @turn.json --now 2026-11-25T10:00+09:00")).Succeeded();
        var refused = await desk.Type("invoke OrderDialog @turn.json @none.json --now 2026-11-25T10:00+09:00");

        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(ran.Output).RootElement.GetProperty("sessionState").GetProperty("dialogAction").ValueKind);
        Assert.Contains("\"function\":\"OrderDialog\"", ran.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.BadInput, refused.ExitCode);
        Assert.Contains("The event is not what Lex sends", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_executable_itself_answers_and_keeps_replies_and_remarks_apart()
    {
        desk.PutEvent("order-table-read");
        var file = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "hotline.exe" : "hotline");
        var start = new ProcessStartInfo(file, ["invoke", "OrderTableRead", desk.PathOf("order-table-read.json")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var hotline = Process.Start(start)!;

        var error = hotline.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await hotline.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await hotline.WaitForExitAsync(TestContext.Current.CancellationToken);

        var ran = new Ran(hotline.ExitCode, output, await error).Succeeded();
        Assert.Equal(["OrderFound"], ran.Outcomes);
        Assert.Contains("\"outcome\":\"OrderFound\"", ran.Error, StringComparison.Ordinal);
    }
}
