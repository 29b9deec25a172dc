using System.Collections.Immutable;
using OrderHotline.CallSimulator.Connect;

namespace OrderHotline.CallSimulator.Scenarios;

/// <summary>Plays scenarios, each in a shop of its own. May be used for many at once; the same scenario always goes the same way.</summary>
/// <param name="deployment">What is deployed.</param>
public sealed class ScenarioRunner(Deployment deployment)
{
    /// <summary>Plays a call and compares it with what is written, up to the first difference.</summary>
    public async Task<ScenarioResult> Run(Scenario scenario, CancellationToken cancellation)
    {
        if (Unplayable(scenario) is { } why)
        {
            throw new InvalidDataException($"{scenario.Name} cannot be played: {why}");
        }

        scenario = scenario with { Start = scenario.Start with { Zone = deployment.Shop.Policy.Zone } };
        var play = new ScenarioPlay(new ScenarioShop(deployment, scenario.Start), scenario);
        var difference = await play.Play(cancellation).ConfigureAwait(false);
        var call = await play.Played(cancellation).ConfigureAwait(false);
        difference ??= EndCheck.Find(scenario, call, play.HeardSince);
        return difference is null ? new ScenarioResult.Passed(call) : new ScenarioResult.Diverged(call, difference);
    }

    /// <summary>Plays acts and writes down everything that came of them: a scenario that passes.</summary>
    /// <param name="name">What it is to be called.</param>
    /// <param name="start">How things stand when it rings.</param>
    /// <param name="acts">What happens, in turn. Acts that change nothing, and those after the end, are left out.</param>
    /// <param name="cancellation">Ends the work when the result is no longer needed.</param>
    public async Task<Scenario> Record(
        string name, ScenarioStart start, IEnumerable<CallerAct> acts, CancellationToken cancellation)
    {
        ImmutableArray<CallerAct> done = [.. acts];
        start = start with { Zone = deployment.Shop.Policy.Zone };
        var recorded = await ScenarioRecorder.Record(deployment, name, start, done, cancellation).ConfigureAwait(false);

        // What made no difference would mislead the reader.
        foreach (var usual in (Func<ScenarioStart, ScenarioStart>[])[
            given => given with { Operators = new OperatorsFound.AsDeployed() },
            given => given with { SessionAttributes = SessionAttributesOf.TheFlow }])
        {
            if (usual(recorded.Start) is var usualStart && usualStart != recorded.Start)
            {
                var other = await ScenarioRecorder.Record(deployment, name, usualStart, done, cancellation).ConfigureAwait(false);
                recorded = ScenarioText.Write(other with { Start = recorded.Start }) == ScenarioText.Write(recorded) ? other : recorded;
            }
        }

        return recorded;
    }

    /// <summary>Writes a scenario down anew as its call goes now: the same beginning, the same acts, and what comes of them today.</summary>
    public async Task<Scenario> RecordAnew(Scenario scenario, CancellationToken cancellation)
    {
        var recorded = await Record(
            scenario.Name, scenario.Start, scenario.Steps.OfType<ScenarioStep.Does>().Select(step => step.Act), cancellation)
            .ConfigureAwait(false);
        return recorded with { About = scenario.About };
    }

    string? Unplayable(Scenario scenario) =>
        !deployment.Flows.ContainsKey(scenario.Start.Flow)
            ? $"there is no flow {scenario.Start.Flow}; there are {string.Join(", ", deployment.Flows.Keys.Order(StringComparer.Ordinal))}."
        : scenario.Start.Caller is null && scenario.Start.Orders.FirstOrDefault(order => order.Owner is null) is { } nobodys
            ? $"order {nobodys.Id} belongs to nobody, because the caller's number is withheld: name its owner at the end of its line."
        : ShopChange.Applied(deployment.Shop, scenario.Start.ShopChanges).Policy.Problems().FirstOrDefault();
}
