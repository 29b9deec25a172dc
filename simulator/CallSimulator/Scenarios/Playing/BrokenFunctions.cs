using System.Collections.Immutable;
using System.Text;
using NodaTime;
using OrderHotline.CallSimulator.Functions;

namespace OrderHotline.CallSimulator.Scenarios;

/// <summary>Functions of one call, with what is to go wrong with them. Counts how often each is called.</summary>
/// <param name="functions">The functions as they are.</param>
/// <param name="faults">What goes wrong; of two that fit a call the first does.</param>
/// <param name="withoutTheTable">The same functions where no table answers them; null where nothing is to go wrong with it.</param>
public sealed class BrokenFunctions(InvokeFunction functions, ImmutableArray<FunctionFault> faults, InvokeFunction? withoutTheTable = null)
{
    static readonly Duration TimeToFail = Duration.FromMilliseconds(100);
    static readonly Duration TooLate = Duration.FromSeconds(1);

    readonly Lock gate = new();
    ImmutableSortedDictionary<string, int> calls = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);
    ImmutableHashSet<FunctionFault> struck = [];

    /// <summary>How often each function has been called, Connect's own retries included.</summary>
    public ImmutableSortedDictionary<string, int> Calls => calls;

    /// <summary>The faults that a call has met.</summary>
    public ImmutableHashSet<FunctionFault> Struck => struck;

    /// <summary>Invokes a function; see <see cref="InvokeFunction"/>.</summary>
    public Task<FunctionAnswer> Invoke(FunctionCall call, CancellationToken cancellation) =>
        Invoke(call, NextFault(call.Name), cancellation);

    Task<FunctionAnswer> Invoke(FunctionCall call, FunctionFault? fault, CancellationToken cancellation) => fault?.Kind switch
    {
        null => functions(call, cancellation),
        FaultKind.Answers => Task.FromResult<FunctionAnswer>(
            new FunctionAnswer.Replied(Encoding.UTF8.GetBytes(fault?.Answer ?? "{}"), Duration.Zero)),
        FaultKind.Fails => Task.FromResult<FunctionAnswer>(Failed("It fails, as it was told to.", TimeToFail)),
        FaultKind.TimesOut => Task.FromResult<FunctionAnswer>(Failed("It does not answer, as it was told.", call.Limit)),
        FaultKind.AnswersLate => AfterItsWork(call, answer => answer with { Took = call.Limit + TooLate }, cancellation),
        FaultKind.FailsAfterItsWork => AfterItsWork(
            call, _ => Failed("It fails after its work, as it was told to.", TimeToFail), cancellation),
        FaultKind.CannotReachTheTable when withoutTheTable is not null => withoutTheTable(call, cancellation),
        var unknown => throw new NotSupportedException($"No way to break a function with {unknown}."),
    };

    FunctionFault? NextFault(string function)
    {
        lock (gate)
        {
            var call = calls.GetValueOrDefault(function) + 1;
            calls = calls.SetItem(function, call);
            var fault = faults.FirstOrDefault(fault => fault.Function == function && (fault.OnCall is null || fault.OnCall == call));
            if (fault is not null)
            {
                struck = struck.Add(fault);
            }

            return fault;
        }
    }

    async Task<FunctionAnswer> AfterItsWork(
        FunctionCall call, Func<FunctionAnswer, FunctionAnswer> change, CancellationToken cancellation) =>
        change(await functions(call, cancellation).ConfigureAwait(false));

    static FunctionAnswer.Failed Failed(string reason, Duration took) => new FunctionAnswer.Failed(reason, took);
}
