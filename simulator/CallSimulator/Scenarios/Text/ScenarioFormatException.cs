
namespace OrderHotline.CallSimulator.Scenarios;

/// <summary>A text is no scenario.</summary>
/// <param name="scenario">What it is called.</param>
/// <param name="line">The line, from 1.</param>
/// <param name="column">The character in it, from 1.</param>
/// <param name="reason">What is wrong, and what would be right.</param>
public sealed class ScenarioFormatException(string scenario, int line, int column, string reason)
    : Exception($"{scenario}:{line}:{column}: {reason}")
{
    /// <summary>The line, from 1.</summary>
    public int Line => line;

    /// <summary>The character in it, from 1.</summary>
    public int Column => column;

    /// <summary>What is wrong, and what would be right.</summary>
    public string Reason => reason;
}
