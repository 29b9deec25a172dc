namespace OrderHotline.ContactFlows;

/// <summary>
/// Who can have been called last when each action of each flow begins. A reply outlives the transfer to another flow, but not
/// the contact's way to a queue or an operator: flows that run there begin afresh.
/// </summary>
sealed class LastCalls
{
    readonly Dictionary<string, IReadOnlyDictionary<string, IReadOnlySet<LastCall>>> known = [];

    public LastCalls(IReadOnlyDictionary<string, Flow> flows, FlowContract contract)
    {
        var atTheStart = flows.ToDictionary(flow => flow.Key, flow => AtTheStart(flow.Key, flows, contract));
        var waiting = new Queue<string>(flows.Keys.Order(StringComparer.Ordinal));
        while (waiting.TryDequeue(out var name))
        {
            var calls = known[name] = new FlowGraph(flows[name]).Follow<LastCall>(
                atTheStart[name], (action, target, before) => LastCall.After(contract, action, target, before));
            foreach (var (target, brought) in Transfers(flows[name])
                .Where(transfer => calls.ContainsKey(transfer.From) && atTheStart.ContainsKey(transfer.To))
                .Select(transfer => (transfer.To, calls[transfer.From])))
            {
                var before = atTheStart[target].Count;
                atTheStart[target].UnionWith(brought);
                if (atTheStart[target].Count > before)
                {
                    waiting.Enqueue(target);
                }
            }
        }
    }

    /// <summary>Who can have been called last, for each action of a flow that a call can come to.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<LastCall>> In(string flow) => known[flow];

    // Sets that call no function of the contract are not judged: who calls a function there is not known.
    static HashSet<LastCall> AtTheStart(string name, IReadOnlyDictionary<string, Flow> flows, FlowContract contract) =>
        !AttributeCheck.IsKnown(flows[name])
            || flows.Values.SelectMany(flow => flow.Actions).All(action => contract.CalledBy(action) is null) ? [new LastCall.Unknown()]
        : flows.Values.SelectMany(Transfers).Any(transfer => transfer.To == name) ? []
        : [new LastCall.None()];

    static IEnumerable<(string From, string To)> Transfers(Flow flow) => flow.Actions
        .Where(action => action.Type == ActionTypes.TransferToFlow && action.Parameter("ContactFlowId") is not null)
        .Select(action => (action.Identifier, ResourceName.From(action.Parameter("ContactFlowId")!)));
}
