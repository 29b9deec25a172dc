using System.Collections.Immutable;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Scenarios;

namespace OrderHotline.CallSimulator.Coverage;

/// <summary>
/// Plays calls again with one action after another failing, so that every way on from an error is taken too. Where an error leads
/// to actions that no call had reached, those fail next.
/// </summary>
/// <param name="deployment">What is deployed.</param>
public sealed class ErrorBranchSweep(Deployment deployment)
{
    // A call whose acts are used up while it waits goes on in silence, until what the error led to has come to its end.
    const int MostSilences = 6;

    /// <summary>Plays the calls again, each error of each action once in each language.</summary>
    /// <param name="calls">Calls that have been played. What they take of the flows is what can be made to fail.</param>
    /// <param name="cancellation">Ends the work when the result is no longer needed.</param>
    /// <returns>The calls with errors in them; the actions that failed are in <see cref="ScenarioStart.FailingActions"/>.</returns>
    public async Task<ImmutableArray<PlayedCall>> Play(IEnumerable<PlayedCall> calls, CancellationToken cancellation)
    {
        var tried = new HashSet<(string Language, ActionFault Fault)>();
        var rehearsed = ImmutableArray.CreateBuilder<PlayedCall>();
        var todo = new Queue<PlayedCall>(calls);
        while (todo.TryDequeue(out var call))
        {
            foreach (var fault in Possible(call).Where(fault => tried.Add((call.State.Language, fault))))
            {
                var again = await Play(
                    call.Start with { FailingActions = call.Start.FailingActions.Add(fault) }, ActsOf(call), cancellation)
                    .ConfigureAwait(false);
                rehearsed.Add(again);
                todo.Enqueue(again);
            }
        }

        return rehearsed.ToImmutable();
    }

    // What fails already cannot fail in another way too.
    IEnumerable<ActionFault> Possible(PlayedCall call) => call.Events
        .OfType<CallEvent.Ran>()
        .DistinctBy(ran => (ran.Flow, ran.Action))
        .Where(ran => call.Start.FailingActions.All(fault => fault.Action != Name(ran)))
        .SelectMany(ran => (deployment.Flows[ran.Flow].Find(ran.Action)?.Errors ?? [])
            .Select(error => new ActionFault(Name(ran), error.ErrorType)));

    async Task<PlayedCall> Play(ScenarioStart start, IEnumerable<CallerAct> acts, CancellationToken cancellation)
    {
        var shop = new ScenarioShop(deployment, start);
        var events = ImmutableArray.CreateBuilder<CallEvent>();
        var step = await shop.Connect.Ring(shop.Call, cancellation).ConfigureAwait(false);
        events.AddRange(step.Events);
        foreach (var act in acts.Concat(Enumerable.Repeat(new CallerAct.StaysSilent(), MostSilences)))
        {
            if (step.State.Waiting is CallWaiting.Over && !(step.State.IsWithOperator && act is CallerAct.OperatorTransfers))
            {
                break;
            }

            step = await shop.Connect.Next(step.State, act, cancellation).ConfigureAwait(false);
            events.AddRange(step.Events);
        }

        return await shop.Played(events.ToImmutable(), step.State, cancellation).ConfigureAwait(false);
    }

    static IEnumerable<CallerAct> ActsOf(PlayedCall call) =>
        call.Events.OfType<CallEvent.Did>().Select(did => did.Act).Where(act => act is not CallerAct.HangsUp);

    static string Name(CallEvent.Ran ran) => $"{ran.Flow}/{ran.Action}";
}
