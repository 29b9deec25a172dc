using System.Collections.Immutable;
using OrderHotline.Adapters.InMemory;
using OrderHotline.Application;
using OrderHotline.CallSimulator;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Scenarios;
using OrderHotline.CallSimulator.Timing;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Cli;

/// <summary>A call on the softphone: how it began, and what was done. All else follows, because the same acts always lead to the same
/// call (<see cref="ScenarioShop"/>); so it can be played again with something broken, and kept as a scenario. Not for several acts at once.
/// </summary>
sealed class SoftphoneCall
{
    readonly Deployment deployment;
    readonly ScenarioStart start;
    readonly ScenarioShop shop;
    ImmutableArray<SoftphoneStep> steps = [];
    PlayedCall played = null!;

    SoftphoneCall(Deployment deployment, ScenarioStart start) =>
        (this.deployment, this.start, shop) = (deployment, start, new ScenarioShop(deployment, start));

    /// <summary>The ring and every act since, in turn.</summary>
    public ImmutableArray<SoftphoneStep> Steps => steps;

    /// <summary>What was done, in turn.</summary>
    public IEnumerable<CallerAct> Acts => steps.Select(step => step.Act).OfType<CallerAct>();

    /// <summary>The call as it is now.</summary>
    public CallState State => played.State;

    /// <summary>The order as it was when the call came in; null when the caller has none.</summary>
    public Order? OrderBefore { get; private set; }

    /// <summary>How the caller's time went.</summary>
    public CallTimes Times => CallTimes.Of(start.At, played.Events);

    /// <summary>Rings, and does what is to be done.</summary>
    public static async Task<SoftphoneCall> Play(
        Deployment deployment, ScenarioStart start, IEnumerable<CallerAct> acts, CancellationToken cancellation)
    {
        var call = new SoftphoneCall(deployment, start);
        call.OrderBefore = await call.Order(cancellation);
        await call.Take(act: null, await call.shop.Connect.Ring(call.shop.Call, cancellation), cancellation);
        foreach (var act in acts)
        {
            await call.Do(act, cancellation);
        }

        return call;
    }

    /// <summary>The caller does something.</summary>
    public async Task Do(CallerAct act, CancellationToken cancellation) =>
        await Take(act, await shop.Connect.Next(State, act, cancellation), cancellation);

    /// <summary>The same call with these things broken from now on.</summary>
    /// <returns>Null when it has gone on from what would be broken: then it would have gone otherwise.</returns>
    public async Task<SoftphoneCall?> With(ImmutableSortedSet<Breakage> broken, CancellationToken cancellation)
    {
        var other = await Play(deployment, start.With(broken, played.FaultsMet, played.FunctionCalls), Acts, cancellation);
        return other.Way.SequenceEqual(Way) ? other : null;
    }

    /// <summary>Writes the call down as it has gone until now.</summary>
    public Task<Scenario> Record(string name, CancellationToken cancellation) =>
        new ScenarioRunner(deployment).Record(name, start, Acts, cancellation);

    // What tells one call from another.
    IEnumerable<string> Way => played.Events.SelectMany(happened => happened switch
    {
        CallEvent.Heard(_, var words, _, _, _) => [words],
        CallEvent.Ran(_, var flow, var action, _, var branch, _) => [$"{flow}/{action} {branch}"],
        _ => (string[])[],
    });

    async Task Take(CallerAct? act, CallStep step, CancellationToken cancellation)
    {
        played = await shop.Played([.. played?.Events ?? [], .. step.Events], step.State, cancellation);
        steps = steps.Add(new(
            act,
            step.Events,
            await Order(cancellation),
            [.. played.Codes, .. played.Texts],
            played.FunctionCalls.Where(called => Breakages.ChangeAnOrder(called.Key)).Sum(called => called.Value)));
    }

    async Task<Order?> Order(CancellationToken cancellation) =>
        start.Caller is { } caller && await shop.Orders.Latest(caller, cancellation) is OrderSearch.Found(var order) ? order : null;
}

/// <summary>The ring, or an act, with what came of it.</summary>
/// <param name="Act">What was done; null for the ring.</param>
/// <param name="Events">What happened, in turn.</param>
/// <param name="Order">The caller's order afterwards; null when there is none.</param>
/// <param name="Messages">Every message that the customer has had since the call came in.</param>
/// <param name="Requests">How often a function was asked to change the order since the call came in, Connect's retries included.</param>
sealed record SoftphoneStep(
    CallerAct? Act, ImmutableArray<CallEvent> Events, Order? Order, ImmutableArray<RecordedMessage> Messages, int Requests);
