using NodaTime;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Scenarios;
using OrderHotline.Contracts;

namespace OrderHotline.CallSimulator.Tests;

/// <summary>What is deployed, and calls to play on it.</summary>
static class Deployed
{
    public static readonly CallerAct Silence = new CallerAct.StaysSilent();

    public static Deployment Line { get; } = Deployment.Read(new(Path.Combine(AppContext.BaseDirectory, "deploy")));

    public static ScenarioRunner Runner { get; } = new(Line);

    /// <summary>The customer calls about an order that can be changed.</summary>
    public static ScenarioStart Start => new(SampleOrder.Customer, SampleOrder.Now)
    {
        Orders = [Order],
    };

    public static OrderDescription Order { get; } =
        new(SampleOrder.Id("100"), "Jacket", "髙﨑 花", new LocalDate(2026, 11, 30), OrderStatus.Placed);

    public static CallerAct Press(string keys) => new CallerAct.Presses(keys);

    public static CallerAct Say(string words) => new CallerAct.Says(words);

    public static Task<Scenario> Record(ScenarioStart start, params CallerAct[] acts) =>
        Runner.Record("recorded.call", start, acts, TestContext.Current.CancellationToken);

    public static async Task<ScenarioResult> Run(string text) =>
        await Runner.Run(ScenarioText.Read("x.call", text), TestContext.Current.CancellationToken);

    /// <summary>The call went as written.</summary>
    public static async Task Passes(string text)
    {
        if (await Run(text) is ScenarioResult.Diverged(_, var difference))
        {
            Assert.Fail(difference.Explain("x.call", text));
        }
    }

    /// <summary>The call went otherwise.</summary>
    public static async Task<Divergence> Diverges(string text) => Assert.IsType<ScenarioResult.Diverged>(await Run(text)).From;
}
