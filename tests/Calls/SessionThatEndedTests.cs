using OrderHotline.Calls.Tests.Exploring;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Scenarios;

namespace OrderHotline.Calls.Tests;

/// <summary>A flow that comes back to the bot when its session has ended, five minutes after the last word: the talk goes on from what the flow
/// passes.</summary>
public sealed class SessionThatEndedTests
{
    const string Call = """
        loose
        caller: +819012345678
        at: 2026-11-25T10:00+09:00
        order: 100 | Jacket | Justin | ships 2026-11-30 | placed

        pressed: 2
        silent
        heard: For an operator, press 0.
        said: December 3rd
        said: yes
        heard: Anything else?
        said: when does it ship
        heard: December 3rd, as you changed it.
        said: yes
        heard: How can I help?
        said: how is the weather
        heard: {when it is not understood}
        said: cancel my order
        heard: Shall I cancel your order?
        said: yes
        heard: I have cancelled your order.
        said: December 4th
        heard: Your order has already been cancelled.

        then: order 100 ships 2026-12-03
        then: order 100 is cancelled
        then: order 100 has 2 changes
        """;

    // By the estimate, two and a half words a second.
    static readonly string FiveMinutes = string.Join(' ', Enumerable.Repeat("la", 5 * 60 * 5 / 2));

    [Theory]
    [InlineData(SessionAttributesOf.TheFlow)]
    [InlineData(SessionAttributesOf.TheBot)]
    public async Task The_talk_goes_on_and_only_the_keypad_is_explained_once_more(SessionAttributesOf whose)
    {
        var call = await Play($"{FiveMinutes} la la", "To change the date, say so or press 1.", whose);

        Assert.Contains(call.Events.OfType<CallEvent.Noted>(), noted => noted.Note.StartsWith("The session with OrderBotAlias is over", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Before_that_the_session_is_the_same()
    {
        var call = await Play("la", "Sorry, I didn't get that.", SessionAttributesOf.TheFlow);

        Assert.DoesNotContain(call.Events.OfType<CallEvent.Noted>(), noted => noted.Note.Contains("is over", StringComparison.Ordinal));
    }

    // After every change the flow says this before it asks whether there is anything else.
    static async Task<PlayedCall> Play(string words, string whenNotUnderstood, SessionAttributesOf whose)
    {
        var line = PlantedLine.With("Conversation", flow => flow.Action("say-result")["Parameters"]!["Text"] = $"{words} $.External.message");
        var scenario = ScenarioText.Read("call", Call.Replace("{when it is not understood}", whenNotUnderstood, StringComparison.Ordinal));

        var result = await new ScenarioRunner(line).Run(
            scenario with { Start = scenario.Start with { SessionAttributes = whose } }, TestContext.Current.CancellationToken);

        if (result is ScenarioResult.Diverged(_, var difference))
        {
            Assert.Fail(difference.Explain("call", Call));
        }

        return result.Call;
    }
}
