using System.Collections.Immutable;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Scenarios;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>Calls that break a property, as scenarios: to be read, to be played, and to be kept once they are mended.</summary>
public static class CounterExamples
{
    /// <summary>Writes a counter-example down. What the caller hears and what comes of the call is recorded with the line's own
    /// functions.</summary>
    /// <param name="deployment">What was explored.</param>
    /// <param name="settings">How it was explored.</param>
    /// <param name="broken">What was found.</param>
    /// <param name="cancellation">Ends the work when the result is no longer needed.</param>
    public static async Task<Scenario> AsScenario(
        Deployment deployment, ExplorationSettings settings, PropertyVerdict.Broken broken, CancellationToken cancellation)
    {
        var start = new ScenarioStart(
            PhoneNumber.TryParse(broken.World.From, out var caller) ? caller : null, broken.World.At)
        {
            Flow = settings.Flow,
            Operators = broken.World.Operators,
            SessionAttributes = broken.World.Connect.SessionAttributes,
            ShopChanges = broken.World.ShopChanges,
            Orders =
            [
                .. broken.World.Orders.Select(order => OrderDescription.From(order, caller == default ? null : caller)),
            ],
            Faults = await Faults(deployment, settings, broken, cancellation).ConfigureAwait(false),
        };
        var recorded = await new ScenarioRunner(deployment)
            .Record(
                broken.Property.GetType().Name,
                start,
                broken.Acts.Where(act => act.Act is not null).Select(act => act.Act!),
                cancellation)
            .ConfigureAwait(false);
        return recorded with { About = [$"{broken.Property.Sentence}: broken.", broken.Why] };
    }

    // A fault is of a step, and a scenario's fault of one of all the calls of a function.
    static async Task<ImmutableArray<FunctionFault>> Faults(
        Deployment deployment, ExplorationSettings settings, PropertyVerdict.Broken broken, CancellationToken cancellation)
    {
        var player = new StepPlayer(deployment, broken.World, settings);
        var faults = ImmutableArray.CreateBuilder<FunctionFault>();
        var calls = new Dictionary<string, int>();
        var (state, records) = ((CallState?)null, ShopRecords.Of(broken.World.Orders));
        foreach (var act in broken.Acts)
        {
            var step = await player.Play(state, records, act, cancellation).ConfigureAwait(false);
            (state, records) = (step.After, step.RecordsAfter);
            foreach (var function in player.Calls.GroupBy(name => name))
            {
                var before = calls.GetValueOrDefault(function.Key);
                calls[function.Key] = before + function.Count();
                if (act.Faults.TryGetValue(function.Key, out var fault))
                {
                    var struck = fault is InjectedFault.FailsOnceAfterItsWork or InjectedFault.IsOvertakenByTheShop ? 1 : function.Count();
                    faults.AddRange(Enumerable.Range(before + 1, struck)
                        .Select(call => new FunctionFault(function.Key, KindOf(fault), call)));
                }
            }
        }

        return faults.ToImmutable();
    }

    static FaultKind KindOf(InjectedFault fault) => fault switch
    {
        InjectedFault.FailsBeforeItsWork => FaultKind.Fails,
        // No scenario can tell of a shop that changes an order meanwhile: what was played is a comment at its head.
        InjectedFault.FailsAfterItsWork or InjectedFault.FailsOnceAfterItsWork or InjectedFault.IsOvertakenByTheShop => FaultKind.FailsAfterItsWork,
        InjectedFault.TimesOut => FaultKind.AnswersLate,
        _ => throw new NotSupportedException($"No fault of a scenario for {fault}."),
    };
}
