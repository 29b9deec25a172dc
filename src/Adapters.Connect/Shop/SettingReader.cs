using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace OrderHotline.Adapters.Connect;

/// <summary>Reads settings one after another, from a file and from the environment above it, and keeps what is wrong with either, so that
/// all of it is said at once.</summary>
/// <param name="file">The whole file, an object whose texts can all be read.</param>
/// <param name="variable">Gives the value of an environment variable; one that is unset or empty overrides nothing.</param>
sealed class SettingReader(JsonElement file, Func<string, string?> variable)
{
    readonly HashSet<string> known = new(StringComparer.Ordinal);
    readonly List<string> problems = [];
    readonly List<Func<ShopSetting>> settings = [];

    /// <summary>Reads a value, or says that the text is none.</summary>
    public delegate bool Parser<T>(string text, [MaybeNullWhen(false)] out T value);

    /// <summary>What is wrong, a sentence each.</summary>
    public ImmutableArray<string> Problems => [.. problems];

    /// <summary>Adds a problem.</summary>
    public void Add(string problem) => problems.Add(problem);

    /// <summary>Marks a key that may stand in the file and sets nothing.</summary>
    public void Know(string path) => known.Add(path);

    /// <summary>Whether the file says anything there.</summary>
    public bool Holds(string path) => Find(path) is not null;

    /// <summary>Tells of a setting, once somebody asks.</summary>
    /// <param name="path">Where it stands, without the root.</param>
    /// <param name="show">Writes its value, for a person.</param>
    /// <param name="source">Where the value comes from.</param>
    /// <param name="overriding">The variable that overrides it; empty for none.</param>
    public void Tell(string path, Func<string> show, SettingSource source, string overriding) =>
        settings.Add(() => new($"$.{path}", show(), source, overriding));

    /// <summary>What was read, in that order.</summary>
    public ImmutableArray<ShopSetting> Settings() => [.. settings.Select(setting => setting())];

    /// <summary>A single value; its default also where it is wrong.</summary>
    /// <param name="path">Where it stands, without the root: <c>shipping.cutOff</c>.</param>
    /// <param name="overriding">The variable that overrides it; empty for none.</param>
    /// <param name="standard">Its default.</param>
    /// <param name="parse">Reads it.</param>
    /// <param name="show">Writes it, for a person.</param>
    /// <param name="expected">What it must be, for a person.</param>
    /// <param name="kind">How it is written in the file.</param>
    public T Value<T>(
        string path, string overriding, T standard, Parser<T> parse, Func<T, string> show, string expected,
        JsonValueKind kind = JsonValueKind.String)
    {
        var (value, source) = (standard, SettingSource.Default);
        if (Find(path) is { } element && Written(element, path, kind, expected) is { } written)
        {
            Take(written, SettingSource.File, $"$.{path} is {element.GetRawText()}");
        }

        if (Override(overriding) is { } text)
        {
            Take(text, SettingSource.Environment, $"{overriding} is \"{text}\"");
        }

        Tell(path, () => show(value), source, overriding);
        return value;

        void Take(string from, SettingSource where, string found)
        {
            if (parse(from, out var parsed))
            {
                (value, source) = (parsed, where);
            }
            else
            {
                Add($"{found}: it must be {expected}.");
            }
        }
    }

    /// <summary>A list in which nothing stands twice; in a variable, with commas between.</summary>
    /// <inheritdoc cref="Value{T}"/>
    /// <param name="expected">What each of its members must be, for a person.</param>
    /// <param name="whole">What the list must be, for a person.</param>
    /// <param name="isSound">Whether the list can be had as a whole.</param>
    public ImmutableArray<T> List<T>(
        string path, string overriding, ImmutableArray<T> standard, Parser<T> parse, Func<T, string> show, string expected, string whole,
        Func<ImmutableArray<T>, bool> isSound)
    {
        var (values, source) = (standard, SettingSource.Default);
        if (Find(path) is { } element)
        {
            FromTheFile(element);
        }

        if (Override(overriding) is { } text)
        {
            FromTheEnvironment(text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), $"{overriding} is \"{text}\"");
        }

        Tell(path, () => string.Join(", ", values.Select(show)), source, overriding);
        return values;

        void FromTheFile(JsonElement list)
        {
            if (list.ValueKind != JsonValueKind.Array)
            {
                Add($"$.{path} is {list.GetRawText()}: it must be a list of {whole}.");
                return;
            }

            var (read, before, number) = (new List<T>(), problems.Count, 0);
            foreach (var member in list.EnumerateArray())
            {
                var found = $"$.{path}[{number++}] is {member.GetRawText()}";
                if (member.ValueKind != JsonValueKind.String || !parse(member.GetString()!, out var value))
                {
                    Add($"{found}: it must be {expected}.");
                }
                else if (read.Contains(value))
                {
                    Add($"{found}, which stands there before: name it once.");
                }
                else
                {
                    read.Add(value);
                }
            }

            Keep(read, before, SettingSource.File, $"$.{path} is {list.GetRawText()}");
        }

        // One sentence says it all: a variable is a line.
        void FromTheEnvironment(string[] words, string found)
        {
            var (read, before) = (new List<T>(), problems.Count);
            foreach (var word in words)
            {
                if (!parse(word, out var value))
                {
                    Add($"{found}: it must be {whole}, with commas between.");
                    return;
                }

                read.Add(value);
            }

            Keep([.. read.Distinct()], before, SettingSource.Environment, found);
        }

        void Keep(List<T> read, int before, SettingSource where, string found)
        {
            if (problems.Count > before)
            {
                return;
            }

            if (isSound([.. read]))
            {
                (values, source) = ([.. read], where);
            }
            else
            {
                Add($"{found}: it must be {whole}.");
            }
        }
    }

    /// <summary>The texts of an object whose keys are the shop's own, with the place of each.</summary>
    /// <param name="path">Where it stands, without the root.</param>
    /// <param name="expected">What it must be, for a person.</param>
    public IEnumerable<(string Key, string Text, string Place)> Map(string path, string expected)
    {
        if (Find(path) is not { } element)
        {
            yield break;
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            Add($"$.{path} is {element.GetRawText()}: it must be {expected}.");
            yield break;
        }

        foreach (var member in element.EnumerateObject().DistinctBy(member => member.Name))
        {
            var own = $"{path}.{member.Name}";
            if (Written(member.Value, own, JsonValueKind.String, expected) is { } text)
            {
                yield return (member.Name, text, $"$.{own}");
            }
        }
    }

    /// <summary>What stands there, all of it known; null for nothing.</summary>
    public JsonElement? Whole(string path) => Find(path);

    /// <summary>Adds a problem for every key that nobody has read, as far down as somebody has.</summary>
    public void FindUnknownKeys() => FindUnknownKeys(file, "");

    void FindUnknownKeys(JsonElement parent, string path)
    {
        foreach (var member in parent.EnumerateObject().DistinctBy(member => member.Name))
        {
            var own = path + member.Name;
            if (known.Contains(own))
            {
                continue;
            }

            if (!known.Any(setting => setting.StartsWith($"{own}.", StringComparison.Ordinal)))
            {
                Add($"$.{own} is no setting: there are {string.Join(", ", Names(path))}.");
            }
            else if (member.Value.ValueKind == JsonValueKind.Object)
            {
                FindUnknownKeys(member.Value, $"{own}.");
            }
            else
            {
                Add($"$.{own} is {member.Value.GetRawText()}: it must be an object with {string.Join(", ", Names($"{own}."))}.");
            }
        }
    }

    IEnumerable<string> Names(string path) => known
        .Where(setting => setting.StartsWith(path, StringComparison.Ordinal))
        .Select(setting => setting[path.Length..].Split('.')[0])
        .Distinct();

    JsonElement? Find(string path)
    {
        known.Add(path);
        var element = file;
        foreach (var name in path.Split('.'))
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element;
    }

    string? Override(string name) => name.Length > 0 && variable(name) is { Length: > 0 } text ? text : null;

    string? Written(JsonElement element, string path, JsonValueKind kind, string expected)
    {
        if (element.ValueKind != kind)
        {
            Add($"$.{path} is {element.GetRawText()}: it must be {expected}{(kind == JsonValueKind.String ? ", in quotes" : ", a number without quotes")}.");
            return null;
        }

        return kind == JsonValueKind.String ? element.GetString() : element.GetRawText();
    }
}
