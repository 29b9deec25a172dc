using NodaTime;
using OrderHotline.CallSimulator;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Scenarios;
using OrderHotline.CallSimulator.Timing;

namespace OrderHotline.Calls.Tests;

/// <summary>What a caller's time is at most, by the estimate of <see cref="SpeechLength"/>: docs/calls.md tells what is reached.</summary>
public sealed class HowLongCallsTakeTests
{
    // The key that chooses English is one.
    const int ToChooseEnglish = 1;

    static readonly Duration LongestPrompt = Duration.FromSeconds(12);
    static readonly Duration LongestOfHoursAndNumbers = Duration.FromSeconds(17);

    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Scenarios");

    static readonly ScenarioRunner Runner = new(Deployment.Read(new(Path.Combine(AppContext.BaseDirectory, "deploy"))));

    [Theory]
    [InlineData("ja", 11)]
    [InlineData("en", 8)]
    public async Task The_caller_may_soon_act(string language, double seconds) =>
        Assert.InRange((await Times($"{language}/conversation/where-is-it")).UntilTheCallerMayAct!.Value.TotalSeconds, 0, seconds);

    [Theory]
    [InlineData("ja/conversation/the-day-in-the-first-sentence", 28, 2)]
    [InlineData("en/conversation/the-day-in-the-first-sentence", 28, 2 + ToChooseEnglish)]
    [InlineData("ja/conversation/the-workshops-own-call", 40, 3)]
    [InlineData("en/conversation/the-workshops-own-call", 40, 3 + ToChooseEnglish)]
    [InlineData("ja/conversation/cancelled-by-voice", 28, 2 + 1)] // and a thank you
    [InlineData("en/conversation/cancelled-by-voice", 28, 2 + 1 + ToChooseEnglish)]
    public async Task A_change_is_soon_announced(string call, double seconds, int turns)
    {
        var times = await Times(call);

        Assert.InRange(times.UntilAChangeIsAnnounced!.Value.TotalSeconds, 0, seconds);
        Assert.InRange(times.Turns, 1, turns);
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task How_the_order_stands_is_heard_within_fifteen_seconds(string language)
    {
        var call = await Play($"{language}/conversation/the-day-in-the-first-sentence");

        // The status is all that is told before anybody has asked for it.
        var untilAsked = call.Events.TakeWhile(happened => happened is not CallEvent.Did(_, CallerAct.Says)).ToList();
        Assert.InRange(CallTimes.Of(call.Start.At, untilAsked).InAll.TotalSeconds, 0, 15);
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task One_key_is_answered_within_a_second(string language)
    {
        var call = await Play($"{language}/conversation/three-wishes-by-key");

        foreach (var (act, at) in call.Events.Select((happened, at) => (happened as CallEvent.Did, at)).Where(act => act.Item1?.Act is CallerAct.Presses({ Length: 1 })))
        {
            var answer = call.Events.Skip(at).OfType<CallEvent.Heard>().First();
            Assert.InRange((answer.At - act!.At).TotalSeconds, 0, 1);
        }
    }

    [Theory]
    [MemberData(nameof(ScenarioTests.Files), MemberType = typeof(ScenarioTests))]
    public async Task No_prompt_is_longer_than_twelve_seconds_but_those_that_read_hours_or_a_number_out(string file)
    {
        var call = await Play(Path.ChangeExtension(file, null));

        var prompts = call.Events.OfType<CallEvent.Heard>().Select(heard => SpeechLength.Of(WithoutTheWait(heard.Words), heard.Language)).ToList();
        var untilAnOperatorIsSought = call.Events.TakeWhile(happened => happened is not CallEvent.Ran { Flow: "Operator" }).OfType<CallEvent.Heard>().Count();
        Assert.DoesNotContain(prompts[..untilAnOperatorIsSought], length => length > LongestPrompt);
        Assert.DoesNotContain(prompts[untilAnOperatorIsSought..], length => length > LongestOfHoursAndNumbers);
    }

    // Between two words to who waits in a queue there is silence: no prompt.
    static string WithoutTheWait(string words) => words.Replace("<break time=\"10s\"/>", "", StringComparison.Ordinal);

    static async Task<CallTimes> Times(string name)
    {
        var call = await Play(name);
        return CallTimes.Of(call.Start.At, call.Events);
    }

    static async Task<PlayedCall> Play(string name)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Folder, $"{name}.call"), TestContext.Current.CancellationToken);
        return (await Runner.Run(ScenarioText.Read(name, text), TestContext.Current.CancellationToken)).Call;
    }
}
