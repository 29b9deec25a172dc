using System.Diagnostics.CodeAnalysis;

namespace OrderHotline.Hosts;

/// <summary>Reads variables one after another and keeps what is wrong with them, so that all of it is said at once. An unset or empty
/// variable means its default.</summary>
/// <param name="variable">Gives the value of an environment variable.</param>
sealed class VariableReader(Func<string, string?> variable)
{
    readonly List<string> problems = [];

    /// <summary>Reads a value, or says that the text is none.</summary>
    public delegate bool Parser<T>(string text, [MaybeNullWhen(false)] out T value);

    /// <summary>What is wrong, a sentence each.</summary>
    public IReadOnlyCollection<string> Problems => problems;

    /// <summary>The text of a variable.</summary>
    public string Text(string name, string standard) => variable(name) is { Length: > 0 } text ? text : standard;

    /// <summary>The value of a variable; its default also where the text is no value, which is a problem then.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="standard">Its default.</param>
    /// <param name="parse">Reads the value.</param>
    /// <param name="expected">What it must be, for a person.</param>
    public T Value<T>(string name, T standard, Parser<T> parse, string expected)
    {
        var text = Text(name, "");
        if (text.Length == 0)
        {
            return standard;
        }

        if (parse(text, out var value))
        {
            return value;
        }

        Add($"{name} is \"{text}\": it must be {expected}.");
        return standard;
    }

    /// <summary>Adds a problem.</summary>
    public void Add(string problem) => problems.Add(problem);
}
