using OrderHotline.Contracts;

namespace OrderHotline.Adapters.Connect.Tests;

/// <summary>A day by which the order is to be delivered is not the day on which it is shipped.</summary>
public sealed class DeliveryDayTests
{
    [Theory]
    [InlineData("十二月五日に届けて")]
    [InlineData("五日に届くようにしてください")]
    [InlineData("土曜日に着くように、来週の")]
    [InlineData("五日に受け取りたい")]
    public async Task A_day_of_delivery_is_counted_back_to_the_day_of_shipping_and_both_are_said(string words)
    {
        var call = LexCall.InJapanese(deliveryDays: 2).AboutAJacket();

        Assert.Equal(
            "ConfirmIntent 2026-12-03: 十二月五日、土曜日のお届けになります。十二月三日、木曜日の発送でよろしいでしょうか？",
            await call.Says(words));
        Assert.Equal("ConfirmIntent 2026-12-03: 十二月三日、木曜日の発送でよろしいでしょうか？", await call.Wants("Repeat"));
        Assert.Equal("Close ChangeDate Fulfilled 2026-12-03", await call.SaysYes("はい"));
    }

    [Theory]
    [InlineData("I need it delivered on December 5th")]
    [InlineData("can it arrive on December 5th")]
    public async Task In_English_too(string words) =>
        Assert.Equal(
            "ConfirmIntent 2026-12-03: It will be there on Saturday, December 5th. "
                + "Shipping on Thursday, December 3rd, is that right?",
            await LexCall.InEnglish(deliveryDays: 2).AboutAJacket().Says(words));

    [Theory]
    [InlineData("五日に発送して")]
    [InlineData("十二月五日")]
    public async Task A_day_is_one_of_shipping_where_nobody_speaks_of_delivery(string words) =>
        Assert.Equal(
            "ConfirmIntent 2026-12-05: 十二月五日、土曜日の発送でよろしいでしょうか？",
            await LexCall.InJapanese(deliveryDays: 2).AboutAJacket().Says(words));

    [Fact]
    public async Task A_shop_that_does_not_say_how_long_it_takes_promises_no_day_of_delivery()
    {
        Assert.Equal(
            "ConfirmIntent 2026-12-05: お選びいただけるのは、発送日です。十二月五日、土曜日の発送でよろしいでしょうか？",
            await LexCall.InJapanese().AboutAJacket().Says("十二月五日に届けて"));
        Assert.Equal(
            "ConfirmIntent 2026-12-05: I can choose the day we ship it, not the day it arrives. Shipping on Saturday, December 5th, is that right?",
            await LexCall.InEnglish().AboutAJacket().Says("deliver it on December 5th"));
    }

    // The order cannot be there on that day, so nothing may say that it will.
    [Theory]
    [InlineData("明日届けて", "その日の発送には間に合いません。最短は十一月二十六日、木曜日の発送ですが、よろしいでしょうか？")]
    [InlineData("昨日届けて", "その日はもう過ぎています。最短は十一月二十六日、木曜日の発送ですが、よろしいでしょうか？")]
    public async Task A_day_of_delivery_that_cannot_be_had_is_not_promised_on_the_way(string words, string answer)
    {
        var call = LexCall.InJapanese(deliveryDays: 1).AboutAJacket();

        Assert.Equal($"ConfirmIntent 2026-11-26: {answer}", await call.Says(words));
    }

    [Fact]
    public async Task A_day_of_delivery_on_whose_shipping_day_the_shop_is_closed_is_answered_with_the_next()
    {
        var policy = SampleOrder.Policy with { ClosedDates = [new(2026, 12, 3)] };

        Assert.Equal(
            "ConfirmIntent 2026-12-04: その日は発送をお休みしております。十二月四日、金曜日の発送でしたら承れますが、よろしいでしょうか？",
            await LexCall.InJapanese(policy, deliveryDays: 2).AboutAJacket().Says("十二月五日に届けて"));
    }

    [Fact]
    public async Task To_a_day_that_was_read_back_a_yes_with_its_day_of_delivery_is_a_yes()
    {
        var call = LexCall.InJapanese(deliveryDays: 2).AboutAJacket();
        await call.Says("十二月三日");

        Assert.Equal("Close ChangeDate Fulfilled 2026-12-03", await call.SaysYes("五日に届けばいいです"));
    }

    [Theory]
    [InlineData("五日までに届けて", "十一月二十六日、木曜日から十二月三日、木曜日までの")]
    [InlineData("来週届けて", "十一月二十八日、土曜日から十二月四日、金曜日までの")]
    [InlineData("三日か五日に届くように", "十二月一日、火曜日、または十二月三日、木曜日")]
    public async Task Of_several_days_of_delivery_those_are_offered_on_which_it_is_sent_in_time(string words, string days) =>
        Assert.StartsWith(
            $"ElicitSlot: {days}", await LexCall.InJapanese(deliveryDays: 2).AboutAJacket().Says(words), StringComparison.Ordinal);

    [Fact]
    public async Task Delivered_by_a_day_is_sent_in_time_for_it_in_English_too()
    {
        const string Said = "I need it delivered by December 5th";

        Assert.Equal(
            "ElicitSlot: You can choose our shipping days from Thursday, November 26th to Thursday, December 3rd. Which one?",
            await LexCall.InEnglish(deliveryDays: 2).AboutAJacket().Says(Said));
        Assert.Equal(
            "ElicitSlot: I can choose the day we ship it, not the day it arrives. When should it ship?",
            await LexCall.InEnglish().AboutAJacket().Says(Said));
    }

    [Theory]
    [InlineData("できるだけ早く届けて", "2026-11-26")]
    [InlineData("お届けを二日遅らせて", "2026-12-02")]
    public async Task The_soonest_and_so_many_days_later_are_the_same_of_shipping_and_of_delivery(string words, string day)
    {
        Assert.StartsWith($"ConfirmIntent {day}", await LexCall.InJapanese(deliveryDays: 2).AboutAJacket().Says(words), StringComparison.Ordinal);
        Assert.StartsWith($"ConfirmIntent {day}", await LexCall.InJapanese().AboutAJacket().Says(words), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wish_for_another_day_of_delivery_that_names_none_is_asked_which() =>
        Assert.Equal(
            "ElicitSlot: かしこまりました。何日の発送にいたしましょうか？",
            await LexCall.InJapanese(deliveryDays: 2).AboutAJacket().Says("お届けの日を変えたい"));
}
