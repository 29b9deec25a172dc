using System.Collections.Immutable;
using System.Numerics;
using OrderHotline.CallSimulator.Connect;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>A waiting call, or one that is yet to ring, with the shortest way to it.</summary>
/// <param name="number">Its number in the graph.</param>
/// <param name="parent">The state that it was first reached from; null for the one before any ring.</param>
/// <param name="act">The act that led here; null for the one before any ring.</param>
/// <param name="worlds">The numbers of the worlds that it may be in: they differ in nothing that the call has come across.</param>
sealed class ExploredState(int number, ExploredState? parent, PlayedAct? act, ImmutableArray<int> worlds)
{
    public int Number => number;

    public ExploredState? Parent => parent;

    public PlayedAct? Act => act;

    public ImmutableArray<int> Worlds => worlds;

    /// <summary>The call; null before it rings.</summary>
    public CallState? Call { get; private set; }

    public ShopRecords Records { get; private set; } = ShopRecords.Of([]);

    /// <summary>What each property remembers.</summary>
    public string[] Remembered { get; private set; } = [];

    /// <summary>Keeps what is needed to play on.</summary>
    public ExploredState With(CallState? call, ShopRecords records, string[] remembered)
    {
        (Call, Records, Remembered) = (call, records, remembered);
        return this;
    }

    /// <summary>It was played on: nothing but the way to it is asked for any more.</summary>
    public void Forget() => With(call: null, ShopRecords.Of([]), []);
}

/// <summary>The states of all calls and the steps between them.</summary>
sealed class CallGraph
{
    /// <summary>Where a step leads that ends the call.</summary>
    public const int TheEnd = -1;

    readonly List<ExploredState> states = [];

    // For each state that was played on from: where its steps lead, and which goals are reached in one of them.
    readonly List<(int[] Targets, uint Goals)> steps = [];

    public int Count => states.Count;

    public ExploredState Add(
        ExploredState? parent, PlayedAct? act, ImmutableArray<int> worlds, CallState? call, ShopRecords records, string[] remembered)
    {
        var state = new ExploredState(states.Count, parent, act, worlds).With(call, records, remembered);
        states.Add(state);
        return state;
    }

    /// <summary>Keeps the steps of the next state in turn.</summary>
    public void Expand(ExploredState state, int[] targets, uint goals)
    {
        steps.Add((targets, goals));
        state.Forget();
    }

    /// <summary>How many different calls begin in the first state and end, or reach this many steps.</summary>
    public BigInteger Calls(int length)
    {
        var calls = Enumerable.Repeat(BigInteger.One, states.Count).ToArray();
        for (var left = 1; left <= length; left++)
        {
            var longer = new BigInteger[states.Count];
            for (var state = 0; state < states.Count; state++)
            {
                longer[state] = state < steps.Count
                    ? steps[state].Targets.Aggregate(
                        BigInteger.Zero, (sum, target) => sum + (target == TheEnd ? BigInteger.One : calls[target]))
                    : BigInteger.One;
            }

            calls = longer;
        }

        return calls[0];
    }

    /// <summary>The first state from which a goal cannot be reached, however the call goes on.</summary>
    /// <returns>Null when there is none. A state from which the way leads on into what was not explored is none.</returns>
    public ExploredState? WithoutAWayTo(int goal)
    {
        var sources = new List<int>?[states.Count];
        var reaching = new Queue<int>();
        var reaches = new bool[states.Count];
        for (var state = 0; state < states.Count; state++)
        {
            if (state >= steps.Count || (steps[state].Goals & (1u << goal)) != 0)
            {
                reaches[state] = true;
                reaching.Enqueue(state);
            }

            if (state < steps.Count)
            {
                foreach (var target in steps[state].Targets.Where(target => target != TheEnd))
                {
                    (sources[target] ??= []).Add(state);
                }
            }
        }

        while (reaching.TryDequeue(out var state))
        {
            foreach (var source in sources[state] ?? [])
            {
                if (!reaches[source])
                {
                    reaches[source] = true;
                    reaching.Enqueue(source);
                }
            }
        }

        // Breadth first: the lower the number, the shorter the way.
        return Array.IndexOf(reaches, false) is >= 0 and var first ? states[first] : null;
    }
}
