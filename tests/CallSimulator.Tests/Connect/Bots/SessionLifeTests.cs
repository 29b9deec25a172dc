using System.Collections.Immutable;
using NodaTime;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Lex;
using OrderHotline.CallSimulator.Timing;
using static OrderHotline.CallSimulator.Tests.FlowText;

namespace OrderHotline.CallSimulator.Tests;

/// <summary>What a bot's session keeps between two blocks of a flow, and for how long.</summary>
public sealed class SessionLifeTests
{
    const int Seconds = 60;

    // A minute, by the estimate of what words take.
    static readonly string AMinute = string.Join(' ', Enumerable.Repeat("la", 150));

    [Theory]
    [InlineData(SessionAttributesOf.TheFlow, "passed=new,kept=yes")]
    [InlineData(SessionAttributesOf.TheBot, "passed=old,kept=yes")]
    public async Task Whose_attribute_counts_is_a_fact_of_the_instance(SessionAttributesOf whose, string heard)
    {
        var call = await With("Hm.", new() { SessionAttributes = whose }).Call(new CallerAct.Says("end"), new CallerAct.Says("tell"));

        Assert.Equal(heard, call.Heard.Last());
    }

    [Theory]
    [InlineData("new", false)]
    [InlineData("old", true)]
    public async Task It_is_looked_at_only_where_it_makes_a_difference(string held, bool looks)
    {
        var connect = With("Hm.").Connect();
        var rung = await connect.Ring(
            new("contact-1", null, "+815012345678", "Main", Rehearsal.Noon), TestContext.Current.CancellationToken);

        var step = await connect.Next(rung.State, new CallerAct.Says($"end {held}"), TestContext.Current.CancellationToken);

        Assert.Equal(InstanceFacts.None, rung.LooksAt);
        Assert.Equal(looks ? InstanceFacts.SessionAttributes : InstanceFacts.None, step.LooksAt);
    }

    [Fact]
    public async Task A_session_with_which_nobody_speaks_for_too_long_is_over()
    {
        var call = await With($"{AMinute} la").Call(new CallerAct.Says("end"), new CallerAct.Says("tell"));

        Assert.Equal("passed=new", call.Heard.Last());
        Assert.Equal(
            "The session with OrderBotAlias is over, as long as nobody spoke with it: this is a new one, and keeps nothing of it.",
            Assert.Single(call.Notes));
    }

    [Fact]
    public async Task A_session_lives_as_long_as_it_may()
    {
        Assert.Equal(Duration.FromSeconds(Seconds), SpeechLength.Of(AMinute, "en-US"));

        var call = await With(AMinute).Call(new CallerAct.Says("end"), new CallerAct.Says("tell"));

        Assert.Equal("passed=new,kept=yes", call.Heard.Last());
        Assert.Empty(call.Notes);
    }

    [Fact]
    public async Task An_answer_that_comes_too_late_finds_a_new_session()
    {
        var call = await With("Hm.").Call(new CallerAct.Says("stay"), new CallerAct.Says($"tell {AMinute}"));

        Assert.Equal("passed=old", call.Heard.Last());
    }

    // Asks a bot, says something, and asks it again with another text.
    static Rehearsal With(string between, ConnectWorld? world = null) => new(
        Bot("first", "old", "between"),
        Say("between", between, "second"),
        Bot("second", "new", "bye"),
        Action("bye", "DisconnectParticipant"))
    {
        Bots = new() { ["OrderBotAlias"] = Answer },
        World = world ?? new(),
    };

    static string Bot(string identifier, string passed, string then) => Action(
        identifier,
        "ConnectParticipantWithLexBot",
        $$"""
        { "Text": "?", "LexV2Bot": { "AliasArn": "${OrderBotAlias.Arn}" }, "LexSessionAttributes": { "passed": "{{passed}}" } }
        """,
        ("next", then),
        ("!NoMatchingCondition", then),
        ("!NoMatchingError", then));

    // Keeps something, and what was passed unless it is told otherwise; ends, goes on, or tells what it has.
    static Task<BotStep> Answer(BotSession session, BotInput input, Instant now, CancellationToken cancellation)
    {
        var words = ((BotInput.Said)input).Words.Split(' ');
        var kept = session with
        {
            Attributes = session.Attributes.SetItem("kept", "yes").SetItem("passed", words is ["end", var held] ? held : session.Attributes["passed"]),
            EndsAfter = Duration.FromSeconds(Seconds),
        };
        var tells = session.Attributes.OrderByDescending(one => one.Key).Select(one => $"{one.Key}={one.Value}");
        return Task.FromResult<BotStep>(words[0] switch
        {
            "end" => new BotStep.Ended(kept, new("Other", "Fulfilled", "None", ImmutableDictionary<string, BotSlot?>.Empty), [], Duration.Zero),
            "tell" => new BotStep.Asks(kept, [string.Join(',', tells)], Duration.Zero),
            _ => new BotStep.Asks(kept, ["Go on."], Duration.Zero),
        });
    }
}
