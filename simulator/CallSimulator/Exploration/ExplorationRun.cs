using System.Collections.Immutable;
using OrderHotline.CallSimulator.Connect;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>One exploration while it runs.</summary>
sealed class ExplorationRun
{
    // Enough for a worker to be busy with, and little enough that none waits long for another at the end of a level.
    const int StatesAtOnce = 16;

    readonly Deployment deployment;
    readonly ExplorationSettings settings;
    readonly bool countsAttempts;
    readonly StateKeys keys;
    readonly CallGraph graph = new();
    readonly Dictionary<string, ExploredState> known = new(StringComparer.Ordinal);
    readonly PropertyVerdict?[] broken;
    readonly ImmutableArray<(GoalProperty Goal, int Number)> goals;
    long transitions;

    public ExplorationRun(Deployment deployment, ExplorationSettings settings, bool countsAttempts)
    {
        this.deployment = deployment;
        this.settings = settings;
        this.countsAttempts = countsAttempts;
        keys = new(
            deployment, settings.FunctionsReadAttributes, countsAttempts, settings.Worlds.Any(world => world.Shop.Verification.IsOn));
        broken = new PropertyVerdict?[settings.Properties.Length];
        goals = [.. settings.Properties.OfType<GoalProperty>().Select((goal, number) => (goal, number))];
    }

    /// <summary>Explores.</summary>
    /// <returns>Null when a code hook left the decision to the bot, and how often that asked was not counted.</returns>
    public async Task<ExplorationResult?> Explore(IProgress<ExplorationProgress>? progress, CancellationToken cancellation)
    {
        var nothing = settings.Properties.Select(_ => "").ToArray();
        List<ExploredState> frontier = [graph.Add(parent: null, act: null, worlds: [], call: null, ShopRecords.Of([]), nothing)];
        var turns = settings.Worlds.Select(world => (world.Shop, world.At)).Distinct().ToDictionary(world => world, _ => new BotTurns());
        var players = Enumerable.Range(0, Math.Max(1, settings.Workers))
            .Select(_ => settings.Worlds.Select(world => new StepPlayer(deployment, world, settings, turns[(world.Shop, world.At)])).ToArray())
            .ToArray();

        // The ring is a step too, and no act of the caller.
        var depth = 0;
        for (var step = 0; step <= settings.Depth && frontier.Count > 0; step++)
        {
            var found = new List<FoundStep>[frontier.Count];
            await Task.WhenAll(Share(players, frontier, found, cancellation)).ConfigureAwait(false);
            if (!countsAttempts && players.SelectMany(player => player).Any(player => player.HasLeftTheBotAlone))
            {
                return null;
            }

            depth = step;
            frontier = Merge(frontier, found);
            progress?.Report(new(step, graph.Count - 1, transitions));
        }

        for (var number = 0; number < settings.Properties.Length; number++)
        {
            if (settings.Properties[number] is GoalProperty goal
                && graph.WithoutAWayTo(goals.First(known => ReferenceEquals(known.Goal, goal)).Number) is { } stuck)
            {
                broken[number] ??= Broken(goal, Way(stuck), stuck.Worlds, goal.WhyNot);
            }
        }

        return new(
            graph.Calls(settings.Depth + 1),
            graph.Count - 1,
            transitions,
            depth,
            frontier.Count == 0,
            [.. settings.Properties.Select((property, number) => broken[number] ?? new PropertyVerdict.Holds(property))]);
    }

    // Each worker has its own players, and takes the next few states when it is done with the last.
    List<Task> Share(
        StepPlayer[][] players, List<ExploredState> frontier, List<FoundStep>[] found, CancellationToken cancellation)
    {
        var next = 0;
        return [.. players.Select(mine => Task.Run(
            async () =>
            {
                for (var first = Take(); first < frontier.Count; first = Take())
                {
                    for (var at = first; at < Math.Min(first + StatesAtOnce, frontier.Count); at++)
                    {
                        found[at] = await Expand(mine, frontier[at], cancellation).ConfigureAwait(false);
                    }
                }
            },
            cancellation))];

        int Take() => Interlocked.Add(ref next, StatesAtOnce) - StatesAtOnce;
    }

    async Task<List<FoundStep>> Expand(StepPlayer[] players, ExploredState state, CancellationToken cancellation)
    {
        var found = new List<FoundStep>();
        var lost = settings.Worlds.Select(_ => new HashSet<string>(StringComparer.Ordinal)).ToArray();
        if (state.Call is not { } call)
        {
            foreach (var alike in StartWorlds.AlikeAtFirst(settings.Worlds))
            {
                await Play(null, ShopRecords.Of(settings.Worlds[alike[0]].Orders), alike, act: null).ConfigureAwait(false);
            }

            return found;
        }

        foreach (var act in CandidateActs.In(call, state.Records, settings.Worlds[state.Worlds[0]], deployment))
        {
            await Play(call, state.Records, state.Worlds, act).ConfigureAwait(false);
        }

        return found;

        // A step is the same in all worlds that have what it looked at in common, and is played and judged in the first of them.
        async Task Play(CallState? before, ShopRecords records, ImmutableArray<int> worlds, CallerAct? act)
        {
            var lookedAt = new HashSet<InstanceFacts> { InstanceFacts.None };
            foreach (var world in worlds)
            {
                if (!lookedAt.Any(facts => Alike(worlds, world, facts)[0] == world))
                {
                    continue; // it would look at no more than another has
                }

                await foreach (var step in players[world].EveryStep(before, records, act, lost[world], cancellation).ConfigureAwait(false))
                {
                    lookedAt.Add(step.LooksAt);
                    if (Alike(worlds, world, step.LooksAt) is var alike && alike[0] == world)
                    {
                        found.Add(Judge(state, alike, step));
                    }
                }
            }
        }
    }

    ImmutableArray<int> Alike(ImmutableArray<int> worlds, int world, InstanceFacts facts) => facts == InstanceFacts.None
        ? worlds
        : [.. worlds.Where(other => StartWorlds.AreAlike(settings.Worlds[other], settings.Worlds[world], facts))];

    FoundStep Judge(ExploredState from, ImmutableArray<int> worlds, ExploredStep step)
    {
        var wrong = ImmutableArray<(int Property, string Why)>.Empty;
        var remembered = new string[settings.Properties.Length];
        uint reached = 0;
        for (var number = 0; number < remembered.Length; number++)
        {
            var property = settings.Properties[number];
            if (property.WhatIsWrong(from.Remembered[number], step) is { } why)
            {
                wrong = wrong.Add((number, why));
            }

            remembered[number] = property.Remember(from.Remembered[number], step);
        }

        foreach (var (goal, number) in goals)
        {
            reached |= goal.IsReachedBy(step) ? 1u << number : 0;
        }

        // What follows when the shop has overtaken a call would be every call again, with an order a day later: it is judged, and ends.
        var goesOn = step.End is null || CandidateActs.GoesOnAfterAnOperator(step.After, step.World, deployment);
        return goesOn && !step.TheShopChangedAnOrder
            ? new(
                worlds,
                step.Act,
                step.After,
                step.RecordsAfter,
                remembered,
                keys.Of(worlds, step.After, step.RecordsAfter, remembered),
                reached,
                wrong)
            : new(worlds, step.Act, step.After, ShopRecords.Of([]), [], Key: null, reached, wrong);
    }

    List<ExploredState> Merge(List<ExploredState> frontier, List<FoundStep>[] found)
    {
        var next = new List<ExploredState>();
        for (var at = 0; at < frontier.Count; at++)
        {
            var targets = new int[found[at].Count];
            uint reached = 0;
            for (var number = 0; number < targets.Length; number++)
            {
                var step = found[at][number];
                foreach (var (property, why) in step.Wrong)
                {
                    broken[property] ??= Broken(settings.Properties[property], [.. Way(frontier[at]), step.Act], step.Worlds, why);
                }

                reached |= step.Reached;
                if (step.Key is not { } key)
                {
                    targets[number] = CallGraph.TheEnd;
                    continue;
                }

                if (!known.TryGetValue(key, out var target))
                {
                    target = graph.Add(frontier[at], step.Act, step.Worlds, step.After, step.Records, step.Remembered);
                    known.Add(key, target);
                    next.Add(target);
                }

                targets[number] = target.Number;
            }

            transitions += targets.Length;
            graph.Expand(frontier[at], targets, reached);
        }

        return next;
    }

    PropertyVerdict.Broken Broken(CallProperty property, ImmutableArray<PlayedAct> way, ImmutableArray<int> worlds, string why) =>
        new(property, settings.Worlds[worlds[0]], way, why);

    static ImmutableArray<PlayedAct> Way(ExploredState to)
    {
        var way = new Stack<PlayedAct>();
        for (var state = to; state is { Act: { } act }; state = state.Parent!)
        {
            way.Push(act);
        }

        return [.. way];
    }

    /// <summary>A step that was played and judged. Without a key the call is over.</summary>
    sealed record FoundStep(
        ImmutableArray<int> Worlds,
        PlayedAct Act,
        CallState After,
        ShopRecords Records,
        string[] Remembered,
        string? Key,
        uint Reached,
        ImmutableArray<(int Property, string Why)> Wrong);
}
