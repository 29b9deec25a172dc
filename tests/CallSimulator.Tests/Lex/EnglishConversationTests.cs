using NodaTime;

namespace OrderHotline.CallSimulator.Tests;

/// <summary>The deployed bot and the order line talk to a caller.</summary>
public sealed class EnglishConversationTests
{
    const string AnyDay =
        "You can choose any day from Thursday, November 26th to Friday, December 25th. Which day would you like?";

    const string TheThird = "Asks for a yes: Thursday, December 3rd. Shall I change it to that day?";

    [Fact]
    public async Task A_day_is_asked_for_read_back_and_fulfilled_by_a_yes()
    {
        var call = BotCall.WithTheLine("en_US").Passing("orderedItem", "Jacket");

        Assert.Equal(
            $"Asks for ShippingDate: You would like to change the shipping date of Jacket. {AnyDay}",
            await call.Says("Hi, I'd like to change my shipping date"));
        Assert.Equal(TheThird, await call.Says("December 3rd, please"));
        Assert.Equal("Ended ChangeDate Fulfilled 2026-12-03", await call.Says("Yes, please."));
    }

    [Fact]
    public async Task Next_week_is_asked_again_and_never_becomes_its_Sunday()
    {
        var call = BotCall.WithTheLine("en_US").AskedByTheFlow(AnyDay);

        var asked = await call.Says("next week");

        Assert.StartsWith("Asks for ShippingDate: ", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("29th", asked, StringComparison.Ordinal);
        Assert.Equal(TheThird, await call.Says("Thursday the 3rd"));
    }

    [Fact]
    public async Task Silence_keys_and_a_no_are_told_apart()
    {
        var call = BotCall.WithTheLine("en_US").AskedByTheFlow(AnyDay);

        Assert.Equal($"Asks for ShippingDate: I did not hear you. {AnyDay}", await call.SaysNothing());
        Assert.Equal(TheThird, await call.Presses("1203"));
        Assert.Equal($"Asks for ShippingDate: All right. {AnyDay}", await call.Says("no"));
    }

    [Theory]
    [InlineData("operator, please", "Operator")]
    [InlineData("I'd like to cancel my order", "CancelOrder")]
    public async Task Another_wish_ends_the_dialogue(string words, string intent)
    {
        var call = BotCall.WithTheLine("en_US").AskedByTheFlow(AnyDay);
        await call.Says("December 3rd");

        Assert.Equal($"Ended {intent} Fulfilled", await call.Says(words));
    }

    [Fact]
    public async Task The_question_can_be_heard_again()
    {
        var call = BotCall.WithTheLine("en_US").AskedByTheFlow(AnyDay);
        await call.Says("December 3rd");

        Assert.Equal(TheThird, await call.Says("Could you repeat that, please?"));
    }

    // Half past seven in the evening of the 24th.
    [Fact]
    public async Task Today_is_that_of_the_bots_Region_and_the_line_is_not_misled()
    {
        var call = BotCall.WithTheLine("en_US", DateTimeZone.ForOffset(Offset.FromHours(-8))).AskedByTheFlow(AnyDay);

        Assert.Equal(
            "Asks for a yes: Thursday, November 26th. Shall I change it to that day?", await call.Says("tomorrow"));
        Assert.Equal("2026-11-25", call.SlotAsHeard);
    }
}
