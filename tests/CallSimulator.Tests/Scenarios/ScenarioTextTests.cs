using OrderHotline.CallSimulator.Scenarios;

namespace OrderHotline.CallSimulator.Tests;

/// <summary>Scenarios as text: everything that is written can be read again, and what cannot be read says where and why.</summary>
public sealed class ScenarioTextTests
{
    const string EveryKindOfLine = """
        # A caller moves a date, and much else.
        # A second line.
        loose
        caller: +819012345678
        at: 2026-11-25T10:00+09:00
        flow: Keypad
        shop: cut-off 12:00
        shop: closed Sundays
        shop: closed 2026-12-31
        shop: latest 14 days ahead
        operators: 3 waiting
        session attributes: of the bot
        order: 100 | Jacket | 髙﨑 花 | ships 2026-11-30 | placed
        order: 101 |  |  | ships 2026-12-01 | cancelled | +819087654321
        function: CancelOrder fails
        function: ChangeOrderDate times out
        function: OrderTableRead answers late on call 2
        function: OrderDialog fails after its work on call 1

        heard: 最近Jacketをご購入いただきました
        # Somebody coughs.
        silent

        heard exactly: To change the date: press 1.
        pressed: 1203#

        heard in any order: A / B / C
        said: 来週の水曜日

        operator answers

        hang up

        never heard: 見つかりません
        then: order 100 | Jacket | 髙﨑 花 | ships 2026-12-02 | placed | 1 change | instead of 2026-11-30
        then: order 101 |  |  | ships 2026-12-01 | cancelled | +819087654321 | no change
        then: order 100 ships 2026-12-02
        then: order 100 is placed
        then: order 100 has 2 changes
        then: no text owed
        then: 1 text owed
        then: text says 発送日を
        then: the line hung up
        then: the caller hung up at 2026-11-25T10:00:08.5+09:00
        then: an operator has the call
        then: the call went on to another number
        then: the caller was cut off
        then: the call waits
        then: operator sees handOverReason = a = b
        then: operator hears Jacket
        then: callback to +819012345678
        then: no callback
        then: function CancelOrder called 1 time
        then: function ChangeOrderDate never called

        """;

    [Fact]
    public void Every_kind_of_line_is_read_and_written_as_it_was()
    {
        var scenario = ScenarioText.Read("all.call", EveryKindOfLine);

        Assert.Equal(EveryKindOfLine, ScenarioText.Write(scenario));
        Assert.Equal(["A caller moves a date, and much else.", "A second line."], scenario.About);
        Assert.Equal(new OperatorsFound.Waiting(3) { Line = 11 }, scenario.Start.Operators);
        Assert.Equal(24, Assert.IsType<ScenarioStep.HearsExactly>(scenario.Steps[3]).Line);
    }

    [Theory]
    [InlineData("", "x.call:1:1: Nobody calls: write a line \"caller: +81…\", or \"caller: withheld\".")]
    [InlineData("caller: withheld", "x.call:1:1: It never rings: write a line such as \"at: 2026-11-25T10:00+09:00\".")]
    [InlineData("session attributes: mine", "x.call:1:21: \"mine\" is nobody whose attributes count: it must be \"of the bot\", or no such line.")]
    [InlineData("caller: 090", "x.call:1:9: \"090\" is no telephone number: it must be one such as +81…, or withheld.")]
    [InlineData("caller: withheld\ncaller: withheld", "x.call:2:9: \"caller:\" stands here a second time: one is enough.")]
    [InlineData("at: tomorrow", "x.call:1:5: \"tomorrow\" is no moment: it must be one with its offset, such as 2026-11-25T10:00+09:00.")]
    [InlineData("\n  heard:", "x.call:2:9: Nothing stands behind \"heard:\".")]
    [InlineData("heared: a", "x.call:1:1: \"heared:\" begins no line of a scenario: it must be one of caller:, at:,")]
    [InlineData("says yes", "x.call:1:1: \"says yes\" is no line of a scenario: a line begins with one of caller:, at:,")]
    [InlineData("pressed: one", "x.call:1:10: \"one\" are no keys: they must be 0 to 9, * or #, such as 1203#.")]
    [InlineData("silent\norder: 1", "x.call:2:1: \"order:\" tells how things stand when it rings: it comes before everything that is heard or done.")]
    [InlineData("then: no text owed\nsilent", "x.call:2:1: \"then:\" tells how the call ends: nothing is heard or done after it.")]
    [InlineData("heard in any order: A /  / C", "x.call:1:25: Nothing stands between two \" / \".")]
    [InlineData("shop: open", "x.call:1:7: \"open\" is nothing that a shop can be: it must be one such as \"cut-off 12:00\", \"closed Sundays\", \"closed 2026-12-31\", \"latest 14 days ahead\" or \"asks for proof\".")]
    [InlineData("shop: cut-off noon", "x.call:1:15: \"noon\" is no time of day: it must be one such as 12:00.")]
    [InlineData("shop: closed Nones", "x.call:1:14: \"Nones\" is no day on which a shop is closed: it must be one such as Sundays or 2026-12-31.")]
    [InlineData("shop: closed 31 December", "x.call:1:14: \"31 December\" is no day on which a shop is closed: it must be one such as Sundays or 2026-12-31.")]
    [InlineData("shop: latest many days ahead", "x.call:1:14: \"many\" is no number: it must be one such as 2.")]
    [InlineData("operators: some", "x.call:1:12: \"some\" is nothing a caller finds: it must be closed, none, full, or a number of callers such as \"3 waiting\".")]
    [InlineData("operators: many waiting", "x.call:1:12: \"many\" is no number: it must be one such as 2.")]
    [InlineData("order: 100 | Jacket", "x.call:1:8: An order has an id, an item, a customer's name, a day and a standing, such as 100 |")]
    [InlineData("order: 1 0 | a | b | ships 2026-11-30 | placed", "x.call:1:8: \"1 0\" is no order's id: it has up to 64 letters")]
    [InlineData("order: 100 | a | b | 2026-11-30 | placed", "x.call:1:22: \"2026-11-30\" is no day on which an order ships: write it as in \"ships 2026-11-30\".")]
    [InlineData("order: 100 | a | b | ships 30 November | placed", "x.call:1:28: \"30 November\" is no day: it must be one such as 2026-11-30.")]
    [InlineData("order: 100 | a | b | ships 2026-11-30 | gone", "x.call:1:41: \"gone\" is no standing of an order: it must be placed, cancelled or shipped.")]
    [InlineData("order: 100 | a | b | ships 2026-11-30 | placed | me", "x.call:1:50: \"me\" is nothing that follows")]
    [InlineData("order: 100 | a | b | ships 2026-11-30 | placed | spoken kettle", "x.call:1:50: \"spoken kettle\" says in no language how the item is spoken")]
    [InlineData("order: 1 | a | b | ships 2026-11-30 | placed\norder: 1 | a | b | ships 2026-11-30 | placed", "x.call:2:8: There is an order 1 already")]
    [InlineData("function: Nope fails", "x.call:1:11: There is no function \"Nope\": it must be one of OrderTableRead, CancelOrder, ChangeOrderDate, RequestCode, VerifyCaller, VouchForCaller, OrderDialog.")]
    [InlineData("function: CancelOrder sulks", "x.call:1:23: \"sulks\" is nothing that goes wrong with a function: it must be fails after its work, fails, times out, answers late")]
    [InlineData("function: CancelOrder fails on call two", "x.call:1:37: \"two\" is no number: it must be one such as 2.")]
    [InlineData("then: all is well", "x.call:1:7: \"all is well\" is nothing that a call can have come to: it must be one of \"order 100 ships 2026-12-02\"")]
    [InlineData("then: order 100 flies", "x.call:1:17: \"flies\" is nothing an order can do: it must be one of")]
    [InlineData("then: order 100 has 1 friend", "x.call:1:21: \"1 friend\" is no count: it must be one such as \"no change\", \"1 change\" or \"2 changes\".")]
    [InlineData("then: order 100 | a | b | ships 2026-11-30 | placed", "x.call:1:13: An order that is told whole ends in its changes")]
    [InlineData("then: function CancelOrder worked", "x.call:1:28: \"worked\" is nothing a function can be")]
    [InlineData("then: operator sees all", "x.call:1:21: An operator sees an attribute: write it as in")]
    public void What_cannot_be_read_says_where_it_stands_what_is_wrong_and_what_would_be_right(string text, string words)
    {
        var malformed = Assert.Throws<ScenarioFormatException>(() => ScenarioText.Read("x.call", text));

        Assert.StartsWith(words, malformed.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a  b\n c ", "a b c")]
    [InlineData("<speak>Please wait. <break time=\"10s\"/></speak>", "Please wait.")]
    [InlineData("1 < 2", "1 < 2")]
    public void Words_are_read_as_they_are_heard(string prompt, string words) => Assert.Equal(words, PlainWords.From(prompt));
}
