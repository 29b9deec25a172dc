using System.Globalization;
using OrderHotline.CallSimulator.Connect;

namespace OrderHotline.CallSimulator.Scenarios;

/// <summary>The fixed words of scenarios, for reading and writing alike.</summary>
static class ScenarioWords
{
    public const string Withheld = "withheld";
    public const string Answers = "answers";
    public const string OfTheBot = "of the bot";

    /// <summary>Every end, with its words; a call that still waits has none.</summary>
    public static readonly IReadOnlyList<(string Words, CallEnd? End)> Ends =
    [
        ("the line hung up", CallEnd.LineHungUp),
        ("the caller hung up", CallEnd.CallerHungUp),
        ("an operator has the call", CallEnd.WithOperator),
        ("the call went on to another number", CallEnd.TransferredOut),
        ("the caller was cut off", CallEnd.CutOff),
        ("the call waits", null),
    ];

    public static readonly IReadOnlyList<(string Words, FaultKind Kind)> Faults =
    [
        ("fails after its work", FaultKind.FailsAfterItsWork),
        ("fails", FaultKind.Fails),
        ("times out", FaultKind.TimesOut),
        ("answers late", FaultKind.AnswersLate),
        ("cannot reach the table", FaultKind.CannotReachTheTable),
        (Answers, FaultKind.Answers),
    ];

    public static string For(CallEnd? end) => Ends.First(known => known.End == end).Words;

    public static string For(FaultKind kind) => Faults.First(known => known.Kind == kind).Words;

    public static string For(OperatorsFound operators) => operators switch
    {
        OperatorsFound.AsDeployed => "as deployed",
        OperatorsFound.Closed => "closed",
        OperatorsFound.NoneLoggedIn => "none",
        OperatorsFound.Full => "full",
        OperatorsFound.Waiting(var callers) => string.Create(CultureInfo.InvariantCulture, $"{callers} waiting"),
        _ => throw new NotSupportedException($"No words for {operators}."),
    };
}
