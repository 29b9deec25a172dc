using BenchmarkDotNet.Attributes;
using NodaTime;
using NodaTime.Testing;
using OrderHotline.Adapters.Connect;
using OrderHotline.Adapters.InMemory;
using OrderHotline.Application;
using OrderHotline.CallSimulator;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Functions;
using OrderHotline.CallSimulator.Scenarios;
using OrderHotline.Domain;

namespace OrderHotline.Bench.Calls;

/// <summary>What it costs to play a scripted call, from ring to goodbye, with the deployed flows and bot and the real functions, each on
/// a line and an order of its own. Each stands beside the same yardstick, one event answered by one function.</summary>
[MemoryDiagnoser]
public class WholeCalls
{
    static readonly Instant Now = Instant.FromUtc(2026, 11, 25, 1, 0);
    static readonly CallerAct Silence = new CallerAct.StaysSilent();

    readonly Deployment deployment = Deployment.Read(new(Path.Combine(AppContext.BaseDirectory, "deploy")));
    readonly ContactFlowHandler handler = new(
        OrderLine.ForCalls(OneOrder(), new ShippingPolicy(), new FakeClock(Now)), LinePhrases.Standard, TrustedChannels.None, _ => { });

    readonly ScenarioRunner runner;
    readonly Scenario scenario;

    readonly byte[] lookUp = """
        {"Details":{"ContactData":{"ContactId":"c0ffee00-0000-4000-8000-000000000001","Channel":"VOICE","LanguageCode":"ja-JP",
        "CustomerEndpoint":{"Address":"+819012345678","Type":"TELEPHONE_NUMBER"}},"Parameters":{}},"Name":"ContactFlowEvent"}
        """u8.ToArray();

    /// <summary>Reads the scenario once: what is measured is playing it.</summary>
    public WholeCalls()
    {
        runner = new(deployment);
        const string Name = "a-weekday-of-next-week.call";
        scenario = ScenarioText.Read(Name, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, Name)));
    }

    [Benchmark(Baseline = true, Description = "yardstick: one look-up answered")]
    public Task<Reply> Yardstick() => handler.Answer(ConnectFunction.OrderTableRead, lookUp, CancellationToken.None);

    [Benchmark(Description = "the date changed, Japanese")]
    public Task<CallState> DateChangedInJapanese() =>
        Play(Silence, Say("発送日を変更したいんですが"), Say("来週の水曜日"), Say("はい"), Silence);

    [Benchmark(Description = "the date changed, English")]
    public Task<CallState> DateChangedInEnglish() =>
        Play(Press("2"), Say("I'd like to change the shipping date"), Say("Wednesday next week"), Say("yes, please"), Silence);

    [Benchmark(Description = "cancelled, Japanese")]
    public Task<CallState> Cancelled() => Play(Silence, Press("2"), Press("1"), Silence);

    [Benchmark(Description = "three wrong keys, an operator, called back")]
    public Task<CallState> CalledBack() => Play(Silence, Press("7"), Press("7"), Press("7"), Silence, Press("1"));

    [Benchmark(Description = "the date changed, Japanese, as a scenario")]
    public async Task<ScenarioResult> DateChangedAsAScenario() =>
        await runner.Run(scenario, CancellationToken.None).ConfigureAwait(false) is ScenarioResult.Passed passed
            ? passed
            : throw new InvalidOperationException("The scenario goes otherwise than written.");

    async Task<CallState> Play(params CallerAct[] acts)
    {
        var orders = OneOrder();
        var functions = new LineFunctions(LinePorts.Over(orders), deployment.Shop, _ => { });
        var connect = deployment.Connect(functions.Invoke, deployment.World);
        var step = await connect.Ring(
            new("c0ffee00-0000-4000-8000-000000000001", "+819012345678", IncomingCall.RehearsedNumber, "Reception", Now),
            CancellationToken.None)
            .ConfigureAwait(false);
        foreach (var act in acts)
        {
            step = await connect.Next(step.State, act, CancellationToken.None).ConfigureAwait(false);
        }

        return step.State.Waiting is CallWaiting.Over(CallEnd.LineHungUp)
            ? step.State
            : throw new InvalidOperationException($"The call ended in {step.State.Waiting}: it was to end in a goodbye.");
    }

    static CallerAct.Presses Press(string keys) => new(keys);

    static CallerAct.Says Say(string words) => new(words);

    static InMemoryOrders OneOrder()
    {
        var orders = new InMemoryOrders();
        orders.Put(new Order(
            OrderId.TryParse("100", out var id) ? id : throw new InvalidOperationException(),
            PhoneNumber.TryParse("+819012345678", out var owner) ? owner : throw new InvalidOperationException(),
            "Jacket",
            "Hana",
            new LocalDate(2026, 11, 30),
            new OrderState.Placed(),
            placedAt: Now - Duration.FromDays(2)));
        return orders;
    }
}
