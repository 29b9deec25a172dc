using OrderHotline.Contracts;

namespace OrderHotline.Hosts.Cli.Tests;

/// <summary><c>hotline call</c>: whole calls, typed at a desk.</summary>
public sealed class CallTests : IDisposable
{
    const string Morning = "2026-11-25T10:00+09:00";

    readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    [Theory]
    [InlineData("change-the-date.ja", "ja-JP", "十二月四日、金曜日の発送に変更しました。", "ships 2026-12-04 · placed · 1 message owed")]
    [InlineData("change-the-date.en", "en-US", "Your order now ships on Friday, December 4th.", "ships 2026-12-04 · placed · 1 message owed")]
    [InlineData("cancel.ja", "ja-JP", "ご注文をキャンセルいたしました。", "cancelled · 1 message owed")]
    [InlineData("cancel.en", "en-US", "I have cancelled your order.", "cancelled · 1 message owed")]
    public async Task One_command_plays_a_whole_call_from_ring_to_goodbye(string script, string language, string words, string order)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Scripts", $"{script}.txt");

        var ran = (await desk.Type($"call --language {language} --now {Morning} --input", path)).Succeeded();

        Assert.Contains($"Line      {words}", ran.Output, StringComparison.Ordinal);
        Assert.Contains(order, ran.Output, StringComparison.Ordinal);
        Assert.Contains("Call      Over: the line hung up.", ran.Output, StringComparison.Ordinal);
        Assert.Contains("message to +81********22: ", ran.Output, StringComparison.Ordinal);
        Assert.Equal("", ran.Error);
    }

    [Fact]
    public async Task A_trace_shows_every_action_and_what_the_functions_were_told_and_answered()
    {
        var ran = await Call("\n", "--trace");

        Assert.Contains(". Reception / language-offer (GetParticipantInput): InputTimeLimitExceeded -> voice-shop", ran.Output, StringComparison.Ordinal);
        Assert.Contains(". OrderTableRead <- {\"Name\":\"ContactFlowEvent\"", ran.Output, StringComparison.Ordinal);
        Assert.Contains(". OrderTableRead -> {\"lambdaResult\":\"Success\",\"outcome\":\"OrderFound\"", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(" . ", (await Call("\n")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_end_of_the_input_hangs_up()
    {
        var ran = await Call("");

        Assert.Contains("Caller    (hang up)", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Call      Over: the caller hung up.", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("closed", "ただいま受付時間外です。")]
    [InlineData("none", "ただいま対応できるオペレーターがおりません。")]
    [InlineData("full", "ただいま大変混み合っております。")]
    public async Task What_a_caller_finds_who_asks_for_an_operator_can_be_chosen(string operators, string words) =>
        Assert.Contains(words, (await Call("0", $"--operators {operators}")).Output, StringComparison.Ordinal);

    [Fact]
    public async Task An_operator_can_take_the_call_and_is_told_what_it_is_about()
    {
        var ran = await Call("\n3\n(operator)");

        Assert.Contains("Operator  hears: お名前は、 髙﨑 花 ご注文は、 Kyoto Blend 200g オペレーターをご希望です。 お話しになる言語は、 日本語", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Operator  sees: orderId = 201", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Over for the line: an operator has the call.", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--fail", "It fails, as it was told to.")]
    [InlineData("--hang", "It does not answer, as it was told.")]
    public async Task A_function_can_be_broken_and_the_caller_hears_words(string option, string reason)
    {
        var ran = await Call("\n2\n1", $"--trace {option} CancelOrder");

        Assert.Contains(reason, ran.Output, StringComparison.Ordinal);
        Assert.Contains("キャンセルの結果を確認できませんでした。", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(" owed", ran.Output.Replace("0 messages owed", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Functions_can_be_somewhere_else_and_when_nothing_answers_there_the_caller_hears_words()
    {
        var ran = await Call("\n", "--trace --lambda-endpoint http://127.0.0.1:1");

        Assert.Contains("OrderTableRead failed: ", ran.Output, StringComparison.Ordinal);
        Assert.Contains("ただいまご注文の状況を確認できません。", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Order     ", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_can_call_whose_number_is_withheld()
    {
        var ran = await Call("", "--from withheld");

        Assert.StartsWith("Call      A withheld number calls, ", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Order     no caller known", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+819012345678")]
    [InlineData("090-1234-5678")]
    [InlineData("０９０１２３４５６７８")]
    public async Task A_callers_number_may_be_typed_as_anywhere_else(string number)
    {
        desk.Put("input.txt", "");

        var ran = (await desk.Type($"call --now {Morning} --input @input.txt --from", number)).Succeeded();

        Assert.StartsWith("Call      +81********78 calls, ", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "2")]
    [InlineData("EN-us", "2")]
    [InlineData("ja", "(hang up)")]
    public async Task A_language_may_be_named_by_its_first_half(string language, string firstAct)
    {
        var ran = await Call("", $"--language {language}");

        Assert.Contains($"Caller    {firstAct}\n", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_tells_at_its_end_how_long_it_took_the_caller()
    {
        // The silence at the greeting, three seconds, and the eight that the function is waited for.
        var ran = await Call("\n", "--hang OrderTableRead");

        Assert.Contains(" s of waiting.\n", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Orders_of_ones_own_can_be_called_about()
    {
        desk.PutTheDemoItem();

        var ran = await Call("\n", $"--orders @items.json --from {SampleOrder.Customer.ToE164()}", Desk.ContractNow);

        Assert.Matches("Line      The North Face .*に発送します。", ran.Output);
    }

    [Theory]
    [InlineData("--from 12", "--from is \"12\": it must be a number such as +819012345678, or 090-1234-5678 as in Japan, or withheld.")]
    [InlineData("--language french", "--language is \"french\": it must be a language and a country, such as en-US.")]
    [InlineData("--language fr-FR", "--language is fr-FR, and no key at the greeting leads there: the shop must offer it.")]
    [InlineData("--fail Nope", "There is no function \"Nope\": it must be one of OrderTableRead, CancelOrder, ChangeOrderDate, RequestCode, VerifyCaller, VouchForCaller, OrderDialog.")]
    [InlineData("--flow Nope", "There is no flow Nope; there are Callback,")]
    [InlineData("--lambda-endpoint nowhere", "--lambda-endpoint is \"nowhere\": it must be an address such as http://127.0.0.1:9001.")]
    public async Task What_is_typed_wrong_is_told_and_nothing_is_played(string typed, string words)
    {
        desk.Put("input.txt", "");

        (await desk.Type($"call --input @input.txt {typed}")).FailedSaying(words);
    }

    [Fact]
    public async Task Flows_that_Connect_would_refuse_are_not_played_for_who_is_strict()
    {
        var deploy = Directory.CreateDirectory(desk.PathOf("deploy"));
        Directory.CreateDirectory(Path.Combine(deploy.FullName, "flows"));
        await File.WriteAllTextAsync(
            Path.Combine(deploy.FullName, "flows", "Reception.json"),
            """{"Version":"2019-10-30","StartAction":"nowhere","Actions":[]}""",
            TestContext.Current.CancellationToken);

        File.Copy(Path.Combine(AppContext.BaseDirectory, "deploy", "shop.json"), Path.Combine(deploy.FullName, "shop.json"));

        (await desk.Type("call --strict --deploy @deploy")).FailedSaying("Connect would refuse", "Reception");
    }

    async Task<Ran> Call(string input, string options = "", string now = Morning)
    {
        desk.Put("input.txt", input);
        return (await desk.Type($"call --now {now} --input @input.txt {options}")).Succeeded();
    }
}
