using NodaTime;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.Contracts;
using static OrderHotline.Calls.Tests.PhoneCall;

namespace OrderHotline.Calls.Tests;

public sealed class OperatorTests
{
    const string InTurn = "かしこまりました。順番が参りましたら、オペレーターからお電話いたします。お電話ありがとうございました。失礼いたします。";
    const string NextHours = "かしこまりました。次の受付時間に、オペレーターからお電話いたします。お電話ありがとうございました。失礼いたします。";
    const string Closed =
        "申し訳ございません。ただいま受付時間外です。受付は通常、月曜日から金曜日の午前九時から午後六時まで、土曜日の午前十時から午後五時までです。";

    static readonly Instant Evening = Instant.FromUtc(2026, 11, 25, 12, 0);
    static readonly Instant Sunday = Instant.FromUtc(2026, 11, 29, 3, 0);
    static readonly CallerAct[] AskForOne = [Silence, Press("3")];

    [Fact]
    public async Task An_operator_hears_and_sees_what_the_call_is_about()
    {
        var call = await (await TestShop.WithAnOrder().Ring()).Then([.. AskForOne, OperatorAnswers]);

        Assert.Equal(CallEnd.WithOperator, call.End);
        Assert.Equal("お名前は、 髙﨑 花 ご注文は、 Jacket オペレーターをご希望です。 お話しになる言語は、 日本語", Assert.Single(call.OperatorHeard));
        Assert.Equal("100", call.OperatorSaw["orderId"]);
        Assert.Equal("2026-11-30", call.OperatorSaw["shippingDate"]);
        Assert.Equal("オペレーターをご希望です。", call.OperatorSaw["handOverReason"]);
        Assert.Equal("日本語", call.OperatorSaw["callerLanguage"]);
    }

    [Fact]
    public async Task An_operator_sees_what_was_changed_in_the_same_call()
    {
        var call = await (await TestShop.WithAnOrder().Ring()).Then(
            Silence, Press("1"), Say("十二月三日"), Say("はい"), Press("3"), OperatorAnswers);

        Assert.Equal("ChangeOrderDate", call.OperatorSaw["lastWish"]);
        Assert.Equal("Rescheduled", call.OperatorSaw["lastOutcome"]);
        Assert.Equal("2026-12-03", call.OperatorSaw["shippingDate"]);
        Assert.Equal(("Rescheduled", "Owed"), (call.OperatorSaw["lastChange"], call.OperatorSaw["lastText"]));
        Assert.Contains(call.OperatorSaw["told"], call.Heard);
    }

    [Fact]
    public async Task An_operator_sees_that_the_text_about_an_earlier_call_was_refused()
    {
        var order = SampleOrder.Of(SampleOrder.Customer, "100").MoveTo(new(2026, 12, 3)).After.ClaimMessage().After.Refuse().After;

        var call = await (await TestShop.With(order).Ring()).Then([.. AskForOne, OperatorAnswers]);

        Assert.Equal(("Rescheduled", "Refused"), (call.OperatorSaw["lastChange"], call.OperatorSaw["lastText"]));
    }

    [Fact]
    public async Task An_operator_sees_that_nobody_knows_what_became_of_a_wish_and_that_the_caller_was_told_so()
    {
        var shop = TestShop.WithAnOrder().Breaking("CancelOrder");

        var call = await (await shop.Ring()).Then(Silence, Press("2"), Press("1"), OperatorAnswers);

        Assert.Equal(("CancelOrder", "Unknown"), (call.OperatorSaw["lastWish"], call.OperatorSaw["lastOutcome"]));
        Assert.Contains(call.OperatorSaw["told"], call.Heard);
    }

    [Fact]
    public async Task A_customer_without_a_name_is_announced_without_one()
    {
        var call = await (await TestShop.WithAnOrder(name: "").Ring()).Then([.. AskForOne, OperatorAnswers]);

        Assert.Equal("ご注文は、 Jacket オペレーターをご希望です。 お話しになる言語は、 日本語", Assert.Single(call.OperatorHeard));
    }

    [Fact]
    public async Task Whoever_waits_hears_how_many_wait_and_is_offered_a_call_back_again_and_again()
    {
        var call = await (await TestShop.WithAnOrder(queue: new() { Waiting = 2 }).Ring()).Then(AskForOne);

        Assert.Contains(call.Heard, words => words.StartsWith("ただいま、お客様を含めて 3 名様", StringComparison.Ordinal));
        await call.Then(Silence, Silence, Silence, Silence);
        Assert.Equal(2, call.Heard.Count(words => words.StartsWith("折り返しのお電話は、一を", StringComparison.Ordinal)));
        Assert.IsNotType<CallWaiting.Over>(call.State.Waiting);
    }

    [Fact]
    public async Task Whoever_waits_can_be_called_back_instead()
    {
        var call = await (await TestShop.WithAnOrder().Ring()).Then([.. AskForOne, Silence, Press("1")]);

        Assert.Equal("+819012345678", Assert.Single(call.Events.OfType<CallEvent.CallbackPromised>()).Number);
        Assert.Equal(InTurn, call.LastHeard);
        Assert.Equal(CallEnd.LineHungUp, call.End);
    }

    [Fact]
    public async Task Whoever_waits_with_a_withheld_number_is_offered_nothing_and_keeps_the_place()
    {
        var call = await (await TestShop.WithAnOrder().Ring(null)).Then(Silence, Silence, Silence);

        Assert.DoesNotContain(call.Heard, words => words.Contains("折り返し", StringComparison.Ordinal));
        Assert.Null(call.End);
    }

    public static TheoryData<string, string, string> WhyNobodyAnswers => new()
    {
        { "evening", Closed, NextHours },
        { "sunday", Closed, NextHours },
        { "nobody", "申し訳ございません。ただいま対応できるオペレーターがおりません。", InTurn },
        { "full", "申し訳ございません。ただいま大変混み合っております。", InTurn },
    };

    [Theory]
    [MemberData(nameof(WhyNobodyAnswers))]
    public async Task Whoever_cannot_be_put_through_hears_why_and_is_promised_a_call_back_when_it_can_come(string why, string words, string promise)
    {
        var call = await (await Shop(why).Ring()).Then(AskForOne);
        Assert.Contains(words, call.Heard);
        Assert.StartsWith("折り返しのお電話を承ります。番号は国番号から、 +819012345678 ", call.LastHeard, StringComparison.Ordinal);

        await call.Then(Press("1"));
        Assert.Equal("+819012345678", Assert.Single(call.Events.OfType<CallEvent.CallbackPromised>()).Number);
        Assert.Equal(promise, call.LastHeard);
        Assert.Equal(CallEnd.LineHungUp, call.End);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("")]
    [InlineData("7")]
    public async Task Whoever_wants_no_call_back_hears_goodbye(string key)
    {
        var act = key.Length == 0 ? Silence : Press(key);

        var call = await (await Shop("full").Ring()).Then(key == "2" ? [.. AskForOne, act] : [.. AskForOne, act, act, act]);

        Assert.Empty(call.Events.OfType<CallEvent.CallbackPromised>());
        Assert.EndsWith("お電話ありがとうございました。失礼いたします。", call.LastHeard, StringComparison.Ordinal);
        Assert.Equal(CallEnd.LineHungUp, call.End);
    }

    [Fact]
    public async Task A_caller_with_a_withheld_number_keys_in_where_to_call_back()
    {
        var call = await (await Shop("full").Ring(null)).Then(Silence, Press("1"), Press("0312345678#"));

        Assert.StartsWith("番号は国番号から、 +81312345678 ", call.LastHeard, StringComparison.Ordinal);
        Assert.Empty(call.Events.OfType<CallEvent.CallbackPromised>());
        await call.Then(Press("1"));
        Assert.Equal("+81312345678", Assert.Single(call.Events.OfType<CallEvent.CallbackPromised>()).Number);
        Assert.Equal(CallEnd.LineHungUp, call.End);
    }

    [Fact]
    public async Task A_number_that_is_none_and_a_number_that_never_comes_are_asked_for_again_and_then_given_up()
    {
        var call = await (await Shop("full").Ring(null)).Then(Silence, Press("1"), Press("12#"), Silence, Press("99#"));

        Assert.Equal(2, call.Heard.Count(words => words == "恐れ入りますが、そのお電話番号にはおかけできません。"));
        Assert.Contains("ボタン操作を確認できませんでした。", call.Heard);
        Assert.Empty(call.Events.OfType<CallEvent.CallbackPromised>());
        Assert.Equal(CallEnd.LineHungUp, call.End);
    }

    static TestShop Shop(string why) => why switch
    {
        "evening" => TestShop.WithAnOrder(Evening),
        "sunday" => TestShop.WithAnOrder(Sunday),
        "nobody" => TestShop.WithAnOrder(queue: new() { Online = 0, Available = 0 }),
        _ => TestShop.WithAnOrder(queue: new() { Waiting = 99 }),
    };
}
