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

    /// <summary>
    /// The circles a call can go in through these actions alone, each by its first action in the flow, and whether one of its actions
    /// must fail for that, every time.
    /// </summary>
    public IEnumerable<(FlowAction First, bool OnlyWhileFailing)> Circles(Func<FlowAction, bool> through)
    {
        var among = flow.Actions
            .DistinctBy(action => action.Identifier)
            .Where(action => Reachable.Contains(action.Identifier) && through(action))
            .ToList();
        var always = Circles(among, TargetsWithoutFailing);
        var stated = always.SelectMany(circle => circle).ToHashSet();
        return
        [
            .. always.Select(circle => (circle[0], OnlyWhileFailing: false)),
            .. Circles(among, Targets).Where(circle => !circle.Any(stated.Contains)).Select(circle => (circle[0], OnlyWhileFailing: true)),
        ];
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

    static List<FlowAction[]> Circles(List<FlowAction> among, Func<FlowAction, IEnumerable<string>> ways)
    {
        var components = Components(among.ToDictionary(action => action.Identifier, ways));
        return
        [
            .. among
                .GroupBy(action => components[action.Identifier])
                .Select(component => component.ToArray())
                .Where(component => component.Length > 1 || ways(component[0]).Contains(component[0].Identifier)),
        ];
    }

    // The actions that lead to each other share a number. Kosaraju's way: what is left last in a walk ahead begins a walk back, and all
    // that is found there for the first time belongs together. In loops and not in itself: a flow may be a chain of any length.
    static Dictionary<string, int> Components(Dictionary<string, IEnumerable<string>> ways)
    {
        var ahead = ways.ToDictionary(one => one.Key, one => one.Value.Where(ways.ContainsKey).ToArray());
        var back = ahead.SelectMany(from => from.Value.Select(to => (From: from.Key, To: to))).ToLookup(step => step.To, step => step.From);
        var components = new Dictionary<string, int>();
        foreach (var root in LeftLastFirst(ahead))
        {
            var waiting = new Stack<string>([root]);
            while (waiting.TryPop(out var one))
            {
                if (components.ContainsKey(one))
                {
                    continue;
                }

                components[one] = one == root ? components.Count : components[root];
                foreach (var before in back[one])
                {
                    waiting.Push(before);
                }
            }
        }

        return components;
    }

    static Stack<string> LeftLastFirst(Dictionary<string, string[]> ahead)
    {
        var (left, seen, path) = (new Stack<string>(), new HashSet<string>(), new Stack<(string One, int Next)>());
        foreach (var root in ahead.Keys.Where(seen.Add))
        {
            path.Push((root, 0));
            while (path.TryPop(out var at))
            {
                if (at.Next == ahead[at.One].Length)
                {
                    left.Push(at.One);
                    continue;
                }

                path.Push((at.One, at.Next + 1));
                if (seen.Add(ahead[at.One][at.Next]))
                {
                    path.Push((ahead[at.One][at.Next], 0));
                }
            }
        }

        return left;
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

    // That nothing matched is no failure: it is the way on for everything else.
    static IEnumerable<string> TargetsWithoutFailing(FlowAction action) => Targets(action).Where(target =>
        target == action.NextAction
        || action.Conditions.Any(condition => condition.NextAction == target)
        || action.Errors.Any(error => error.ErrorType == FlowErrors.NoMatchingCondition && error.NextAction == target));

    // What stands behind an end is a fault of its own, and no way.
    static IEnumerable<string> Targets(FlowAction action) => ActionSchemas.For(action)?.Ending == Ending.Ends ? [] : action.Targets;
}
