using System.Collections.Immutable;
using OrderHotline.Adapters.InMemory;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>One step of an explored call, with everything that a property can be judged by.</summary>
public sealed record ExploredStep
{
    // Every property asks for it.
    CallEvent.Heard[]? heard;

    /// <summary>What is deployed.</summary>
    public required Deployment Deployment { get; init; }

    /// <summary>How the call began.</summary>
    public required StartWorld World { get; init; }

    /// <summary>The call before; null when it rings.</summary>
    public required CallState? Before { get; init; }

    /// <summary>What the caller did, and which functions went wrong.</summary>
    public required PlayedAct Act { get; init; }

    /// <summary>What happened, in turn.</summary>
    public required ImmutableArray<CallEvent> Events { get; init; }

    /// <summary>The call after.</summary>
    public required CallState After { get; init; }

    /// <summary>What the shop had before.</summary>
    public required ShopRecords RecordsBefore { get; init; }

    /// <summary>What the shop has after.</summary>
    public required ShopRecords RecordsAfter { get; init; }

    /// <summary>The messages with codes that were sent.</summary>
    public required ImmutableArray<RecordedMessage> CodesSent { get; init; }

    /// <summary>The shop's orders before.</summary>
    public ImmutableArray<Order> OrdersBefore => RecordsBefore.Orders;

    /// <summary>The shop's orders after. Those that did not change are the same objects.</summary>
    public ImmutableArray<Order> OrdersAfter => RecordsAfter.Orders;

    /// <summary>What the functions logged.</summary>
    public required ImmutableArray<string> LogLines { get; init; }

    /// <summary>By what of the instance it went.</summary>
    internal InstanceFacts LooksAt { get; init; }

    /// <summary>Whether it went by hours of operation or by a queue.</summary>
    internal bool LooksAtQueues => LooksAt.HasFlag(InstanceFacts.Queues);

    /// <summary>The functions that changed an order in this step.</summary>
    internal ImmutableArray<string> Writers { get; init; } = [];

    /// <summary>Whether the orders are not as the call left them: the shop changed one meanwhile.</summary>
    public required bool TheShopChangedAnOrder { get; init; }

    /// <summary>What the caller heard, in turn.</summary>
    public IEnumerable<CallEvent.Heard> Heard => heard ??= [.. Events.OfType<CallEvent.Heard>().Where(words => words.By == Audience.Caller)];

    /// <summary>How the call ended in this step; null when it goes on.</summary>
    public CallEnd? End => (After.Waiting as CallWaiting.Over)?.End;

    /// <summary>The orders that changed, as they were and as they are; null where there is none.</summary>
    public IEnumerable<(Order? Before, Order? After)> Changes
    {
        get
        {
            if (OrdersBefore == OrdersAfter)
            {
                return [];
            }

            var (before, after) = (OrdersBefore, OrdersAfter);
            var kept = after.Select(order => (Before: before.FirstOrDefault(old => IsTheSame(old, order)), After: (Order?)order));
            var gone = before.Where(old => !after.Any(order => IsTheSame(old, order)));
            return kept.Concat(gone.Select(old => (Before: (Order?)old, After: (Order?)null)))
                .Where(change => !ReferenceEquals(change.Before, change.After));
        }
    }

    static bool IsTheSame(Order one, Order other) => one.Id == other.Id && one.Owner == other.Owner;
}

/// <summary>Something the caller did, and which functions went wrong meanwhile.</summary>
/// <param name="Act">The act; null when the call rings.</param>
/// <param name="Faults">The functions that went wrong, by their names.</param>
public sealed record PlayedAct(CallerAct? Act, ImmutableSortedDictionary<string, InjectedFault> Faults)
{
    /// <inheritdoc/>
    public override string ToString()
    {
        var act = Act switch
        {
            null => "rings",
            CallerAct.Presses(var keys) => $"presses {keys}",
            CallerAct.Says(var words) => $"says \"{words}\"",
            CallerAct.StaysSilent => "stays silent",
            CallerAct.HangsUp => "hangs up",
            CallerAct.OperatorAnswers => "operator answers",
            CallerAct.OperatorTransfers(var flow) => $"operator transfers to {flow}",
            _ => Act.ToString(),
        };
        return Faults.IsEmpty ? act! : $"{act} ({string.Join(", ", Faults.Select(fault => $"{fault.Key} {InWords(fault.Value)}"))})";
    }

    static string InWords(InjectedFault fault) => fault switch
    {
        InjectedFault.FailsBeforeItsWork => "fails before its work",
        InjectedFault.FailsAfterItsWork => "fails after its work",
        InjectedFault.FailsOnceAfterItsWork => "fails once after its work",
        InjectedFault.IsOvertakenByTheShop => "fails once after its work, and the shop changes the order before the retry",
        InjectedFault.TimesOut => "does its work and never answers",
        _ => fault.ToString(),
    };
}

/// <summary>How a function goes wrong during one step of a call.</summary>
public enum InjectedFault
{
    /// <summary>It fails at every attempt, and does nothing.</summary>
    FailsBeforeItsWork,

    /// <summary>It does its work at every attempt, and the answer is lost.</summary>
    FailsAfterItsWork,

    /// <summary>It does its work, and the first answer is lost; the service's retry is answered.</summary>
    FailsOnceAfterItsWork,

    /// <summary>It does its work, and the first answer is lost. Before the service's retry, which is answered, the shop changes the order:
    /// it ships a day later or, where it was cancelled, is placed again.</summary>
    IsOvertakenByTheShop,

    /// <summary>It does its work, and its answer never comes.</summary>
    TimesOut,
}
