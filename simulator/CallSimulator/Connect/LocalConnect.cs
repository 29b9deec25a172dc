using System.Collections.Frozen;
using OrderHotline.CallSimulator.Functions;
using OrderHotline.CallSimulator.Lex;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>
/// Amazon Connect without a cloud: plays contact flows by the service's rules, one act of the caller at a time. Keeps nothing
/// between two steps, reads no clock, and gives the same events for the same state, act and answers of functions. It may be used
/// for many calls at once.
/// </summary>
public sealed class LocalConnect
{
    readonly ConnectSetup setup;

    /// <summary>Sets an instance up.</summary>
    /// <param name="flows">Flows and modules by their logical names, see <see cref="ResourceName"/>.</param>
    /// <param name="world">Who is there, and how full the queues are.</param>
    /// <param name="invoke">The functions.</param>
    /// <param name="bots">Bots by the logical names of their aliases.</param>
    public LocalConnect(
        IReadOnlyDictionary<string, Flow> flows, ConnectWorld world, InvokeFunction invoke, IReadOnlyDictionary<string, AskBot> bots) =>
        setup = new(
            flows.ToFrozenDictionary(flow => flow.Key, flow => new PlayedFlow(flow.Key, flow.Value), StringComparer.Ordinal),
            world,
            invoke,
            bots.ToFrozenDictionary(StringComparer.Ordinal))
        {
            QueueNames = QueueNames(flows.Values),
        };

    /// <summary>A call comes in. It runs until it waits or is over.</summary>
    /// <exception cref="ArgumentException">The number leads to a flow that is not there.</exception>
    public async Task<CallStep> Ring(IncomingCall call, CancellationToken cancellation)
    {
        if (!setup.Flows.TryGetValue(call.Flow, out var flow))
        {
            throw new ArgumentException($"There is no flow {call.Flow}: it must be one of {Names()}.", nameof(call));
        }

        var run = new CallRun(
            setup,
            new CallState(flow.Beginning(FlowData.Empty), call.From, call.To)
            {
                Waiting = new CallWaiting.ForAnswer(),
                Now = call.At,
                ContactId = call.ContactId,
                Language = call.Language,
                ContactAttributes = TextMap.From(call.Attributes),
                Tags = ContactTags.Of(setup.World),
            });
        await FlowInterpreter.Start(run, cancellation).ConfigureAwait(false);
        return run.Step();
    }

    /// <summary>The caller does something, or nothing until the time is up. The call runs until it waits again or is over.</summary>
    /// <param name="state">The call as a step left it. It does not change.</param>
    /// <param name="act">What happens. What cannot mean anything at this point is noted, and the call waits as before.</param>
    /// <param name="cancellation">Ends the step when the result is no longer needed.</param>
    public async Task<CallStep> Next(CallState state, CallerAct act, CancellationToken cancellation)
    {
        var run = new CallRun(setup, state);
        await FlowInterpreter.Continue(run, act, cancellation).ConfigureAwait(false);
        return run.Step();
    }

    // Two exports can call the same queue differently: the first counts.
    static FrozenDictionary<string, string> QueueNames(IEnumerable<Flow> flows) =>
        (from flow in flows
         from action in flow.Actions
         let queue = action.Parameter("QueueId")
         where queue is not null
         let name = flow.DisplayName(action, "QueueId")
         where name is not null
         select (Queue: ResourceName.From(queue), Name: name))
        .DistinctBy(named => named.Queue, StringComparer.Ordinal)
        .ToFrozenDictionary(named => named.Queue, named => named.Name, StringComparer.Ordinal);

    string Names() => string.Join(", ", setup.Flows.Keys.Order(StringComparer.Ordinal));
}
