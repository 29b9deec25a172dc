using OrderHotline.Application;

namespace OrderHotline.Adapters.Connect;

/// <summary>What is logged of one turn: enough to follow a dialogue by, and nothing that was said in it.</summary>
/// <param name="SessionId">The session; under Connect it is the contact's id, a UUID, and nothing else is logged.</param>
/// <param name="Intent">The bot's intent, as far as the line knows it.</param>
/// <param name="Step">Where the dialogue stood when the turn came: the name of the question, or <c>none</c>.</param>
/// <param name="Result">What was made of the turn.</param>
/// <param name="Problem">What was wrong with the event, a sentence that repeats no value; null when nothing was.</param>
/// <param name="Fault">What went wrong in the line, if anything did.</param>
public sealed record DialogRecord(
    string? SessionId, string? Intent, string Step, DialogResult Result, string? Problem, Exception? Fault)
{
    /// <summary>The record as a line of the log, in the words of a call's: under Connect a session is a contact.</summary>
    public LogLine ToLogLine() => new(
        line =>
        {
            line.WriteString("function", OrderDialogHandler.FunctionName);
            line.WriteString("contactId", Guid.TryParseExact(SessionId, "D", out var id) ? id.ToString() : "unknown");
            line.WriteString("intent", KnownIntent());
            line.WriteString("step", Step);
            line.WriteString("outcome", Result.ToString());
        },
        Problem ?? "",
        Fault?.ToString());

    string KnownIntent() => Intent switch
    {
        null => "none",
        _ when BotNames.IsKnown(Intent) => Intent,
        _ => "other",
    };
}

/// <summary>What the line made of one turn of a dialogue.</summary>
public enum DialogResult
{
    /// <summary>A wish was understood: asked what it needs.</summary>
    Asked,

    /// <summary>The answer was vague: asked which day.</summary>
    WhichDay,

    /// <summary>The day cannot be had: said why, and asked for another.</summary>
    DateNotPossible,

    /// <summary>A change was understood: read back, and asked for a yes.</summary>
    ReadBack,

    /// <summary>The caller did not want the day that was read back: asked for another.</summary>
    Denied,

    /// <summary>The caller said yes to the change that was read back. The dialogue is over.</summary>
    Confirmed,

    /// <summary>The caller said yes to leaving the order on the day it has. The dialogue is over.</summary>
    Unchanged,

    /// <summary>The question was asked again because the caller wished so.</summary>
    Repeated,

    /// <summary>What was said was no answer: asked again.</summary>
    NotUnderstood,

    /// <summary>Nothing was said: asked again.</summary>
    Silence,

    /// <summary>The third failure in a row: an operator must help. The dialogue is over.</summary>
    GaveUp,

    /// <summary>There is no day to choose: an operator must help. The dialogue is over.</summary>
    NoDayToChoose,

    /// <summary>It was not clear whether the order or only a change is to be dropped: asked.</summary>
    CancelOrKeep,

    /// <summary>Nothing changes, and the caller was told so.</summary>
    Kept,

    /// <summary>The caller was told how the order stands.</summary>
    Status,

    /// <summary>The order can be changed no more: said why.</summary>
    NotPossible,

    /// <summary>Said what can be asked for.</summary>
    Helped,

    /// <summary>The caller is done. The dialogue is over.</summary>
    Goodbye,

    /// <summary>The caller wants an operator. The dialogue is over.</summary>
    Operator,

    /// <summary>None of the line's business: left to the bot.</summary>
    Delegated,

    /// <summary>The event makes no sense. The dialogue is over.</summary>
    InvalidRequest,

    /// <summary>The line is at fault. The dialogue is over.</summary>
    Unavailable,
}
