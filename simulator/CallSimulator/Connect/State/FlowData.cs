
namespace OrderHotline.CallSimulator.Connect;

/// <summary>
/// What a flow knows and a contact does not: it is not passed to functions or operators, and a module has its own
/// (https://docs.aws.amazon.com/connect/latest/adminguide/contact-flow-modules.html).
/// </summary>
sealed record FlowData
{
    public static readonly FlowData Empty = new();

    /// <summary>What the last function answered, nested names joined by dots.</summary>
    public TextMap External { get; init; } = TextMap.Empty;

    /// <summary>What the last bot ended with, nested names joined by dots.</summary>
    public TextMap Lex { get; init; } = TextMap.Empty;

    /// <summary>What queue metrics were asked for last, nested names joined by dots.</summary>
    public TextMap Metrics { get; init; } = TextMap.Empty;

    /// <summary>The attributes of the flow itself.</summary>
    public TextMap FlowAttributes { get; init; } = TextMap.Empty;

    /// <summary>The input of this module, and the results of those it invoked, nested names joined by dots.</summary>
    public TextMap Modules { get; init; } = TextMap.Empty;

    /// <summary>What was keyed in last to be stored.</summary>
    public string? StoredInput { get; init; }

    /// <summary>The invocation that was not waited for.</summary>
    public string? InvocationId { get; init; }
}

/// <summary>Where a call is.</summary>
/// <param name="Flow">The flow's name.</param>
/// <param name="Action">The action's identifier; null when the flow has run out and the call still waits in its queue.</param>
/// <param name="Data">What this flow knows.</param>
/// <param name="InvokedAt">For a module: where it was invoked, with what that flow knew.</param>
sealed record FlowPosition(string Flow, string? Action, FlowData Data, FlowPosition? InvokedAt);
