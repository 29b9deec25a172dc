using NodaTime;

namespace OrderHotline.CallSimulator.Tests;

/// <summary>The deployed bot and the order line talk to a caller.</summary>
public sealed class EnglishConversationTests
{
    const string Open = "Your order, Jacket, ships on Monday, November 30th. How can I help?";
    const string WhichDay = "When should it ship?";
    const string TheThird = "Asks for a yes: Shipping on Thursday, December 3rd, is that right?";

    [Fact]
    public async Task A_day_is_asked_for_read_back_and_fulfilled_by_a_yes()
    {
        var call = BotCall.WithTheLine("en_US").AskedByTheFlow(Open);

        Assert.Equal($"Asks for ShippingDate: Sure. {WhichDay}", await call.Says("Hi, I'd like to change my shipping date"));
        Assert.Equal(TheThird, await call.Says("December 3rd, please"));
        Assert.Equal("Ended ChangeDate Fulfilled 2026-12-03", await call.Says("Yes, please."));
    }

    [Fact]
    public async Task Next_week_is_asked_again_and_never_becomes_its_Sunday()
    {
        var call = BotCall.WithTheLine("en_US").AskedForADay(WhichDay);

        var asked = await call.Says("next week");

        Assert.StartsWith("Asks for ShippingDate: ", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("29th", asked, StringComparison.Ordinal);
        Assert.Equal(TheThird, await call.Says("Thursday the 3rd"));
    }

    [Fact]
    public async Task Silence_keys_and_a_no_are_told_apart()
    {
        var call = BotCall.WithTheLine("en_US").AskedForADay(WhichDay);

        Assert.StartsWith("Asks for ShippingDate: Hello? ", await call.SaysNothing(), StringComparison.Ordinal);
        Assert.Equal(TheThird, await call.Presses("1203"));
        Assert.Equal($"Asks for ShippingDate: Sure. {WhichDay}", await call.Says("no"));
    }

    [Fact]
    public async Task An_operator_who_is_wished_for_ends_the_dialogue()
    {
        var call = BotCall.WithTheLine("en_US").AskedByTheFlow(Open);
        await call.Says("December 3rd");

        Assert.Equal("Ended Operator Fulfilled", await call.Says("operator, please"));
    }

    [Fact]
    public async Task Cancelling_instead_of_a_yes_is_asked_about_and_ends_the_dialogue_only_with_a_yes_of_its_own()
    {
        var call = BotCall.WithTheLine("en_US").AskedByTheFlow(Open);
        await call.Says("December 3rd");

        Assert.Equal("Asks for a yes: Shall I cancel your order?", await call.Says("I'd like to cancel my order"));
        Assert.Equal("Ended CancelOrder Fulfilled", await call.Says("yes"));
    }

    [Fact]
    public async Task The_question_can_be_heard_again()
    {
        var call = BotCall.WithTheLine("en_US").AskedByTheFlow(Open);
        await call.Says("December 3rd");

        Assert.Equal(TheThird, await call.Says("Could you repeat that, please?"));
    }

    // Half past seven in the evening of the 24th.
    [Fact]
    public async Task Today_is_that_of_the_bots_Region_and_the_line_is_not_misled()
    {
        var call = BotCall.WithTheLine("en_US", DateTimeZone.ForOffset(Offset.FromHours(-8))).AskedForADay(WhichDay);

        Assert.Equal("Asks for a yes: Shipping on Thursday, November 26th, is that right?", await call.Says("tomorrow"));
        Assert.Equal("2026-11-25", call.SlotAsHeard);
    }
}
