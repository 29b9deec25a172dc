using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Coverage;

/// <summary>Coverage for machines, as JSON.</summary>
public static class CoverageJson
{
    static readonly CoverageFormat Format = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter<BranchKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
            new JsonStringEnumConverter<CoverageState>(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
        },
    });

    /// <summary>The report as UTF-8 JSON; <see cref="Read"/> gives the same again.</summary>
    public static byte[] Write(CoverageReport report) => JsonSerializer.SerializeToUtf8Bytes(
        new(
            report.IsComplete,
            [
                .. report.Languages.Select(language => new CoverageFile.Language(
                    language, report.ActionsIn(language), report.BranchesIn(language), report.IntentsIn(language))),
            ],
            [.. report.Branches.Select(branch => Branch(branch, report.Languages))],
            [.. report.Intents.Select(intent => new CoverageFile.Intent(intent.Language, intent.Name, intent.CoverageState))],
            report.Mistakes),
        Format.CoverageFile);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is no coverage.</exception>
    public static CoverageReport Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var whole = JsonText.Parse(json);
            var file = whole.Deserialize(Format.CoverageFile) ?? throw new JsonException("It is null.");
            ImmutableArray<string> languages = [.. Whole(file.Languages).Select(language => language.Name)];
            return new(
                languages,
                [.. Whole(file.Branches).Select(branch => Branch(branch, languages))],
                [.. Whole(file.Intents).Select(intent => new CoveredIntent(intent.Language, intent.Name, intent.State))],
                Whole(file.Mistakes));
        }
        catch (Exception malformed) when (malformed is JsonException or KeyNotFoundException)
        {
            throw new InvalidDataException("This is no coverage as JSON: hotline run --coverage-out writes one.", malformed);
        }
    }

    static ImmutableArray<T> Whole<T>(ImmutableArray<T> entries)
        where T : class => entries.IsDefault || entries.Any(entry => entry is null) ? throw new JsonException("An entry is null.") : entries;

    static CoverageFile.Branch Branch(CoveredBranch covered, ImmutableArray<string> languages) =>
        new(covered.Branch.Flow, covered.Branch.Action, covered.Branch.Kind, covered.Branch.Name, covered.Branch.Next)
        {
            ByLanguage = languages.ToDictionary(
                language => language, language => JsonSerializer.SerializeToElement(covered.ByLanguage[language], Format.CoverageState)),
        };

    static CoveredBranch Branch(CoverageFile.Branch branch, ImmutableArray<string> languages) => new(
        new(branch.Flow, branch.Action, branch.Kind, branch.Name, branch.Next),
        languages.ToImmutableDictionary(language => language, language => branch.ByLanguage[language].Deserialize(Format.CoverageState)));
}

/// <summary>The file as it is written.</summary>
sealed record CoverageFile(
    bool Complete,
    ImmutableArray<CoverageFile.Language> Languages,
    ImmutableArray<CoverageFile.Branch> Branches,
    ImmutableArray<CoverageFile.Intent> Intents,
    ImmutableArray<string> Mistakes)
{
    public sealed record Language(
        [property: JsonPropertyName("language")] string Name, CoverageShare Actions, CoverageShare Branches, CoverageShare Intents);

    public sealed record Branch(string Flow, string Action, BranchKind Kind, [property: JsonPropertyName("branch")] string Name, string? Next)
    {
        /// <summary>What became of it in each language, which is a property of its own.</summary>
        [JsonExtensionData]
        public Dictionary<string, JsonElement> ByLanguage { get; set; } = [];
    }

    public sealed record Intent(string Language, [property: JsonPropertyName("intent")] string Name, CoverageState State);
}

[JsonSerializable(typeof(CoverageFile))]
sealed partial class CoverageFormat : JsonSerializerContext;
