using System.Collections.Immutable;
using System.Text.Json;

namespace OrderHotline.ContactFlows;

/// <summary>
/// A contact flow or flow module in the flow language, version 2019-10-30
/// (https://docs.aws.amazon.com/connect/latest/devguide/flow-language.html). What this reader has no name for is kept: positions on
/// the console's canvas, parameters of actions it does not know.
/// </summary>
/// <remarks>Reading proves the shape and nothing more. Whether the flow makes sense is for a check to say.</remarks>
public sealed class Flow
{
    /// <summary>The only version of the language that Connect takes.</summary>
    public const string LanguageVersion = "2019-10-30";

    readonly JsonElement document;
    readonly Dictionary<string, FlowAction> byIdentifier = new(StringComparer.Ordinal);

    Flow(JsonElement document, string version, string startAction, ImmutableArray<FlowAction> actions)
    {
        this.document = document;
        Version = version;
        StartAction = startAction;
        Actions = actions;
        foreach (var action in actions)
        {
            byIdentifier.TryAdd(action.Identifier, action);
        }
    }

    /// <summary>The version that the document names.</summary>
    public string Version { get; }

    /// <summary>The identifier of the action that runs first.</summary>
    public string StartAction { get; }

    /// <summary>Every action, in the order of the document. Two can have the same identifier: a check says so.</summary>
    public ImmutableArray<FlowAction> Actions { get; }

    /// <summary>The name in the metadata, where the console and our own files put it; null without one.</summary>
    public string? Name => Metadata("name");

    /// <summary>What kind of flow it is, as far as the document tells: <c>Metadata.type</c>, or <c>Settings</c>, which only a module
    /// has. The flow language itself does not say, so null is usual in other people's files.</summary>
    public FlowType? Type =>
        document.TryGetProperty("Settings", out _) ? FlowType.Module : FlowTypes.Parse(Metadata("type"));

    /// <summary>Reads a document.</summary>
    /// <param name="json">UTF-8; a byte order mark is allowed.</param>
    /// <exception cref="FlowFormatException">It is no document of the flow language; the message says what is missing and where.</exception>
    public static Flow Read(ReadOnlyMemory<byte> json)
    {
        JsonElement root;
        try
        {
            using var parsed = JsonText.Parse(json);
            root = parsed.RootElement.Clone();
        }
        catch (JsonException malformed)
        {
            throw new FlowFormatException($"This is no flow: {malformed.Message}.", malformed);
        }

        var flow = FlowShape.Object(root, "the document");
        if (flow.TryGetProperty("modules", out _) && !flow.TryGetProperty(nameof(Actions), out _))
        {
            throw new FlowFormatException(
                "This is the console's old export (\"modules\"), which CreateContactFlow does not take: "
                    + "import it in the console and export it again.");
        }

        return new(
            flow,
            FlowShape.Text(flow, nameof(Version), "the document"),
            FlowShape.Text(flow, nameof(StartAction), "the document"),
            [.. FlowShape.Array(flow, nameof(Actions), "the document").Select(FlowAction.Read)]);
    }

    /// <summary>The action of this identifier; the first, if there are two.</summary>
    /// <returns>Null when there is none.</returns>
    public FlowAction? Find(string identifier) => byIdentifier.GetValueOrDefault(identifier);

    /// <summary>What the console shows for a resource that an action names by its id; null where the export does not say.</summary>
    public string? DisplayName(FlowAction action, string parameter)
    {
        ArgumentNullException.ThrowIfNull(action);
        return TextAt("Metadata", "ActionMetadata", action.Identifier, "parameters", parameter, "displayName")
            ?? TextAt("Metadata", "ActionMetadata", action.Identifier, "queue", "text");
    }

    /// <summary>The document as it was read, to the last space, as UTF-8 without a byte order mark.</summary>
    public byte[] ToJson() => System.Text.Encoding.UTF8.GetBytes(document.GetRawText());

    string? Metadata(string name) => TextAt("Metadata", name);

    string? TextAt(params ReadOnlySpan<string> path)
    {
        var at = document;
        foreach (var name in path)
        {
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
            {
                return null;
            }
        }

        return at.ValueKind == JsonValueKind.String ? at.GetString() : null;
    }
}

/// <summary>A document that is not in the flow language at all.</summary>
public sealed class FlowFormatException(string message, Exception? inner = null) : Exception(message, inner);
