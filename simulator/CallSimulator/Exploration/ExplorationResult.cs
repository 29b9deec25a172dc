using System.Collections.Immutable;
using System.Numerics;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>What came of an exploration.</summary>
/// <param name="Calls">How many different calls are covered: sequences of acts and faults from the first ring to the end of the
/// call, or to the depth.</param>
/// <param name="States">How many different states a call can wait in.</param>
/// <param name="Transitions">How many steps were played.</param>
/// <param name="Depth">How many acts the longest explored way has that leads to a state not seen before.</param>
/// <param name="IsComplete">Whether every state was played on from: then the properties hold for calls of any length.</param>
/// <param name="Verdicts">What was found of every property.</param>
public sealed record ExplorationResult(
    BigInteger Calls, int States, long Transitions, int Depth, bool IsComplete, ImmutableArray<PropertyVerdict> Verdicts);

/// <summary>How far an exploration is.</summary>
/// <param name="Depth">How many acts the calls have that were played last.</param>
/// <param name="States">The states so far.</param>
/// <param name="Transitions">The steps so far.</param>
public sealed record ExplorationProgress(int Depth, int States, long Transitions);

/// <summary>What was found of a property.</summary>
/// <param name="Property">The property.</param>
public abstract record PropertyVerdict(CallProperty Property)
{
    /// <summary>It is true of every call that was explored.</summary>
    public sealed record Holds(CallProperty Property) : PropertyVerdict(Property);

    /// <summary>It is not: this is a call of which it is false, and no shorter one is.</summary>
    /// <param name="Property">The property.</param>
    /// <param name="World">How the call begins.</param>
    /// <param name="Acts">What happens, its ringing first.</param>
    /// <param name="Why">What is wrong, as a sentence.</param>
    public sealed record Broken(CallProperty Property, StartWorld World, ImmutableArray<PlayedAct> Acts, string Why)
        : PropertyVerdict(Property)
    {
        /// <summary>How many acts of the caller it takes: the ringing is none.</summary>
        public int Length => Acts.Length - 1;
    }
}
