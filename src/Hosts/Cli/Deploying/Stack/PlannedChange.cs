using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace OrderHotline.Hosts.Cli;

/// <summary>One thing that a change set would do.</summary>
/// <param name="Id">The logical name in the template.</param>
/// <param name="Type">What it is.</param>
/// <param name="Kind">What happens to it.</param>
/// <param name="Because">The properties that differ.</param>
sealed record PlannedChange(string Id, string Type, ChangeKind Kind, ImmutableArray<string> Because)
{
    // What cannot be made again, and what it means to lose it from the stack. The template keeps each of them when it is replaced or taken out.
    static readonly ImmutableDictionary<string, string> Kept = new Dictionary<string, string>
    {
        ["AWS::Connect::Instance"] = "Its number, users, reports and recordings stay with the old one, and callers reach the old one until the number is moved.",
        ["AWS::Connect::PhoneNumber"] = "Customers know the old number; it stays claimed and is paid for, and no flow answers it.",
        ["AWS::DynamoDB::Table"] = "The line then reads an empty table: every order stays behind in the old one.",
        ["AWS::S3::Bucket"] = "Recordings stay behind in the old bucket.",
        ["AWS::KMS::Key"] = "What the old key encrypted needs the old key.",
        ["AWS::SecretsManager::Secret"] = "Codes that are on their way to callers are not accepted any more.",
    }.ToImmutableDictionary();

    /// <summary>What it means that something irreplaceable goes; null for whatever can be made again, or stays.</summary>
    public string? Loss => Kind is ChangeKind.Replaced or ChangeKind.PerhapsReplaced or ChangeKind.Removed && Kept.TryGetValue(Type, out var loss) ? loss : null;

    /// <summary>Reads a change as CloudFormation tells it.</summary>
    public static PlannedChange Read(JsonNode change) => new(
        (string)change["LogicalResourceId"]!,
        (string)change["ResourceType"]!,
        ((string)change["Action"]!, (string?)change["Replacement"]) switch
        {
            ("Add", _) => ChangeKind.Made,
            ("Remove", _) => ChangeKind.Removed,
            ("Modify", "True") => ChangeKind.Replaced,
            ("Modify", "Conditional") => ChangeKind.PerhapsReplaced,
            ("Modify", _) => ChangeKind.Changed,
            (var other, _) => throw new NotSupportedException($"CloudFormation would do {other}, for which hotline has no words."),
        },
        [.. (change["Details"] as JsonArray ?? []).Select(detail => (string?)detail!["Target"]?["Name"] ?? (string?)detail["Target"]?["Attribute"]).OfType<string>().Distinct()]);

    /// <summary>What would happen, in lines for a person.</summary>
    public static IEnumerable<string> InWords(IReadOnlyCollection<PlannedChange> changes) => [
        .. Group(changes, ChangeKind.Made, "made"),
        .. Group(changes, ChangeKind.Changed, "changed"),
        .. Group(changes, ChangeKind.Removed, "removed"),
        .. Group(changes, ChangeKind.Replaced, "replaced: a new one is made, and then the old one goes"),
        .. Group(changes, ChangeKind.PerhapsReplaced, "perhaps replaced: CloudFormation cannot tell before it does it"),
        .. changes.Where(change => change.Loss is not null).Select(change =>
            $"  CAREFUL: {change.Id} {(change.Kind == ChangeKind.Removed ? "leaves the stack" : "would be replaced by an empty one")}; the old one is kept, outside of the stack. {change.Loss}"),
    ];

    static IEnumerable<string> Group(IReadOnlyCollection<PlannedChange> changes, ChangeKind kind, string title)
    {
        var group = changes.Where(change => change.Kind == kind).ToList();
        return group.Count == 0 ? [] : group
            .GroupBy(change => change.Type)
            .OrderBy(type => type.Key, StringComparer.Ordinal)
            .Select(type => $"    {type.Count(),3} {type.Key["AWS::".Length..]}: {Names(type)}")
            .Prepend($"  {group.Count} {title}");
    }

    static string Names(IEnumerable<PlannedChange> changes) => string.Join(", ", changes.OrderBy(change => change.Id, StringComparer.Ordinal).Select(change =>
        change.Because.IsEmpty ? change.Id : $"{change.Id} ({string.Join(", ", change.Because)})"));
}

/// <summary>What happens to something in a stack.</summary>
enum ChangeKind
{
    /// <summary>It is not there yet.</summary>
    Made,

    /// <summary>It stays, and is otherwise.</summary>
    Changed,

    /// <summary>It leaves the stack.</summary>
    Removed,

    /// <summary>A new one takes its place.</summary>
    Replaced,

    /// <summary>A new one may take its place.</summary>
    PerhapsReplaced,
}
