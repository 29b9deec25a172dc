using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Coverage;

/// <summary>Coverage for machines, as JSON.</summary>
public static class CoverageJson
{
    static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The report as UTF-8 JSON; <see cref="Read"/> gives the same again.</summary>
    public static byte[] Write(CoverageReport report)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, Readable))
        {
            writer.WriteStartObject();
            writer.WriteBoolean("complete", report.IsComplete);
            writer.WriteStartArray("languages");
            foreach (var language in report.Languages)
            {
                writer.WriteStartObject();
                writer.WriteString("language", language);
                Share(writer, "actions", report.ActionsIn(language));
                Share(writer, "branches", report.BranchesIn(language));
                Share(writer, "intents", report.IntentsIn(language));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartArray("branches");
            foreach (var branch in report.Branches)
            {
                Branch(writer, branch, report.Languages);
            }

            writer.WriteEndArray();
            writer.WriteStartArray("intents");
            foreach (var intent in report.Intents)
            {
                writer.WriteStartObject();
                writer.WriteString("language", intent.Language);
                writer.WriteString("intent", intent.Name);
                writer.WriteString("state", Word(intent.CoverageState));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartArray("mistakes");
            foreach (var mistake in report.Mistakes)
            {
                writer.WriteStringValue(mistake);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return json.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is no coverage.</exception>
    public static CoverageReport Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            ImmutableArray<string> languages =
                [.. root.GetProperty("languages").EnumerateArray().Select(language => Text(language, "language"))];
            return new(
                languages,
                [.. root.GetProperty("branches").EnumerateArray().Select(branch => Branch(branch, languages))],
                [
                    .. root.GetProperty("intents").EnumerateArray().Select(intent => new CoveredIntent(
                        Text(intent, "language"), Text(intent, "intent"), CoverageState(Text(intent, "state")))),
                ],
                [.. root.GetProperty("mistakes").EnumerateArray().Select(mistake => mistake.GetString()!)]);
        }
        catch (Exception malformed) when (malformed is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException("This is no coverage as JSON: hotline run --coverage-out writes one.", malformed);
        }
    }

    static void Share(Utf8JsonWriter writer, string name, CoverageShare share)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("taken", share.Taken);
        writer.WriteNumber("reachable", share.Reachable);
        writer.WriteNumber("unreachable", share.Unreachable);
        writer.WriteNumber("percent", share.Percent);
        writer.WriteEndObject();
    }

    static void Branch(Utf8JsonWriter writer, CoveredBranch covered, ImmutableArray<string> languages)
    {
        var branch = covered.Branch;
        writer.WriteStartObject();
        writer.WriteString("flow", branch.Flow);
        writer.WriteString("action", branch.Action);
        writer.WriteString("kind", Word(branch.Kind));
        writer.WriteString("branch", branch.Name);
        writer.WriteString("next", branch.Next);
        foreach (var language in languages)
        {
            writer.WriteString(language, Word(covered.ByLanguage[language]));
        }

        writer.WriteEndObject();
    }

    static CoveredBranch Branch(JsonElement json, ImmutableArray<string> languages) => new(
        new(Text(json, "flow"), Text(json, "action"), Kind(Text(json, "kind")), Text(json, "branch"), json.GetProperty("next").GetString()),
        languages.ToImmutableDictionary(language => language, language => CoverageState(Text(json, language))));

    static string Text(JsonElement json, string name) =>
        json.GetProperty(name).GetString() ?? throw new InvalidDataException($"This is no coverage as JSON: \"{name}\" is null.");

    static string Word(BranchKind kind) => kind switch
    {
        BranchKind.Next => "next",
        BranchKind.Condition => "condition",
        BranchKind.Error => "error",
        _ => "end",
    };

    static BranchKind Kind(string word) => word switch
    {
        "next" => BranchKind.Next,
        "condition" => BranchKind.Condition,
        "error" => BranchKind.Error,
        "end" => BranchKind.End,
        _ => throw new InvalidDataException($"\"{word}\" is no kind of branch."),
    };

    static string Word(CoverageState taking) => taking switch
    {
        Coverage.CoverageState.Taken => "taken",
        Coverage.CoverageState.Missing => "missing",
        _ => "unreachable",
    };

    static CoverageState CoverageState(string word) => word switch
    {
        "taken" => Coverage.CoverageState.Taken,
        "missing" => Coverage.CoverageState.Missing,
        "unreachable" => Coverage.CoverageState.Unreachable,
        _ => throw new InvalidDataException($"\"{word}\" is not taken, missing or unreachable."),
    };
}
