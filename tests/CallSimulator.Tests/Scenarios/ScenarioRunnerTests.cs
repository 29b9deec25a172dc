
using static OrderHotline.CallSimulator.Tests.Deployed;

namespace OrderHotline.CallSimulator.Tests;

/// <summary>What a scenario notices, and how it says so.</summary>
public sealed class ScenarioRunnerTests
{
    const string Start = """
        caller: +819012345678
        at: 2026-11-25T10:00+09:00
        order: 100 | Jacket | 髙﨑 花 | ships 2026-11-30 | placed

        """;

    const string ToTheQuestion = $"""
        loose
        {Start}
        silent
        heard: ご用件をどうぞ

        """;

    [Fact]
    public async Task A_loose_scenario_passes_over_what_it_does_not_name() => await Passes($"""
        {ToTheQuestion}
        pressed: 2
        pressed: 1
        heard in any order: ほかにご用件は / キャンセルいたしました
        never heard: 変更しました
        then: order 100 is cancelled
        then: text says ご注文をキャンセルしました
        then: the call waits
        then: no callback
        then: function CancelOrder called 1 time
        then: function ChangeOrderDate never called
        """);

    [Theory]
    [InlineData("heard: ご購入", "no prompt at this point fits.")]
    [InlineData("heard exactly: ご用件をどうぞ", "this is heard:")]
    [InlineData("heard in any order: ご用件をどうぞ / ほか", "nothing more is heard at this point.")]
    [InlineData("operator answers", "no operator can answer, because the call is in no queue.")]
    [InlineData("hang up\nsilent", "the call is over already: the caller hung up.")]
    [InlineData("never heard: ご用件をどうぞ", "this is heard: Jacketは十一月三十日")]
    [InlineData("then: order 100 ships 2026-12-01", "it ships 2026-11-30.")]
    [InlineData("then: order 100 is cancelled", "it is 100 | Jacket | 髙﨑 花 | ships 2026-11-30 | placed | +819012345678 | no change")]
    [InlineData("then: order 100 has 1 change", "it is 100 | Jacket")]
    [InlineData("then: order 101 is placed", "there are other orders: 100")]
    [InlineData("then: 1 text owed", "there are no texts owed.")]
    [InlineData("then: text says 発送日を", "there are no texts owed.")]
    [InlineData("then: the line hung up", "the call waits.")]
    [InlineData("then: operator sees orderId = 100", "no operator has the call.")]
    [InlineData("pressed: 3\noperator answers\nthen: operator sees orderId = 101", "the operator sees orderId = 100")]
    [InlineData("pressed: 3\noperator answers\nthen: operator sees colour = red", "there are other attributes: ")]
    [InlineData("pressed: 3\noperator answers\nthen: operator hears Hat", "there are other what an operator hears: お名前は、 髙﨑 花")]
    [InlineData("then: callback to +819012345678", "there are no numbers to be called back.")]
    [InlineData("pressed: 3\nsilent\npressed: 1\nthen: no callback", "there are other numbers to be called back: +819012345678")]
    [InlineData("then: function CancelOrder called 1 time", "it is called 0 times.")]
    public async Task What_is_not_as_written_is_found(string lines, string found)
    {
        // The strict reading of one prompt needs the prompts before it to be named: here it is the next one that differs.
        var text = ToTheQuestion.Replace("heard: ご用件をどうぞ\n", "", StringComparison.Ordinal) + lines;
        if (lines.StartsWith("heard exactly", StringComparison.Ordinal))
        {
            text = $"{Start}\n{lines}";
        }

        var difference = await Diverges(text);

        Assert.StartsWith(found, difference.Found, StringComparison.Ordinal);
        Assert.Equal(text.Split('\n').Length, difference.Line);
    }

    [Theory]
    [InlineData("silent", "before that, this is heard and stands in no line: お電話ありがとうございます。")]
    [InlineData("heard: お電話\nheard: For English", "this is so, and no line says it: then: order 100 | Jacket")]
    [InlineData("heard: お電話\nheard: For English\nthen: order 100 | Jacket | 髙﨑 花 | ships 2026-11-30 | placed | no change", "this is so, and no line says it: then: no text owed")]
    [InlineData(
        "heard: お電話\nheard: For English\nthen: order 100 ships 2026-11-30\nthen: order 100 is placed\nthen: order 100 has no change\nthen: no text owed",
        "this is so, and no line says it: then: the call waits at 2026-11-25T10:00+09:00")]
    public async Task A_strict_scenario_has_to_name_everything(string lines, string found) =>
        Assert.StartsWith(found, (await Diverges($"{Start}\n{lines}")).Found, StringComparison.Ordinal);

    [Fact]
    public async Task A_fault_that_is_never_met_is_no_part_of_a_strict_call()
    {
        var difference = await Diverges($"""
            {Start}function: CancelOrder fails on call 2
            heard: お電話
            heard: For English
            then: order 100 | Jacket | 髙﨑 花 | ships 2026-11-30 | placed | no change
            then: no text owed
            then: the call waits
            """);

        Assert.Equal((4, "it never does: CancelOrder is called 0 times."), (difference.Line, difference.Found));
    }

    [Fact]
    public async Task A_difference_is_told_with_the_lines_around_it_and_what_was_heard()
    {
        var text = $"{ToTheQuestion}heard: キャンセルいたしました\nhang up\n";

        Assert.Equal(
            """
            change.call:8
              expected: heard: キャンセルいたしました
              but: nothing more is heard at this point.
              heard since the last act:
                Jacketは十一月三十日、月曜日に発送します。ご用件をどうぞ。
                  5 |
                  6 | silent
                  7 | heard: ご用件をどうぞ
              >   8 | heard: キャンセルいたしました
                  9 | hang up
            """,
            (await Diverges(text)).Explain("change.call", text));
    }

    [Theory]
    [InlineData("fails", 4, "placed", "CancelOrder", "キャンセルの結果を確認できませんでした。")]
    [InlineData("fails on call 1", 2, "cancelled", "CancelOrder", "ご注文をキャンセルいたしました。")]
    [InlineData("fails after its work", 4, "cancelled", "CancelOrder", "キャンセルの結果を確認できませんでした。")]
    [InlineData("fails after its work on call 1", 2, "cancelled", "CancelOrder", "ご注文をキャンセルいたしました。")]
    [InlineData("times out", 1, "placed", "CancelOrder", "キャンセルの結果を確認できませんでした。")]
    [InlineData("cannot reach the table", 1, "placed", "CancelOrder", "申し訳ございません。ただいまご注文の状況を確認できません。")]
    [InlineData("answers late", 1, "cancelled", "CancelOrder", "キャンセルの結果を確認できませんでした。")]
    public async Task A_function_can_break_in_every_way_and_never_changes_an_order_twice(
        string fault, int calls, string standing, string function, string heard) => await Passes($"""
        loose
        {Start}function: {function} {fault}
        silent
        pressed: 2
        pressed: 1
        heard: {heard}
        then: order 100 is {standing}
        then: order 100 has {(standing == "placed" ? "no change" : "1 change")}
        then: function {function} called {(calls == 1 ? "1 time" : $"{calls} times")}
        """);

    [Theory]
    [InlineData("closed", "ただいま受付時間外です。")]
    [InlineData("none", "ただいま対応できるオペレーターがおりません。")]
    [InlineData("full", "ただいま大変混み合っております。")]
    [InlineData("3 waiting", "お客様を含めて 4 名様がお待ちです。")]
    public async Task What_a_caller_finds_who_asks_for_an_operator_can_be_chosen(string operators, string words) => await Passes($"""
        loose
        {Start}operators: {operators}
        pressed: 0
        heard: {(words.Contains("名様", StringComparison.Ordinal) ? "お客様を含めて 4 名様" : words)}
        """);

    [Theory]
    [InlineData("flow: Nope", "x.call cannot be played: there is no flow Nope; there are Callback,")]
    [InlineData("", "x.call cannot be played: order 100 belongs to nobody, because the caller's number is withheld")]
    public async Task A_scenario_that_cannot_be_played_says_why(string line, string why)
    {
        var text = Start.Replace("+819012345678", "withheld", StringComparison.Ordinal) + line;

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => Run(text));

        Assert.StartsWith(why, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_calls_at_once_keep_to_themselves() =>
        await Task.WhenAll(Enumerable.Range(0, 200).Select(number => Task.Run(() => Passes($"""
            loose
            caller: +81901234{number:0000}
            at: 2026-11-25T10:00+09:00
            order: {number} | Jacket {number} | 髙﨑 花 | ships 2026-11-30 | placed
            silent
            heard: Jacket {number}
            pressed: 2
            pressed: 1
            then: order {number} has 1 change
            then: text says 注文番号: {number}
            """))));
}
