namespace OrderHotline.Adapters.Connect.Tests;

public sealed class EnglishDialogTests
{
    const string WhichDay = "ElicitSlot: Sure. When should it ship?";
    const string TheThird = "ConfirmIntent 2026-12-03: Shipping on Thursday, December 3rd, is that right?";
    const string TheFourth = "ConfirmIntent 2026-12-04: Shipping on Friday, December 4th, is that right?";

    [Fact]
    public async Task A_day_is_asked_for_read_back_and_fulfilled_by_a_yes()
    {
        var call = LexCall.InEnglish().With("orderedItem", "R&D <b>");

        Assert.Equal(WhichDay, await call.Says("I want to change the date"));
        Assert.Equal(TheThird, await call.Says("December third please", slot: "2026-12-03", heard: "December third"));
        Assert.Equal("Close ChangeDate Fulfilled 2026-12-03", await call.SaysYes("yes please"));
        Assert.Equal("December third", call.Last.Original);
    }

    [Fact]
    public async Task Next_week_is_asked_about_whatever_Lex_put_into_the_slot()
    {
        var call = LexCall.InEnglish();

        Assert.Equal(
            "ElicitSlot: You can choose our shipping days from Monday, November 30th to Sunday, December 6th. Which one?",
            await call.Says("next week", slot: "2026-11-29"));
        Assert.Null(call.Slots["ShippingDate"]);
        Assert.Equal(TheThird, await call.Says("Thursday next week", slot: "2026-12-03"));
    }

    [Theory]
    [InlineData("no, Friday the fourth")]
    [InlineData("not the third, the fourth")]
    [InlineData("make it December 4th")]
    public async Task A_new_day_instead_of_a_yes_is_read_back(string words)
    {
        var (denied, fallback) = (LexCall.InEnglish(), LexCall.InEnglish());
        await denied.Says("December 3rd");
        await fallback.Says("December 3rd");

        Assert.Equal(TheFourth, await denied.SaysNo(words));
        Assert.Equal(TheFourth, await fallback.Mumbles(words));
        Assert.Equal("Close ChangeDate Fulfilled 2026-12-04", await fallback.Mumbles("yeah, that's right"));
    }

    [Fact]
    public async Task No_asks_for_another_day()
    {
        var call = LexCall.InEnglish();
        await call.Says("December 3rd");

        Assert.Equal(WhichDay, await call.Mumbles("no"));
    }

    [Fact]
    public async Task The_day_the_order_already_has_is_said_to_be_that()
    {
        var call = LexCall.InEnglish().With("shippingDate", "2026-12-03");

        Assert.Equal(
            "ConfirmIntent 2026-12-03: It already ships on Thursday, December 3rd, shall I leave it at that?",
            await call.Says("December 3rd"));
    }

    [Fact]
    public async Task The_soonest_day_instead_of_one_that_is_too_soon_is_taken_by_a_yes()
    {
        var call = LexCall.InEnglish();

        Assert.Equal(
            "ConfirmIntent 2026-11-26: That is too soon for us to ship. The soonest we can ship is Thursday, November 26th, is that all right?",
            await call.Says("today"));
        Assert.Equal("Close ChangeDate Fulfilled 2026-11-26", await call.Mumbles("that works for me"));
    }

    [Theory]
    [InlineData("en_US", "Sure.")]
    [InlineData("en-GB", "Sure.")]
    [InlineData("ja_JP", "かしこまりました。")]
    [InlineData("de_DE", "かしこまりました。")]
    [InlineData("", "かしこまりました。")]
    public async Task A_locale_the_line_does_not_speak_is_answered_in_the_shops_language(string locale, string words) =>
        Assert.StartsWith($"ElicitSlot: {words}", await LexCall.In(locale).Says("?"), StringComparison.Ordinal);
}
