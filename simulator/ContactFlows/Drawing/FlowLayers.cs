namespace OrderHotline.ContactFlows;

/// <summary>In which column of its frame each action stands: to the right of all that lead to it, but for the ways back.</summary>
sealed class FlowLayers
{
    readonly Dictionary<string, DrawnAction> actions;
    readonly Dictionary<string, int> layers = new(StringComparer.Ordinal);
    readonly HashSet<(string From, string To)> back = [];

    public FlowLayers(DrawnFlow flow)
    {
        actions = flow.Actions.ToDictionary(action => action.Identifier, StringComparer.Ordinal);
        var order = new List<string>();
        var seen = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var first in flow.Actions.Select(action => action.Identifier).Prepend(flow.StartAction).Where(actions.ContainsKey))
        {
            Visit(first, seen, order);
        }

        order.Reverse();
        foreach (var action in order)
        {
            var layer = layers.GetValueOrDefault(action);
            layers[action] = layer;
            foreach (var next in Targets(action).Where(next => !back.Contains((action, next))))
            {
                layers[next] = Math.Max(layers.GetValueOrDefault(next), layer + 1);
            }
        }

        Order = order;
    }

    /// <summary>Every action, each before those it leads to.</summary>
    public IReadOnlyList<string> Order { get; }

    /// <summary>The column, from 0.</summary>
    public int Of(string action) => layers[action];

    // Depth first: a way to an action that is still being visited is a way back.
    void Visit(string action, Dictionary<string, bool> seen, List<string> order)
    {
        if (!seen.TryAdd(action, true))
        {
            return;
        }

        foreach (var next in Targets(action))
        {
            if (seen.TryGetValue(next, out var open) && open)
            {
                back.Add((action, next));
            }
            else
            {
                Visit(next, seen, order);
            }
        }

        seen[action] = false;
        order.Add(action);
    }

    IEnumerable<string> Targets(string action) => actions[action].Ways
        .OrderBy(way => way.IsError)
        .Select(way => way.Next)
        .OfType<string>()
        .Where(actions.ContainsKey)
        .Distinct(StringComparer.Ordinal);
}
