using System.Collections.Immutable;
using NodaTime;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Lex;
using static OrderHotline.CallSimulator.Tests.FlowText;

namespace OrderHotline.CallSimulator.Tests;

public sealed class BotConversationTests
{
    static readonly string[] Ask =
    [
        Action("language", "UpdateContactData", """{"LanguageCode":"ja-JP"}""", ("next", "bot")),
        Bot("bot"),
        .. Ends,
    ];

    static string[] Ends =>
    [
        Say("cancel", "[$.Lex.IntentName][$.Lex.DialogState][$.Lex.Slots.Day][$.Lex.SessionAttributes.asked]", "bye"),
        .. End("none", "error", "next"),
    ];

    [Fact]
    public async Task A_bot_listens_after_the_words_of_the_block()
    {
        var call = await With(Ask).Call();

        Assert.Equal(["What can I do?"], call.Heard);
        Assert.Equal(new CallWaiting.ForAnswer(), call.State.Waiting);
    }

    [Fact]
    public async Task A_bot_asks_until_it_is_done_and_the_flow_branches_on_the_intent()
    {
        var call = await With(Ask).Call(new CallerAct.Says("hm"), new CallerAct.Says("cancel"));

        Assert.Equal(["What can I do?", "Said hm in ja_JP?", "Good.", "[CancelOrder][Fulfilled][2026-12-01][2]"], call.Heard);
        Assert.Equal("CancelOrder", Assert.Single(call.Events.OfType<CallEvent.BotEnded>()).Intent.Name);
        Assert.Equal(Duration.FromSeconds(2), call.Elapsed);
    }

    [Theory]
    [InlineData("weather", "none")]
    [InlineData("failed", "error")]
    [InlineData("break", "error")]
    public async Task What_the_flow_has_no_branch_for_and_what_went_wrong_are_told_apart(string words, string branch)
    {
        var call = await With(Ask).Call(new CallerAct.Says(words));

        Assert.Equal(branch, call.Heard.Last());
    }

    [Theory]
    [InlineData("12#", "Keyed 12 in ja_JP?", 1)]
    [InlineData("12", "Keyed 12 in ja_JP?", 6)]
    [InlineData("12*", "Silence in ja_JP?", 1)]
    [InlineData("#", "Silence in ja_JP?", 1)]
    public async Task Keys_end_with_a_hash_or_after_a_while(string keys, string heard, int seconds)
    {
        var call = await With(Ask).Call(new CallerAct.Presses(keys));

        Assert.Equal(heard, call.Heard.Last());
        Assert.Equal(Duration.FromSeconds(seconds), call.Elapsed);
    }

    [Fact]
    public async Task Keys_after_the_hash_are_lost()
    {
        var call = await With(Ask).Call(new CallerAct.Presses("1#2#"));

        Assert.Equal(["What can I do?", "Keyed 1 in ja_JP?"], call.Heard);
        Assert.StartsWith("2 keys pressed ahead are lost:", Assert.Single(call.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x-amz-lex:audio:start-timeout-ms:*:*", 7)]
    [InlineData("other", 3)]
    public async Task Silence_takes_the_time_that_the_block_gives(string attribute, int seconds)
    {
        var call = await With([Bot("bot", $$"""{"{{attribute}}":"7000"}"""), .. Ends]).Call(new CallerAct.StaysSilent());

        Assert.Equal("Silence in en_US?", call.Heard.Last());
        Assert.Equal(Duration.FromSeconds(seconds + 1), call.Elapsed);
    }

    [Fact]
    public async Task The_attributes_of_a_session_stay_and_those_of_a_block_are_laid_over()
    {
        var call = await With(
        [
            Bot("bot", """{"asked":"10","wish":"$.ContactId"}""", "again"),
            Bot("again", """{"wish":"other"}"""),
            .. Ends,
        ]).Call(new CallerAct.Says("cancel"), new CallerAct.Says("attributes"));

        Assert.Equal("asked=12,wish=other", call.Heard.Last());
    }

    [Fact]
    public async Task A_bot_that_is_not_there_is_an_error()
    {
        var call = await new Rehearsal(Ask).Call();

        Assert.Equal(["error"], call.Heard);
        Assert.Equal(["There is no bot ${OrderBotAlias.Arn} here. The call goes on as after an error, NoMatchingError -> error."], call.Notes);
    }

    static string Bot(string identifier, string attributes = "{}", string then = "cancel") => Action(
        identifier,
        "ConnectParticipantWithLexBot",
        $$"""
        { "Text": "What can I do?", "LexV2Bot": { "AliasArn": "${OrderBotAlias.Arn}" }, "LexSessionAttributes": {{attributes}} }
        """,
        ("CancelOrder", then),
        ("Broken", "next"),
        ("next", "next"),
        ("!NoMatchingCondition", "none"),
        ("!NoMatchingError", "error"));

    static Rehearsal With(string[] actions) => new(actions) { Bots = new() { ["OrderBotAlias"] = Answer } };

    // Repeats what it hears, a second later; knows a few words.
    static Task<BotStep> Answer(BotSession session, BotInput input, Instant now, CancellationToken cancellation)
    {
        var asked = int.Parse(session.Attributes.GetValueOrDefault("asked", "0"), null) + 1;
        var next = session with { Attributes = session.Attributes.SetItem("asked", $"{asked}") };
        var took = Duration.FromSeconds(1);
        return Task.FromResult<BotStep>(input switch
        {
            BotInput.Said("cancel") => new BotStep.Ended(next, Intent("CancelOrder", "Fulfilled"), ["Good."], took),
            BotInput.Said("weather") => new BotStep.Ended(next, Intent("Weather", "Fulfilled"), [], took),
            BotInput.Said("failed") => new BotStep.Ended(next, Intent("Broken", "Failed"), [], took),
            BotInput.Said("break") => new BotStep.Broke("no locale", took),
            BotInput.Said("attributes") => new BotStep.Asks(
                next, [string.Join(',', next.Attributes.OrderBy(one => one.Key).Select(one => $"{one.Key}={one.Value}"))], took),
            BotInput.Said(var words) => new BotStep.Asks(next, [$"Said {words} in {session.Locale}?"], took),
            BotInput.Keyed(var keys) => new BotStep.Asks(next, [$"Keyed {keys} in {session.Locale}?"], took),
            _ => new BotStep.Asks(next, [$"Silence in {session.Locale}?"], took),
        });
    }

    static BotIntent Intent(string name, string state) => new(
        name,
        state,
        "None",
        ImmutableDictionary<string, BotSlot?>.Empty.Add("Day", new BotSlot("Tuesday", "2026-12-01")).Add("Other", null));
}
