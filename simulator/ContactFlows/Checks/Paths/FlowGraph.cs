namespace OrderHotline.ContactFlows;

/// <summary>The ways through a flow.</summary>
sealed class FlowGraph(Flow flow)
{
    readonly Dictionary<string, FlowAction> actions = flow.Actions
        .GroupBy(action => action.Identifier)
        .ToDictionary(same => same.Key, same => same.First());

    /// <summary>Every action that a call can come to.</summary>
    public IReadOnlySet<string> Reachable => field ??= From([flow.StartAction], _ => true);

    /// <summary>The actions that can run after one of these.</summary>
    public IReadOnlySet<string> After(Func<FlowAction, bool> isOne) =>
        From(actions.Values.Where(action => Reachable.Contains(action.Identifier) && isOne(action)).SelectMany(Targets), _ => true);

    /// <summary>The circles a call can go in through these actions alone, each by its first action in the flow.</summary>
    public IEnumerable<FlowAction> Circles(Func<FlowAction, bool> through)
    {
        var reported = new HashSet<string>();
        foreach (var action in flow.Actions.Where(action => Reachable.Contains(action.Identifier) && through(action)))
        {
            var circle = From(Targets(action), through);
            if (circle.Contains(action.Identifier) && !reported.Contains(action.Identifier))
            {
                reported.UnionWith(circle.Where(other => From(Targets(actions[other]), through).Contains(action.Identifier)));
                yield return action;
            }
        }
    }

    /// <summary>
    /// What is known when each action begins. Knowledge only grows, so that an action two ways lead to knows what either brought.
    /// </summary>
    /// <param name="atTheStart">What is known when the flow begins.</param>
    /// <param name="along">What is known after an action that leads to this target, given what was known before.</param>
    public IReadOnlyDictionary<string, IReadOnlySet<T>> Follow<T>(
        IEnumerable<T> atTheStart, Func<FlowAction, string, IReadOnlySet<T>, IEnumerable<T>> along)
    {
        var known = new Dictionary<string, HashSet<T>> { [flow.StartAction] = [.. atTheStart] };
        var waiting = new Queue<string>([flow.StartAction]);
        while (waiting.TryDequeue(out var identifier))
        {
            if (!actions.TryGetValue(identifier, out var action))
            {
                continue;
            }

            foreach (var target in Targets(action))
            {
                var isNew = known.TryAdd(target, []);
                var before = known[target].Count;
                known[target].UnionWith([.. along(action, target, known[identifier])]);
                if (isNew || known[target].Count > before)
                {
                    waiting.Enqueue(target);
                }
            }
        }

        return known.ToDictionary(entry => entry.Key, entry => (IReadOnlySet<T>)entry.Value);
    }

    HashSet<string> From(IEnumerable<string> first, Func<FlowAction, bool> through)
    {
        var found = new HashSet<string>();
        var waiting = new Queue<string>(first);
        while (waiting.TryDequeue(out var identifier))
        {
            if (actions.TryGetValue(identifier, out var action) && through(action) && found.Add(identifier))
            {
                foreach (var target in Targets(action))
                {
                    waiting.Enqueue(target);
                }
            }
        }

        return found;
    }

    // What stands behind an end is a fault of its own, and no way.
    static IEnumerable<string> Targets(FlowAction action) => ActionSchemas.For(action)?.Ending == Ending.Ends ? [] : action.Targets;
}
