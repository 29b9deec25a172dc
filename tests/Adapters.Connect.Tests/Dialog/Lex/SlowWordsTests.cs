namespace OrderHotline.Adapters.Connect.Tests;

/// <summary>Who asks for slower words hears the question again, and everything after it, slowly.</summary>
public sealed class SlowWordsTests
{
    [Theory]
    [MemberData(nameof(KeyTests.Questions), MemberType = typeof(KeyTests))]
    public async Task A_wish_for_slower_words_asks_the_same_again_slowly(string question)
    {
        var call = await LexCall.InJapanese().AboutAJacket().Until(question);
        await call.Mumbles("ジャケット");
        var asked = await call.Wants("Repeat");
        Assert.False(call.Last.IsSlow);

        Assert.Equal(asked, await call.Wants("Slower", "もっとゆっくり"));

        Assert.True(call.Last.IsSlow);
        Assert.Equal(("slow", "1", question), (call.Attributes["dialogPace"], call.Attributes["dialogFailures"], call.Attributes["dialogStep"]));
        Assert.Equal(DialogResult.Repeated, call.Log[^1].Result);
    }

    [Fact]
    public async Task Everything_after_it_is_slow_and_what_comes_after_the_dialogue_too()
    {
        var call = await LexCall.InEnglish().AboutAJacket().Until("Open");
        await call.Wants("Slower", "slower please");

        foreach (var turn in new Func<Task<string>>[]
        {
            () => call.Wants("OrderStatus"), () => call.Wants("ChangeDate"), () => call.Says("December 3rd"), () => call.Mumbles("jacket"), () => call.Wants("Repeat"),
        })
        {
            await turn();
            Assert.True(call.Last.IsSlow);
        }

        Assert.Equal("Close Goodbye Fulfilled: All right. Your order stays as it is.", await call.Wants("Goodbye"));
        Assert.True(call.Last.IsSlow);
        Assert.Equal("slow", call.Attributes["dialogPace"]);
        await call.AboutAJacket().Wants("Repeat");
        Assert.True(call.Last.IsSlow);
    }

    [Fact]
    public async Task It_is_SSML_that_is_slow()
    {
        var call = LexCall.InEnglish().AboutAJacket();

        var reply = await call.AnswerAsItIs(new LexTurnEvent { Intent = "Slower", Locale = "en_US" }.ToJson());

        Assert.Contains(
            """{"contentType":"SSML","content":"<speak><prosody rate=\"80%\">How can I help?</prosody></speak>"}""",
            System.Text.Encoding.UTF8.GetString(reply),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_turn_that_is_left_to_the_bot_forgets_the_question_and_not_the_pace()
    {
        var call = await LexCall.InJapanese().AboutAJacket().Until("Confirm");
        await call.Wants("Slower");
        await call.Wants("Greeting");

        Assert.Equal("slow", call.Attributes["dialogPace"]);
        Assert.DoesNotContain("dialogStep", call.Attributes.Keys);
    }

    [Theory]
    [InlineData("fast")]
    [InlineData("")]
    public async Task Another_pace_is_none(string pace)
    {
        var call = LexCall.InJapanese().AboutAJacket().With("dialogPace", pace);
        await call.Wants("Repeat");

        Assert.False(call.Last.IsSlow);
    }
}
