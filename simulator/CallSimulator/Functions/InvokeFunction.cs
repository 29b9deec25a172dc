using NodaTime;

namespace OrderHotline.CallSimulator.Functions;

/// <summary>Invokes a function by its name, as Connect and Lex do: in this process, or anywhere else that answers the same JSON.</summary>
/// <param name="call">What is called.</param>
/// <param name="cancellation">Ends the wait when the answer is no longer needed.</param>
/// <returns>What came of it. Never throws for a failure of the function.</returns>
public delegate Task<FunctionAnswer> InvokeFunction(FunctionCall call, CancellationToken cancellation);

/// <summary>One invocation.</summary>
/// <param name="Name">The function's name, without region, account or alias.</param>
/// <param name="Payload">The event as UTF-8 JSON.</param>
/// <param name="At">The moment of the call at which it happens.</param>
/// <param name="Limit">How long the answer is waited for.</param>
public sealed record FunctionCall(string Name, ReadOnlyMemory<byte> Payload, Instant At, Duration Limit)
{
    /// <summary>The contact in which an operator speaks with the caller at this moment, and the first one of that call; null when none does.</summary>
    public (string Contact, string First)? WithOperator { get; init; }
}

/// <summary>What came of an invocation.</summary>
/// <param name="Took">How long the caller waited; at most the limit counts.</param>
public abstract record FunctionAnswer(Duration Took)
{
    /// <summary>It answered.</summary>
    /// <param name="Payload">The answer as it came: UTF-8 JSON, if the function is right.</param>
    /// <param name="Took">How long it took.</param>
    public sealed record Replied(ReadOnlyMemory<byte> Payload, Duration Took) : FunctionAnswer(Took);

    /// <summary>It failed, could not be reached, or does not exist.</summary>
    /// <param name="Reason">Why, for the trace. Connect does not learn it.</param>
    /// <param name="Took">How long it took.</param>
    public sealed record Failed(string Reason, Duration Took) : FunctionAnswer(Took)
    {
        /// <summary>Whether there is no such function here; where the flow is deployed there may be one.</summary>
        public bool IsUnknown { get; init; }

        /// <summary>No answer came while it was waited for.</summary>
        /// <param name="limit">How long it was waited for.</param>
        /// <param name="took">How long the caller waited: at least the limit.</param>
        public static Failed OutOfTime(Duration limit, Duration took) =>
            new($"no answer within {limit.TotalSeconds} seconds.", Duration.Max(limit, took));
    }
}
