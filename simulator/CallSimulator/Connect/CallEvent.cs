using System.Collections.Immutable;
using NodaTime;
using OrderHotline.CallSimulator.Functions;
using OrderHotline.CallSimulator.Lex;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>Something that happened in a call, in turn. What a caller hears is among it, and so is what they never notice.</summary>
/// <param name="At">When.</param>
public abstract record CallEvent(Instant At)
{
    /// <summary>The caller or an operator heard words.</summary>
    /// <param name="At">When.</param>
    /// <param name="Words">The words, or SSML.</param>
    /// <param name="By">Who heard them.</param>
    /// <param name="Language">The contact's language, such as <c>ja-JP</c>.</param>
    /// <param name="Voice">The voice, or null where the flow chose none.</param>
    public sealed record Heard(Instant At, string Words, Audience By, string Language, string? Voice) : CallEvent(At)
    {
        /// <summary>Whether the caller need not hear it out: a key or a word ends it.</summary>
        public bool MayBeInterrupted { get; init; }
    }

    /// <summary>The caller did something.</summary>
    public sealed record Did(Instant At, CallerAct Act) : CallEvent(At);

    /// <summary>An action ran, and the flow went on.</summary>
    /// <param name="At">When.</param>
    /// <param name="Flow">The flow's name.</param>
    /// <param name="Action">The action's identifier.</param>
    /// <param name="Type">Its type.</param>
    /// <param name="Branch">The branch it took: <c>next</c>, the condition's operand, the kind of error, or <c>end</c>.</param>
    /// <param name="Next">The identifier of the action that comes next in this flow; null at the end.</param>
    public sealed record Ran(Instant At, string Flow, string Action, string Type, string Branch, string? Next) : CallEvent(At);

    /// <summary>A function was invoked.</summary>
    /// <param name="At">When.</param>
    /// <param name="Function">Its name.</param>
    /// <param name="Attempt">1, and more for Connect's own retries.</param>
    /// <param name="Request">The event.</param>
    /// <param name="Answer">What came of it.</param>
    public sealed record Invoked(Instant At, string Function, int Attempt, ReadOnlyMemory<byte> Request, FunctionAnswer Answer)
        : CallEvent(At);

    /// <summary>A bot took what the caller did for an intent.</summary>
    /// <param name="At">When.</param>
    /// <param name="Intent">The name of the intent.</param>
    public sealed record BotTook(Instant At, string Intent) : CallEvent(At);

    /// <summary>The flow was answered by a bot.</summary>
    public sealed record BotEnded(Instant At, BotIntent Intent) : CallEvent(At);

    /// <summary>Something that the person who reads the trace should know: what cannot mean anything here, and which branch was
    /// taken for it; why an error branch was taken.</summary>
    public sealed record Noted(Instant At, string Note) : CallEvent(At)
    {
        /// <summary>Whether the flow needed something that is not here, or a way on that it does not have: whoever plays it is told, and not only in a trace.</summary>
        public bool IsOfSomethingMissing { get; init; }
    }

    /// <summary>The operator sees this when the call reaches them.</summary>
    public sealed record HandedOver(Instant At, ImmutableSortedDictionary<string, string> Attributes) : CallEvent(At);

    /// <summary>A call back was promised.</summary>
    public sealed record CallbackPromised(Instant At, string Number, Duration After) : CallEvent(At);

    /// <summary>The call is over.</summary>
    public sealed record Ended(Instant At, CallEnd End) : CallEvent(At);
}

/// <summary>Who hears words.</summary>
public enum Audience
{
    /// <summary>The caller.</summary>
    Caller,

    /// <summary>The operator who is about to take the call.</summary>
    Operator,
}
