using System.Collections.Immutable;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>Something that is to be true of every call. It is asked by many calls at once, and must answer the same for the same
/// step.</summary>
public abstract class CallProperty
{
    /// <summary>What is to be true, as a sentence.</summary>
    public abstract string Sentence { get; }

    /// <summary>What is to be known of the call so far when its next step is judged. Calls that differ in it are explored apart, so the
    /// less the better.</summary>
    /// <param name="before">What was known before this step; empty before the ring.</param>
    /// <param name="step">The step.</param>
    public virtual string Remember(string before, ExploredStep step) => "";

    /// <summary>Judges a step.</summary>
    /// <param name="remembered">What is known of the call before it.</param>
    /// <param name="step">The step.</param>
    /// <returns>What is wrong with it, as a sentence; null when nothing is.</returns>
    public virtual string? WhatIsWrong(string remembered, ExploredStep step) => null;
}

/// <summary>Something that must be within reach of every waiting call, in however many steps.</summary>
public abstract class GoalProperty : CallProperty
{
    /// <summary>What is wrong with a call from which it is not, as a sentence.</summary>
    public abstract string WhyNot { get; }

    /// <summary>Whether this step reaches it.</summary>
    public abstract bool IsReachedBy(ExploredStep step);
}

/// <summary>The properties that the line's own calls have.</summary>
public static class CallProperties
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<CallProperty> All { get; } =
    [
        new EveryCallCanReachAnOperatorOrAGoodbye(),
        new NothingIsWrittenWithoutAYes(),
        new NoOrderIsWrittenOnAnUnsureReading(),
        new NoOrderIsMovedToADayTheShopCannot(),
        new AYesTakesTheDayThatIsOffered(),
        new KeepingAnOrderChangesNothing(),
        new EveryWishIsHeard(),
        new TheKeysThatAreNamedWork(),
        new NothingIsOfferedThatWouldBeRefused(),
        new NothingIsPromisedThatIsNotSo(),
        new EveryEndHasWords(),
        new EveryPromptIsInTheCallersLanguage(),
        new NoCallLoopsWithoutAsking(),
        new NoChainOfFunctionsOutlastsConnect(),
        new WhatIsAnnouncedIsWhatWasDone(),
        new NoPersonalDataIsLogged(),
        new NothingIsToldOrDoneWithoutItsProof(),
        new EveryLockEndsWithAnOperator(),
        new NoCodeIsHeardLoggedOrKept(),
    ];
}
