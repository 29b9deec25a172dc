using OrderHotline.CallSimulator.Connect;

namespace OrderHotline.Hosts.Cli;

/// <summary>What a line that was typed means in a call.</summary>
static class CallerInput
{
    public const string Help =
        "Digits, * and # press keys; words are spoken; an empty line is silence; (operator) takes the call in a queue, and (transfer to FLOW) sends it on from there; "
        + "(hang up) or the end of the input hangs up.";

    const string TransferTo = "(transfer to ";

    /// <summary>Reads one line; null, the end of the input, hangs up.</summary>
    public static CallerAct Read(string? line)
    {
        var typed = line?.Trim();
        return typed switch
        {
            null or "(hang up)" => new CallerAct.HangsUp(),
            "" or "(silence)" => new CallerAct.StaysSilent(),
            "(operator)" => new CallerAct.OperatorAnswers(),
            _ when typed.StartsWith(TransferTo, StringComparison.Ordinal) && typed.EndsWith(')') =>
                new CallerAct.OperatorTransfers(typed[TransferTo.Length..^1].Trim()),
            _ when typed.All(IsKey) => new CallerAct.Presses(typed),
            _ => new CallerAct.Says(typed),
        };
    }

    /// <summary>Whether a line of a file is for its readers only.</summary>
    public static bool IsComment(string line) => line.TrimStart().StartsWith("//", StringComparison.Ordinal);

    /// <summary>The act in a line, such as it could have been typed.</summary>
    public static string Write(CallerAct act) => act switch
    {
        CallerAct.Presses(var keys) => keys,
        CallerAct.Says(var words) => words,
        CallerAct.StaysSilent => "(silence)",
        CallerAct.HangsUp => "(hang up)",
        CallerAct.OperatorAnswers => "(operator)",
        CallerAct.OperatorTransfers(var flow) => $"{TransferTo}{flow})",
        _ => throw new NotSupportedException($"No words for {act.GetType().Name}."),
    };

    static bool IsKey(char key) => char.IsAsciiDigit(key) || key is '*' or '#';
}
