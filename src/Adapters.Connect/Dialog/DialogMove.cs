using NodaTime;

namespace OrderHotline.Adapters.Connect;

/// <summary>What the line does next in a dialogue.</summary>
/// <param name="Result">What was made of the turn.</param>
abstract record DialogMove(DialogResult Result)
{
    /// <summary>Asks for a day.</summary>
    /// <param name="Result">What was made of the turn.</param>
    /// <param name="Lead">What is said before the question, and not again when it is repeated.</param>
    /// <param name="Question">The question.</param>
    /// <param name="Failures">How many times in a row the caller was not understood.</param>
    public sealed record AskForDay(DialogResult Result, string Lead, string Question, int Failures = 0) : DialogMove(Result);

    /// <summary>Reads a day back and asks for a yes.</summary>
    /// <param name="Result">What was made of the turn.</param>
    /// <param name="Day">The day that a yes would mean.</param>
    /// <param name="Lead">What is said before the question.</param>
    /// <param name="Question">The question, with the day in full.</param>
    /// <param name="Failures">How many times in a row the caller was not understood.</param>
    public sealed record AskForYes(DialogResult Result, LocalDate Day, string Lead, string Question, int Failures = 0)
        : DialogMove(Result);

    /// <summary>Ends the dialogue on the day to which the caller said yes.</summary>
    public sealed record Fulfil(DialogResult Result, LocalDate Day) : DialogMove(Result);

    /// <summary>Ends the dialogue on another intent, on which the flow branches.</summary>
    public sealed record Leave(DialogResult Result, string Intent) : DialogMove(Result);

    /// <summary>Ends the dialogue without a day.</summary>
    public sealed record Fail(DialogResult Result, string Words) : DialogMove(Result);

    /// <summary>Leaves the turn to the bot.</summary>
    public sealed record Delegate() : DialogMove(DialogResult.Delegated);
}
