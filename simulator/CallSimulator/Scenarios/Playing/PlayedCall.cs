using System.Collections.Immutable;
using OrderHotline.Adapters.InMemory;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Scenarios;

/// <summary>A call that has been played, with everything that came of it.</summary>
/// <param name="Start">How things stood when it rang.</param>
/// <param name="Events">What happened, in turn.</param>
/// <param name="State">The call as it was left: over, or waiting.</param>
/// <param name="OrdersBefore">The orders when it rang.</param>
/// <param name="OrdersAfter">The orders now.</param>
/// <param name="Texts">The texts that the shop owes now, in words.</param>
public sealed record PlayedCall(
    ScenarioStart Start,
    ImmutableArray<CallEvent> Events,
    CallState State,
    ImmutableArray<Order> OrdersBefore,
    ImmutableArray<Order> OrdersAfter,
    ImmutableArray<RecordedMessage> Texts)
{
    /// <summary>The messages with codes that were sent, in turn.</summary>
    public ImmutableArray<RecordedMessage> Codes { get; init; } = [];

    /// <summary>How often each function was called, the bot's code hook and Connect's own retries included.</summary>
    public ImmutableSortedDictionary<string, int> FunctionCalls { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>Those of the start's faults that the call has met.</summary>
    public ImmutableHashSet<FunctionFault> FaultsMet { get; init; } = [];

    /// <summary>How the call ended; null when it waits.</summary>
    public CallEnd? End => (State.Waiting as CallWaiting.Over)?.End;

    /// <summary>What the caller heard, in turn and in plain words.</summary>
    public IEnumerable<string> Heard => HeardBy(Audience.Caller, Events);

    /// <summary>What an operator heard, in turn and in plain words.</summary>
    public IEnumerable<string> OperatorHeard => HeardBy(Audience.Operator, Events);

    internal static IEnumerable<string> HeardBy(Audience audience, ImmutableArray<CallEvent> events) => events
        .OfType<CallEvent.Heard>()
        .Where(heard => heard.By == audience)
        .Select(heard => PlainWords.From(heard.Words))
        .Where(words => words.Length > 0);
}
