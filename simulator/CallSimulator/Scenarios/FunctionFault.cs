
namespace OrderHotline.CallSimulator.Scenarios;

/// <summary>Something that goes wrong with a function.</summary>
/// <param name="Function">Its name.</param>
/// <param name="Kind">What goes wrong.</param>
/// <param name="OnCall">With which of its calls only, from 1, Connect's own retries counted; null for every call.</param>
public sealed record FunctionFault(string Function, FaultKind Kind, int? OnCall = null)
{
    /// <summary>What it answers, as JSON in one line, where it answers something of the scenario's own.</summary>
    public string? Answer { get; init; }

    /// <summary>The line of the text that it was read from, from 1; 0 when it was not read.</summary>
    public int Line { get; init; }
}

/// <summary>An action that fails whenever the call comes to it.</summary>
/// <param name="Action">Its type, or its flow and identifier, such as <c>Operator/queue</c>.</param>
/// <param name="ErrorType">The kind of error, such as <c>NoMatchingError</c>.</param>
public sealed record ActionFault(string Action, string ErrorType)
{
    /// <summary>The line of the text that it was read from, from 1; 0 when it was not read.</summary>
    public int Line { get; init; }
}

/// <summary>What goes wrong with a function.</summary>
public enum FaultKind
{
    /// <summary>It fails at once and does nothing.</summary>
    Fails,

    /// <summary>It never answers and does nothing.</summary>
    TimesOut,

    /// <summary>It does its work, and answers after the caller has stopped waiting.</summary>
    AnswersLate,

    /// <summary>It does its work and then fails.</summary>
    FailsAfterItsWork,

    /// <summary>It does nothing, and answers what the scenario says.</summary>
    Answers,

    /// <summary>It runs, the table of orders does not answer it, and it says what it says then.</summary>
    CannotReachTheTable,
}
