using System.Collections.Immutable;
using NodaTime;
using OrderHotline.CallSimulator.Functions;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>Functions that go wrong as they are told, and tell who was invoked.</summary>
sealed class WatchedFunctions(InvokeFunction functions, ResettableOrders orders, ResettableProofs proofs, Instant standing)
{
    static readonly Duration Moment = Duration.FromMilliseconds(10);

    readonly Dictionary<string, bool> invoked = new(StringComparer.Ordinal);
    readonly List<string> calls = [];
    readonly HashSet<string> writers = new(StringComparer.Ordinal);
    ImmutableSortedDictionary<string, InjectedFault> faults = ImmutableSortedDictionary<string, InjectedFault>.Empty;

    /// <summary>The functions that were invoked since <see cref="Begin"/>, and whether each changed something.</summary>
    public IReadOnlyDictionary<string, bool> Invoked => invoked;

    /// <summary>Those that changed an order.</summary>
    public IReadOnlySet<string> Writers => writers;

    /// <summary>Every call since <see cref="Begin"/>, the service's retries included.</summary>
    public IReadOnlyList<string> Calls => calls;

    /// <summary>Whether a code hook has ever left a decision to the bot; see <see cref="StateKeys"/>.</summary>
    public bool HaveLeftTheBotAlone { get; private set; }

    public void Begin(ImmutableSortedDictionary<string, InjectedFault> planned)
    {
        invoked.Clear();
        calls.Clear();
        writers.Clear();
        faults = planned;
    }

    /// <summary>Counts functions as invoked whose work is known from before.</summary>
    public void CountAsInvoked(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            invoked.TryAdd(name, false);
            calls.Add(name);
        }
    }

    public async Task<FunctionAnswer> Invoke(FunctionCall call, CancellationToken cancellation)
    {
        var isFirst = invoked.TryAdd(call.Name, false);
        calls.Add(call.Name);
        var fault = faults.TryGetValue(call.Name, out var planned) ? planned : (InjectedFault?)null;
        if (fault == InjectedFault.FailsBeforeItsWork)
        {
            return new FunctionAnswer.Failed("it was told to fail.", Moment);
        }

        var (changes, tried) = (orders.Changes, proofs.Changes);
        var answer = await functions(call with { At = standing }, cancellation).ConfigureAwait(false);
        invoked[call.Name] |= orders.Changes > changes || proofs.Changes > tried;
        if (orders.Changes > changes)
        {
            writers.Add(call.Name);
        }

        Watch(answer);
        if (fault == InjectedFault.IsOvertakenByTheShop && isFirst)
        {
            orders.ChangeAsTheShop();
        }

        return fault switch
        {
            InjectedFault.FailsAfterItsWork => Lost(Moment),
            InjectedFault.FailsOnceAfterItsWork or InjectedFault.IsOvertakenByTheShop when isFirst => Lost(Moment),
            InjectedFault.TimesOut => Lost(call.Limit),
            _ => answer,
        };
    }

    static FunctionAnswer.Failed Lost(Duration took) => new("its answer was lost.", took);

    void Watch(FunctionAnswer answer)
    {
        if (answer is FunctionAnswer.Replied(var json, _) && json.Span.IndexOf("\"Delegate\""u8) >= 0)
        {
            HaveLeftTheBotAlone = true;
        }
    }
}
