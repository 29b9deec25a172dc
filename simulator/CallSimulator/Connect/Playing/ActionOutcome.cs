using System.Collections.Immutable;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>What came of an action.</summary>
abstract record ActionOutcome
{
    /// <summary>It is done, and has no result to branch on.</summary>
    public static readonly ActionOutcome Done = new Went();

    ActionOutcome()
    {
    }

    /// <summary>It failed, in no way that has a name.</summary>
    public static ActionOutcome Failed(string why) => new Fails(FlowErrors.NoMatchingError, why);

    /// <summary>It failed, because what it needs is not here.</summary>
    public static ActionOutcome Lacks(string what) => new Fails(FlowErrors.NoMatchingError, what) { IsForWantOfSomething = true };

    /// <summary>It failed, because a parameter that it needs came out empty: a reference in it had no value, or it is not there.</summary>
    /// <param name="action">The action.</param>
    /// <param name="what">What the parameter gives.</param>
    /// <param name="path">The parameter.</param>
    public static ActionOutcome Without(FlowAction action, string what, params ReadOnlySpan<string> path) =>
        action.Parameter(path) is { } text && FlowReference.In(text).FirstOrDefault() is { } reference
            ? Lacks($"{reference}, which gives the {what}, has no value.")
            : Failed($"{action.Identifier} has no {what}.");

    /// <summary>It is done, and the flow goes on.</summary>
    public sealed record Went : ActionOutcome;

    /// <summary>It is done, and the flow branches on its result.</summary>
    public sealed record Gives(string Result) : ActionOutcome;

    /// <summary>It is done, and the flow branches on the keys of an object.</summary>
    public sealed record GivesObject(ImmutableHashSet<string> Keys) : ActionOutcome;

    /// <summary>It failed.</summary>
    /// <param name="ErrorType">The kind of error that the branch is named after.</param>
    /// <param name="Why">A sentence for the trace; null when the kind of error says it all.</param>
    public sealed record Fails(string ErrorType, string? Why) : ActionOutcome
    {
        /// <summary>Whether it failed because something is not here that Connect may have.</summary>
        public bool IsForWantOfSomething { get; init; }
    }

    /// <summary>It needs the caller, or an operator.</summary>
    public sealed record Waits(CallWaiting For) : ActionOutcome;

    /// <summary>A module starts; the action goes on when that returns.</summary>
    public sealed record Invokes(PlayedFlow Module, FlowData Data) : ActionOutcome;

    /// <summary>The module is over, and this is what came of the action that invoked it.</summary>
    public sealed record Returns(ActionOutcome ForTheInvoker, FlowData Data) : ActionOutcome;

    /// <summary>The flow is left for another, which starts.</summary>
    public sealed record Leaves(PlayedFlow For) : ActionOutcome;

    /// <summary>The call goes into its target queue.</summary>
    public sealed record Queues : ActionOutcome;

    /// <summary>The flow is over; the call need not be.</summary>
    public sealed record EndsFlow : ActionOutcome;

    /// <summary>The call is over.</summary>
    public sealed record EndsCall(CallEnd End) : ActionOutcome;
}
