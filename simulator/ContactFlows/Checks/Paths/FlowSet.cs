namespace OrderHotline.ContactFlows;

/// <summary>Flows that belong together, and how they refer to each other.</summary>
sealed class FlowSet
{
    readonly IReadOnlyDictionary<string, Flow> flows;
    readonly Dictionary<string, IReadOnlySet<string>> references;

    public FlowSet(IReadOnlyDictionary<string, Flow> flows, FlowContract contract)
    {
        this.flows = flows;
        Contract = contract;
        LastCalls = new(flows, contract);
        Logging = new(flows);
        references = flows.ToDictionary(flow => flow.Key, flow => (IReadOnlySet<string>)Placeholder
            .In(System.Text.Encoding.UTF8.GetString(flow.Value.ToJson()))
            .Where(placeholder => placeholder.IsAFlow)
            .Select(placeholder => placeholder.Resource)
            .ToHashSet());
        FromOutside = new(flows);
        Languages = new(flows, contract);
    }

    /// <summary>What is known of the functions and bots.</summary>
    public FlowContract Contract { get; }

    /// <summary>Who can have been called last, for every action of every flow.</summary>
    public LastCalls LastCalls { get; }

    /// <summary>Which languages are lacking.</summary>
    public LanguageCheck Languages { get; }

    /// <summary>Where the flow log can be on.</summary>
    public FlowLogging Logging { get; }

    /// <summary>Contact attributes that no flow sets.</summary>
    public AttributesFromOutside FromOutside { get; }

    /// <summary>The names that an action sets, which can be references themselves.</summary>
    public static IEnumerable<string> NamesIn(FlowAction action, string parameter) =>
        action.ParameterAt(parameter) is { ValueKind: System.Text.Json.JsonValueKind.Object } map
            ? map.EnumerateObject().Select(property => property.Name)
            : [];

    /// <summary>What is wrong with a flow's references to other flows. A flow alone says nothing of the others.</summary>
    public IEnumerable<Found> ReferencesOf(string name)
    {
        if (flows.Count > 1)
        {
            foreach (var unknown in references[name].Where(other => !flows.ContainsKey(other)).Order(StringComparer.Ordinal))
            {
                yield return new(
                    FlowFault.UnknownFlow, null, $"It refers to the flow {unknown}, which is not among those checked: name one that is.");
            }
        }

        if (WayBack(name) is { } way)
        {
            yield return new(
                FlowFault.FlowsInACircle,
                null,
                $"CloudFormation cannot make this flow before itself ({string.Join(" needs ", way)}): "
                    + "let one of them learn of the other from an attribute.");
        }
    }

    // The shortest way from a flow to itself.
    List<string>? WayBack(string name)
    {
        var seen = new HashSet<string>();
        var ways = new Queue<List<string>>([[name]]);
        while (ways.TryDequeue(out var way))
        {
            foreach (var next in references.GetValueOrDefault(way[^1], new HashSet<string>()).Order(StringComparer.Ordinal))
            {
                if (next == name)
                {
                    return [.. way, next];
                }

                if (seen.Add(next))
                {
                    ways.Enqueue([.. way, next]);
                }
            }
        }

        return null;
    }
}
