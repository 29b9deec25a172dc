using System.Collections.Immutable;

namespace OrderHotline.CallSimulator.Scenarios;

/// <summary>What came of playing a scenario.</summary>
/// <param name="Call">The call as it was played; up to the difference, if there was one.</param>
public abstract record ScenarioResult(PlayedCall Call)
{
    /// <summary>The call went as written.</summary>
    public sealed record Passed(PlayedCall Call) : ScenarioResult(Call);

    /// <summary>The call went otherwise.</summary>
    /// <param name="Call">The call as it was played, up to the difference.</param>
    /// <param name="From">The first difference.</param>
    public sealed record Diverged(PlayedCall Call, Divergence From) : ScenarioResult(Call);
}

/// <summary>Where a call first goes otherwise than written.</summary>
/// <param name="Line">The line of the text, from 1; 0 when the scenario was not read from a text.</param>
/// <param name="Expected">What is written.</param>
/// <param name="Found">What there was instead, as a sentence.</param>
/// <param name="HeardSince">Every prompt since the last act, in plain words.</param>
public sealed record Divergence(int Line, string Expected, string Found, ImmutableArray<string> HeardSince)
{
    const int LinesAround = 3;

    /// <summary>The difference in words for a person, with the lines around it.</summary>
    /// <param name="name">What the scenario is called.</param>
    /// <param name="text">The text that it was read from.</param>
    public string Explain(string name, string text)
    {
        var words = new List<string>
        {
            $"{name}:{Line}",
            $"  expected: {Expected}",
            $"  but: {Found}",
            "  heard since the last act:",
        };
        words.AddRange(HeardSince.IsEmpty ? ["    (nothing)"] : HeardSince.Select(prompt => $"    {prompt}"));
        var lines = text.TrimEnd('\n').Split('\n');
        for (var number = Math.Max(1, Line - LinesAround); number <= Math.Min(lines.Length, Line + LinesAround); number++)
        {
            words.Add($"  {(number == Line ? '>' : ' ')} {number,3} | {lines[number - 1]}".TrimEnd());
        }

        return string.Join('\n', words.Select(VisibleText.OneLine));
    }
}
