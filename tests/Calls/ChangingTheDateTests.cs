using NodaTime;
using OrderHotline.Adapters.Connect;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.Domain;
using static OrderHotline.Calls.Tests.PhoneCall;

namespace OrderHotline.Calls.Tests;

public sealed class ChangingTheDateTests
{
    static readonly CallerAct[] ToTheDateInJapanese = [Silence, Press("1")];
    static readonly CallerAct[] ToTheDateInEnglish = [Press("2"), Press("1")];

    [Fact]
    public async Task A_Japanese_caller_moves_the_date_from_ring_to_goodbye()
    {
        var shop = TestShop.WithAnOrder();

        var call = await (await shop.Ring()).Then([.. ToTheDateInJapanese, Say("来週の水曜日"), Say("はい"), Silence]);

        Assert.Collection(
            call.Heard,
            words => Assert.Equal("お電話ありがとうございます。", words),
            words => Assert.Equal("For English, press 2.", words),
            words => Assert.Equal("Jacketは十一月三十日、月曜日に発送します。ご用件をどうぞ。", words),
            words => Assert.Equal("かしこまりました。何日の発送にいたしましょうか？", words),
            words => Assert.Equal("十二月二日、水曜日の発送でよろしいでしょうか？", words),
            words => Assert.Equal("十二月二日、水曜日の発送に変更しました。", words),
            words => Assert.Equal("確認のメッセージをお送りします。ほかにご用件はございますか？", words),
            words => Assert.Equal("お電話ありがとうございました。失礼いたします。", words));
        Assert.Equal(CallEnd.LineHungUp, call.End);
        Assert.Equal(new LocalDate(2026, 12, 2), shop.Order.ShippingDate);
        Assert.Single(shop.Order.Outbox.Owed);
    }

    [Fact]
    public async Task An_English_caller_moves_the_date_from_ring_to_goodbye()
    {
        var shop = TestShop.WithAnOrder();

        var call = await (await shop.Ring()).Then([.. ToTheDateInEnglish, Say("Wednesday next week"), Say("yes, please"), Silence]);

        Assert.Collection(
            call.Heard,
            words => Assert.Equal("お電話ありがとうございます。", words),
            words => Assert.Equal("For English, press 2.", words),
            words => Assert.Equal("Your order, Jacket, ships on Monday, November 30th. How can I help?", words),
            words => Assert.Equal("Sure. When should it ship?", words),
            words => Assert.Equal("Shipping on Wednesday, December 2nd, is that right?", words),
            words => Assert.Equal("Your order now ships on Wednesday, December 2nd.", words),
            words => Assert.Equal("A text message is on its way. Anything else?", words),
            words => Assert.Equal("Thank you for calling. Goodbye.", words));
        Assert.Equal(CallEnd.LineHungUp, call.End);
        Assert.Equal(new LocalDate(2026, 12, 2), shop.Order.ShippingDate);
        Assert.Single(shop.Order.Outbox.Owed);
    }

    [Theory]
    [InlineData("来週")]
    [InlineData("三日か四日")]
    [InlineData("週末")]
    public async Task A_vague_answer_never_moves_a_parcel_not_even_after_a_yes(string vague)
    {
        var shop = TestShop.WithAnOrder();

        var call = await (await shop.Ring()).Then([.. ToTheDateInJapanese, Say(vague), Say("はい")]);

        Assert.Equal(new LocalDate(2026, 11, 30), shop.Order.ShippingDate);
        Assert.IsType<CallWaiting.ForAnswer>(call.State.Waiting);
    }

    [Fact]
    public async Task Next_week_in_English_is_asked_again_with_the_days_that_are_possible()
    {
        var shop = TestShop.WithAnOrder();

        var call = await (await shop.Ring()).Then([.. ToTheDateInEnglish, Say("next week")]);

        Assert.Contains("Which one?", call.LastHeard, StringComparison.Ordinal);
        Assert.Equal(new LocalDate(2026, 11, 30), shop.Order.ShippingDate);
    }

    [Theory]
    [InlineData("1203#")]
    [InlineData("20261203#")]
    public async Task A_date_can_be_keyed_in_and_confirmed_with_a_key(string keys)
    {
        var shop = TestShop.WithAnOrder();

        var call = await (await shop.Ring()).Then([.. ToTheDateInJapanese, Press(keys)]);
        Assert.Contains("十二月三日、木曜日", call.LastHeard, StringComparison.Ordinal);
        Assert.Equal(new LocalDate(2026, 11, 30), shop.Order.ShippingDate);

        await call.Then(Press("1"));
        Assert.Equal(new LocalDate(2026, 12, 3), shop.Order.ShippingDate);
    }

    [Fact]
    public async Task A_no_asks_for_another_day()
    {
        var shop = TestShop.WithAnOrder();

        await (await shop.Ring()).Then([.. ToTheDateInJapanese, Say("十二月三日"), Say("いいえ"), Say("十二月四日"), Say("はい")]);

        Assert.Equal(new LocalDate(2026, 12, 4), shop.Order.ShippingDate);
        Assert.Single(shop.Order.History);
    }

    [Fact]
    public async Task The_day_the_order_has_already_changes_nothing_and_owes_no_text()
    {
        var shop = TestShop.WithAnOrder();

        var call = await (await shop.Ring()).Then([.. ToTheDateInJapanese, Say("十一月三十日"), Say("はい")]);

        Assert.Contains(call.Heard, words => words.Contains("もともと十一月三十日、月曜日に発送の予定です", StringComparison.Ordinal));
        Assert.Empty(shop.Order.Outbox.Owed);
    }

    [Fact]
    public async Task A_day_that_cannot_be_had_is_refused_with_its_reason()
    {
        var shop = TestShop.WithAnOrder();

        var call = await (await shop.Ring()).Then([.. ToTheDateInJapanese, Say("今日")]);

        Assert.StartsWith("その日の発送には間に合いません。", call.LastHeard, StringComparison.Ordinal);
        Assert.Empty(shop.Order.History);
    }

    [Fact]
    public async Task After_three_silences_an_operator_takes_over()
    {
        var shop = TestShop.WithAnOrder();

        var call = await (await shop.Ring()).Then([.. ToTheDateInJapanese, Silence, Silence, Silence]);

        Assert.Contains("オペレーターにおつなぎいたします。", call.Heard);
        Assert.IsType<CallWaiting.ForOperator>(call.State.Waiting);
        Assert.Equal("三回続けてご用件を聞き取れませんでした。", call.State.Attributes["handOverReason"]);
    }

    [Theory]
    [InlineData("オペレーターをお願いします")]
    [InlineData("0")]
    public async Task An_operator_can_be_asked_for_instead_of_a_date(string answer)
    {
        var call = await (await TestShop.WithAnOrder().Ring())
            .Then([.. ToTheDateInJapanese, answer == "0" ? Press("0#") : Say(answer)]);

        Assert.IsType<CallWaiting.ForOperator>(call.State.Waiting);
        Assert.Equal("オペレーターをご希望です。", call.State.Attributes["handOverReason"]);
    }

    [Fact]
    public async Task Whoever_would_rather_cancel_says_so_and_is_asked_for_a_yes()
    {
        var shop = TestShop.WithAnOrder();

        var call = await (await shop.Ring()).Then([.. ToTheDateInJapanese, Say("キャンセルしたい")]);

        Assert.Equal("ご注文をキャンセルいたしますが、よろしいでしょうか？", call.LastHeard);
        Assert.IsType<OrderState.Placed>(shop.Order.State);
    }

    [Fact]
    public async Task The_question_is_repeated_to_whoever_wants_to_hear_it_again()
    {
        var call = await (await TestShop.WithAnOrder().Ring()).Then([.. ToTheDateInJapanese, Say("もう一度お願いします")]);

        Assert.Equal("何日の発送にいたしましょうか？", call.LastHeard);
        Assert.IsType<CallWaiting.ForAnswer>(call.State.Waiting);
    }

    [Theory]
    [InlineData("二日後ろにずらしてください", "十二月二日、水曜日", "はい")]
    [InlineData("今の予定より二日遅く", "十二月二日、水曜日", "はい、よろしくお願いします")]
    [InlineData("十二月三日に届けてください", "十二月三日、木曜日", "ええと、はい")]
    [InlineData("三日と四日は無理ですけど五日なら", "十二月五日、土曜日", "了解です")]
    public async Task In_Japanese_a_shift_an_unsure_day_and_what_is_left_of_a_refusal_are_read_back_and_taken_by_a_yes(
        string said, string readBack, string yes)
    {
        var shop = TestShop.WithAnOrder();

        var call = await (await shop.Ring()).Then([.. ToTheDateInJapanese, Say(said)]);
        Assert.Contains(readBack, call.LastHeard, StringComparison.Ordinal);
        Assert.Equal(new LocalDate(2026, 11, 30), shop.Order.ShippingDate);

        await call.Then(Say(yes));
        Assert.Contains(readBack[..4], new DateWords(LinePhrases.Standard.In(Language.Japanese)).Day(shop.Order.ShippingDate), StringComparison.Ordinal);
        Assert.Single(shop.Order.History);
    }

    [Theory]
    [InlineData("make it two days later", "Wednesday, December 2nd", "yes that works")]
    [InlineData("can you deliver it on December 3rd", "Thursday, December 3rd", "no problem")]
    [InlineData("not the third or the fourth but the fifth is fine", "Saturday, December 5th", "yes please, thank you")]
    public async Task In_English_a_shift_an_unsure_day_and_what_is_left_of_a_refusal_are_read_back_and_taken_by_a_yes(
        string said, string readBack, string yes)
    {
        var shop = TestShop.WithAnOrder();

        var call = await (await shop.Ring()).Then([.. ToTheDateInEnglish, Say(said)]);
        Assert.Contains(readBack, call.LastHeard, StringComparison.Ordinal);
        Assert.Equal(new LocalDate(2026, 11, 30), shop.Order.ShippingDate);

        await call.Then(Say(yes));
        Assert.Equal(readBack, new DateWords(LinePhrases.Standard.In(Language.English)).Day(shop.Order.ShippingDate));
        Assert.Single(shop.Order.History);
    }

    [Theory]
    [InlineData("三日と四日は無理です")]
    [InlineData("月曜から水曜まで旅行なので")]
    public async Task A_refused_list_in_Japanese_is_no_day_not_even_after_a_yes(string refused)
    {
        var shop = TestShop.WithAnOrder();

        await (await shop.Ring()).Then([.. ToTheDateInJapanese, Say(refused), Say("はい")]);

        Assert.Empty(shop.Order.History);
    }

    [Theory]
    [InlineData("not the third or the fourth")]
    [InlineData("I'm away from Monday to Wednesday")]
    public async Task A_refused_list_in_English_is_no_day_not_even_after_a_yes(string refused)
    {
        var shop = TestShop.WithAnOrder();

        await (await shop.Ring()).Then([.. ToTheDateInEnglish, Say(refused), Say("yes")]);

        Assert.Empty(shop.Order.History);
    }

    [Fact]
    public async Task A_second_thought_replaces_the_day_that_was_read_back()
    {
        var (japanese, english) = (TestShop.WithAnOrder(), TestShop.WithAnOrder());

        await (await japanese.Ring()).Then([.. ToTheDateInJapanese, Say("五日で"), Say("いや待って、六日で"), Say("はい")]);
        await (await english.Ring()).Then([.. ToTheDateInEnglish, Say("the fifth"), Say("no wait, the sixth"), Say("yes")]);

        Assert.Equal(new LocalDate(2026, 12, 6), japanese.Order.ShippingDate);
        Assert.Equal(new LocalDate(2026, 12, 6), english.Order.ShippingDate);
    }

    [Theory]
    [InlineData("二日後ろにずらして", "はい")]
    [InlineData("make it two days later", "yes")]
    public async Task A_shift_said_again_instead_of_a_yes_moves_once(string shift, string yes)
    {
        var shop = TestShop.WithAnOrder();

        await (await shop.Ring()).Then([.. yes == "yes" ? ToTheDateInEnglish : ToTheDateInJapanese, Say(shift), Say(shift), Say(yes)]);

        Assert.Equal(new LocalDate(2026, 12, 2), shop.Order.ShippingDate);
        Assert.Single(shop.Order.History);
    }
}
