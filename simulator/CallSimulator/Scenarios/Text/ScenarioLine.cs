
namespace OrderHotline.CallSimulator.Scenarios;

/// <summary>Part of a line of a scenario, which knows where it stands.</summary>
/// <param name="scenario">The scenario's name.</param>
/// <param name="number">The line, from 1.</param>
/// <param name="column">Where the text begins, from 1.</param>
/// <param name="text">The text.</param>
readonly struct ScenarioLine(string scenario, int number, int column, string text)
{
    public int Number => number;

    /// <summary>What it says: its escapes are read, see <see cref="VisibleText"/>. Where a line is divided, they are not.</summary>
    public string Text => VisibleText.Unescaped(text);

    /// <summary>The text as it is written, for what has escapes of its own.</summary>
    public string Raw => text;

    public bool IsEmpty => text.Length == 0;

    /// <summary>The line says something that cannot be read.</summary>
    /// <param name="reason">What is wrong, and what would be right.</param>
    public ScenarioFormatException Wrong(string reason) => new(scenario, number, column, reason);

    public ScenarioLine Trimmed()
    {
        var start = text.Length - text.TrimStart().Length;
        return new(scenario, number, column + start, text.Trim());
    }

    /// <summary>What stands behind these words.</summary>
    public ScenarioLine Behind(int length) => new ScenarioLine(scenario, number, column + length, text[length..]).Trimmed();

    public bool StartsWith(string words) => text.StartsWith(words, StringComparison.Ordinal);

    public bool EndsWith(string words) => text.EndsWith(words, StringComparison.Ordinal);

    /// <summary>What stands before the words at the end.</summary>
    public ScenarioLine Before(string words) => new ScenarioLine(scenario, number, column, text[..^words.Length]).Trimmed();

    /// <summary>What stands before and behind the first of these.</summary>
    /// <returns>The whole line and nothing when it is not there.</returns>
    public (ScenarioLine Before, ScenarioLine Behind) CutAt(string mark)
    {
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        return at < 0
            ? (this, Behind(text.Length))
            : (new ScenarioLine(scenario, number, column, text[..at]).Trimmed(), Behind(at + mark.Length));
    }

    /// <summary>The parts between marks.</summary>
    public ScenarioLine[] Parts(string mark)
    {
        var parts = new List<ScenarioLine>();
        var at = 0;
        foreach (var part in text.Split(mark))
        {
            parts.Add(new ScenarioLine(scenario, number, column + at, part).Trimmed());
            at += part.Length + mark.Length;
        }

        return [.. parts];
    }
}
