using System.Collections.Immutable;
using System.Text.Json;

namespace OrderHotline.ContactFlows;

/// <summary>One action of a flow: what the console calls a block.</summary>
public sealed class FlowAction
{
    static readonly JsonElement NoParameters = JsonElement.Parse("{}");

    FlowAction(string identifier, string type, JsonElement parameters)
    {
        Identifier = identifier;
        Type = type;
        Parameters = parameters;
    }

    /// <summary>What other actions call it.</summary>
    public string Identifier { get; }

    /// <summary>The action's type, such as <c>MessageParticipant</c>. Can be an unknown one.</summary>
    public string Type { get; }

    /// <summary>The parameters as they were read: an object, perhaps an empty one.</summary>
    public JsonElement Parameters { get; }

    /// <summary>Where it goes when neither an error nor a condition says otherwise; null after a last action.</summary>
    public string? NextAction { get; private init; }

    /// <summary>Where it goes when it fails, by the kind of error.</summary>
    public ImmutableArray<ErrorBranch> Errors { get; private init; } = [];

    /// <summary>Where it goes by what came of it; the first that holds counts.</summary>
    public ImmutableArray<ConditionBranch> Conditions { get; private init; } = [];

    /// <summary>Every action that can come next, once each.</summary>
    public IEnumerable<string> Targets =>
        Errors.Select(error => error.NextAction)
            .Concat(Conditions.Select(condition => condition.NextAction))
            .Concat(NextAction is null ? [] : [NextAction])
            .Distinct(StringComparer.Ordinal);

    /// <summary>Where an error leads: its own branch, else the one for all others.</summary>
    /// <returns>Null when there is neither.</returns>
    public string? After(string errorType) =>
        Errors.FirstOrDefault(error => error.ErrorType == errorType)?.NextAction
        ?? Errors.FirstOrDefault(error => error.ErrorType == FlowErrors.NoMatchingError)?.NextAction;

    /// <summary>A parameter that is a text.</summary>
    /// <param name="path">Its name, or the names that lead to it, as in <c>LexV2Bot</c>, <c>AliasArn</c>.</param>
    /// <returns>Null when it is not there, or no text.</returns>
    public string? Parameter(params ReadOnlySpan<string> path) =>
        ParameterAt(path) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>Whether a parameter says <c>True</c>; its case does not count.</summary>
    public bool IsTrue(params ReadOnlySpan<string> path) => "True".Equals(Parameter(path), StringComparison.OrdinalIgnoreCase);

    /// <summary>The names and texts of a parameter that is a map, such as <c>Attributes</c>; other values are left out.</summary>
    public IEnumerable<KeyValuePair<string, string>> Map(params ReadOnlySpan<string> path) =>
        ParameterAt(path) is { ValueKind: JsonValueKind.Object } map
            ? map.EnumerateObject()
                .Where(property => property.Value.ValueKind == JsonValueKind.String)
                .Select(property => KeyValuePair.Create(property.Name, property.Value.GetString()!))
            : [];

    /// <summary>The texts of a parameter that is a list, such as <c>Events</c>; none when it is something else.</summary>
    public IEnumerable<string> Texts(params ReadOnlySpan<string> path) =>
        ParameterAt(path) is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)
            : [];

    /// <summary>A parameter of any shape.</summary>
    /// <returns>Null when it is not there.</returns>
    public JsonElement? ParameterAt(params ReadOnlySpan<string> path)
    {
        var at = Parameters;
        foreach (var name in path)
        {
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
            {
                return null;
            }
        }

        return at;
    }

    internal static FlowAction Read(JsonElement json, int index)
    {
        var action = FlowShape.Object(json, $"action {index + 1}");
        var identifier = FlowShape.Text(action, "Identifier", $"action {index + 1}");
        var what = $"action {identifier}";
        var type = FlowShape.Text(action, "Type", what);
        var parameters = action.TryGetProperty(nameof(Parameters), out var given) && given.ValueKind != JsonValueKind.Null
            ? FlowShape.Object(given, $"the parameters of {what}")
            : NoParameters;
        if (!action.TryGetProperty("Transitions", out var transitions) || transitions.ValueKind == JsonValueKind.Null)
        {
            return new(identifier, type, parameters);
        }

        FlowShape.Object(transitions, $"the transitions of {what}");
        return new(identifier, type, parameters)
        {
            NextAction = FlowShape.OptionalText(transitions, "NextAction", $"the transitions of {what}"),
            Errors =
            [
                .. FlowShape.OptionalArray(transitions, "Errors", $"the transitions of {what}").Select(error => new ErrorBranch(
                    FlowShape.Text(FlowShape.Object(error, $"an error of {what}"), "ErrorType", $"an error of {what}"),
                    FlowShape.Text(error, "NextAction", $"an error of {what}"))),
            ],
            Conditions =
            [
                .. FlowShape.OptionalArray(transitions, "Conditions", $"the transitions of {what}")
                    .Select(condition => ConditionBranch.Read(condition, what)),
            ],
        };
    }
}

/// <summary>Where an action goes when it fails.</summary>
/// <param name="ErrorType">The kind of error, such as <c>NoMatchingError</c>, which means all that have no branch of their own.</param>
/// <param name="NextAction">The action that comes next.</param>
public sealed record ErrorBranch(string ErrorType, string NextAction);

/// <summary>Where an action goes by what came of it.</summary>
/// <param name="Operator">How the result is compared, such as <c>Equals</c>.</param>
/// <param name="Operands">What it is compared with: one text, in flows that Connect takes.</param>
/// <param name="NextAction">The action that comes next.</param>
public sealed record ConditionBranch(string Operator, ImmutableArray<string> Operands, string NextAction)
{
    internal static ConditionBranch Read(JsonElement json, string what)
    {
        var branch = FlowShape.Object(json, $"a condition of {what}");
        if (!branch.TryGetProperty("Condition", out var condition))
        {
            throw new FlowFormatException($"A condition of {what} must have an object \"Condition\".");
        }

        FlowShape.Object(condition, $"a condition of {what}");
        return new(
            FlowShape.Text(condition, "Operator", $"a condition of {what}"),
            [
                .. FlowShape.Array(condition, "Operands", $"a condition of {what}").Select(operand =>
                    operand.ValueKind == JsonValueKind.String ? operand.GetString()! : operand.GetRawText()),
            ],
            FlowShape.Text(branch, "NextAction", $"a condition of {what}"));
    }
}
