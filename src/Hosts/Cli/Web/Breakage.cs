using System.Collections.Immutable;
using OrderHotline.Adapters.Connect;
using OrderHotline.CallSimulator.Scenarios;

namespace OrderHotline.Hosts.Cli;

/// <summary>What can be broken on the page.</summary>
enum Breakage
{
    /// <summary>The table of orders answers nobody.</summary>
    TableDown,

    /// <summary>What changes an order does its work, and answers when nobody waits any more.</summary>
    FunctionSlow,

    /// <summary>Every wish arrives four times, because three answers are lost: as when a key is pressed again and again.</summary>
    SameWishFourTimes,

    /// <summary>It is outside the operators' hours.</summary>
    OperatorsClosed,
}

/// <summary>What is broken, as faults of a scenario: a call in which something broke can be kept and played again.</summary>
static class Breakages
{
    const int LostAnswers = 3;

    // More calls of one function than anybody makes in one call. Faults that are never met are not written down.
    const int CallsAhead = 40;

    static readonly string[] Writing = [nameof(ConnectFunction.ChangeOrderDate), nameof(ConnectFunction.CancelOrder)];

    static readonly string[] Reading = [nameof(ConnectFunction.OrderTableRead), .. Writing];

    /// <summary>Whether a function is one that changes an order.</summary>
    public static bool ChangeAnOrder(string function) => Writing.Contains(function);

    /// <summary>A call with these things broken from now on. What has been met stays as it was met.</summary>
    /// <param name="start">How the call began.</param>
    /// <param name="broken">What is broken.</param>
    /// <param name="met">The faults that it has met.</param>
    /// <param name="calls">How often each function has been called.</param>
    public static ScenarioStart With(
        this ScenarioStart start, ImmutableSortedSet<Breakage> broken, ImmutableHashSet<FunctionFault> met, IReadOnlyDictionary<string, int> calls) =>
        start with
        {
            Operators = broken.Contains(Breakage.OperatorsClosed) ? new OperatorsFound.Closed() : new OperatorsFound.AsDeployed(),
            Faults =
            [
                .. start.Faults.Where(met.Contains),
                .. from breakage in broken
                   from fault in FaultsOf(breakage, function => calls.GetValueOrDefault(function))
                   select fault,
            ],
        };

    static IEnumerable<FunctionFault> FaultsOf(Breakage breakage, Func<string, int> called)
    {
        return breakage switch
        {
            Breakage.TableDown => Every(Reading, FaultKind.CannotReachTheTable, _ => true),
            Breakage.FunctionSlow => Every(Writing, FaultKind.AnswersLate, _ => true),
            Breakage.SameWishFourTimes => Every(Writing, FaultKind.FailsAfterItsWork, ahead => ahead % (LostAnswers + 1) != 0),
            Breakage.OperatorsClosed => [],
            _ => throw new NotSupportedException($"No fault for {breakage}."),
        };

        IEnumerable<FunctionFault> Every(string[] functions, FaultKind kind, Func<int, bool> isStruck) =>
            from function in functions
            from ahead in Enumerable.Range(1, CallsAhead)
            where isStruck(ahead)
            select new FunctionFault(function, kind, called(function) + ahead);
    }
}
