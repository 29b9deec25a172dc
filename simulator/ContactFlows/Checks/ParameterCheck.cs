using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace OrderHotline.ContactFlows;

/// <summary>Whether an action's parameters are those its type takes, each with a value it can have.</summary>
static class ParameterCheck
{
    // What to do with an empty text: a name or a number is none, and a text of the author's own may be.
    const string OfTheirOwn = "leave it out, or make it a space";
    const string OfTheAction = "give it a value, or leave it out where the action can do without";

    public static IEnumerable<Found> Find(FlowAction action, ActionSchema sheet) =>
        Names(action.Parameters, sheet.Parameters, "")
            .Concat(sheet.Alternatives.SelectMany(alternatives => Conflicts(action.Parameters, alternatives)))
            .Concat(action.Parameters.EnumerateObject().SelectMany(parameter => Scalars(parameter, sheet)))
            .Concat(OfThisType(action))
            .Select(found => found with { Action = action.Identifier });

    static IEnumerable<Found> Names(JsonElement given, ImmutableArray<ParameterSheet>? sheets, string path)
    {
        if (sheets is not { } known)
        {
            yield break;
        }

        foreach (var missing in known.Where(sheet => sheet.IsNeeded && !given.TryGetProperty(sheet.Name, out _)))
        {
            yield return Found(FlowFault.MissingParameter, $"The parameter {path}{missing.Name} is missing: {Demand(missing.Value)}.");
        }

        foreach (var parameter in given.EnumerateObject())
        {
            if (known.FirstOrDefault(sheet => sheet.Name == parameter.Name) is not { } sheet)
            {
                var takes = known.IsEmpty ? "it takes none" : $"it takes {string.Join(", ", known.Select(one => one.Name))}";
                yield return Found(FlowFault.UnknownParameter, $"There is no parameter {path}{parameter.Name}: {takes}.");
                continue;
            }

            foreach (var found in Value(parameter.Value, sheet.Value, path + parameter.Name))
            {
                yield return found;
            }
        }
    }

    static IEnumerable<Found> Value(JsonElement value, ParameterValue sheet, string path)
    {
        switch (sheet)
        {
            case ParameterValue.Anything or ParameterValue.FreeForm:
                return [];
            case ParameterValue.Group(var parameters):
                return value.ValueKind == JsonValueKind.Object ? Names(value, parameters, path + ".") : [WrongShape(path, sheet)];
            case ParameterValue.Map:
                return value.ValueKind == JsonValueKind.Object ? [] : [WrongShape(path, sheet)];
            default:
                // A number or a truth value is a finding of its own, and so is an empty text.
                return value.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? [WrongShape(path, sheet)]
                    : value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? Text(text, sheet, path)
                    : [];
        }
    }

    static IEnumerable<Found> Text(string text, ParameterValue sheet, string path)
    {
        if (sheet is ParameterValue.Text)
        {
            yield break;
        }

        if (sheet is ParameterValue.Reference)
        {
            if (FlowReference.Whole(text) is not { } reference || !ReferenceNamespaces.HaveLeaf(reference))
            {
                yield return Found(
                    FlowFault.NotOneReference,
                    $"{path} is \"{text}\": it must be one reference with a name at its end, such as $.Attributes.choice.");
            }

            yield break;
        }

        if (FlowReference.In(text).Any())
        {
            if (!MayBeReference(sheet))
            {
                yield return Found(FlowFault.ReferenceNotAllowed, $"{path} is {text}: it must be known beforehand, without a reference.");
            }
            else if (FlowReference.Whole(text) is null)
            {
                yield return Found(
                    FlowFault.NotOneReference, $"{path} is \"{text}\": it must be one reference and nothing else, or have none.");
            }

            yield break;
        }

        if (!Placeholder.IsIn(text) && WhatIsWrongWith(text, sheet) is { } fault)
        {
            yield return Found(fault, $"{path} is \"{text}\": {Demand(sheet)}.");
        }
    }

    static FlowFault? WhatIsWrongWith(string text, ParameterValue sheet) => sheet switch
    {
        ParameterValue.Number(var least, var most, _) when
            !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < least || number > most =>
            FlowFault.NumberOutOfRange,
        ParameterValue.Word(["True", "False"], _) when bool.TryParse(text, out _) => null,
        ParameterValue.Word(var words, _) when !words.Contains(text) => FlowFault.NotOneOfItsWords,
        _ => null,
    };

    static IEnumerable<Found> Conflicts(JsonElement given, Alternatives alternatives)
    {
        var present = alternatives.Names.Where(name => given.TryGetProperty(name, out _)).ToList();
        if (present.Count > 1)
        {
            yield return Found(
                FlowFault.ConflictingParameters, $"{string.Join(" and ", present)} exclude each other: only one of them can be given.");
        }
        else if (present.Count == 0 && alternatives.OneIsNeeded)
        {
            yield return Found(
                FlowFault.MissingParameter, $"One of {string.Join(", ", alternatives.Names)} is missing: exactly one must be given.");
        }
    }

    static IEnumerable<Found> Scalars(JsonProperty parameter, ActionSchema sheet)
    {
        // Of a type that is known by name only, it is not known either what is the author's own.
        var value = sheet is { Parameters: null, HasTypedValues: true }
            ? SchemaDsl.FreeForm
            : sheet.Parameters?.FirstOrDefault(one => one.Name == parameter.Name)?.Value;
        return value switch
        {
            ParameterValue.FreeForm when parameter.Value.ValueKind != JsonValueKind.String => FreeForm(parameter),
            ParameterValue.Map when sheet.HasTypedValues && parameter.Value.ValueKind == JsonValueKind.Object =>
                parameter.Value.EnumerateObject()
                    .Where(member => member.Value.ValueKind == JsonValueKind.String)
                    .SelectMany(member => Scalars(member.Value, $"{parameter.Name}.{member.Name}", mayBeTyped: true, OfTheirOwn)),
            _ => Scalars(parameter.Value, parameter.Name, sheet.HasTypedValues, value is ParameterValue.Map ? OfTheirOwn : OfTheAction),
        };
    }

    // Published flows have empty texts deep in what is theirs. Right under the parameter, one was tried, and Connect refused it.
    static IEnumerable<Found> FreeForm(JsonProperty parameter) =>
        parameter.Value.ValueKind == JsonValueKind.Object
            ? parameter.Value.EnumerateObject().Where(member => member.Value is { ValueKind: JsonValueKind.String } && member.Value.ValueEquals("")).Select(member => Found(
                FlowFault.EmptyFreeFormValue,
                $"{parameter.Name}.{member.Name} is empty, which Connect has been seen to refuse: leave it out, or make it a space."))
            : [];

    static IEnumerable<Found> Scalars(JsonElement value, string path, bool mayBeTyped, string advice) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(property => Scalars(property.Value, $"{path}.{property.Name}", mayBeTyped, advice)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany((item, index) => Scalars(item, $"{path}[{index}]", mayBeTyped, advice)),
        JsonValueKind.String when value.ValueEquals("") => [Found(FlowFault.EmptyParameter, $"{path} is empty, which Connect refuses: {advice}.")],
        JsonValueKind.String => [],
        _ when mayBeTyped => [],
        _ => [Found(FlowFault.NotAText, $"{path} is {value.GetRawText()}: it must be a text, \"{value.GetRawText()}\".")],
    };

    static IEnumerable<Found> OfThisType(FlowAction action)
    {
        switch (action.Type)
        {
            case ActionTypes.UpdateContactEventHooks:
                return EventHooks(action);
            case ActionTypes.UpdateContactData when action.Parameters.EnumerateObject().All(parameter => parameter.NameEquals("TargetContact")):
                return [Found(FlowFault.MissingParameter, "Nothing is set: at least one field of the contact must be given.")];
            case ActionTypes.GetParticipantInput when action.ParameterAt("InputValidation") is { ValueKind: JsonValueKind.Object } validation:
                return Conflicts(validation, new(["CustomValidation", "PhoneNumberValidation"], OneIsNeeded: true));
            default:
                return [];
        }
    }

    static IEnumerable<Found> EventHooks(FlowAction action)
    {
        var hooks = action.Map("EventHooks").Select(hook => hook.Key).ToList();
        if (action.ParameterAt("EventHooks") is null && action.ParameterAt("EventHooksConfiguration") is { ValueKind: JsonValueKind.Object } off)
        {
            hooks.AddRange(off.EnumerateObject().Select(hook => hook.Name));
        }

        if (action.ParameterAt("EventHooks") is null && hooks.Count == 0)
        {
            yield return Found(FlowFault.MissingParameter, "EventHooks is missing: it must have one event and the flow for it.");
        }
        else if (hooks.Count != 1)
        {
            yield return Found(
                FlowFault.NotOneEventHook, $"EventHooks has {hooks.Count} entries: it must have exactly one, so take an action for each.");
        }

        foreach (var hook in hooks.Where(hook => !Hooks.Contains(hook)))
        {
            yield return Found(FlowFault.NotOneOfItsWords, $"There is no event hook {hook}: it must be one of {string.Join(", ", Hooks)}.");
        }
    }

    static readonly ImmutableArray<string> Hooks =
    [
        "AgentHold", "AgentWhisper", "CustomerHold", "CustomerQueue", "CustomerRemaining", "CustomerWhisper", "DefaultAgentUI",
        "DisconnectAgentUI", "PauseContact", "ResumeContact",
    ];

    static bool MayBeReference(ParameterValue sheet) => sheet is ParameterValue.FixedOrReference
        or ParameterValue.Number { MayBeReference: true } or ParameterValue.Word { MayBeReference: true };

    static Found WrongShape(string path, ParameterValue sheet) =>
        Found(FlowFault.WrongShape, $"{path} has the wrong shape: {Demand(sheet)}.");

    static string Demand(ParameterValue sheet) => sheet switch
    {
        ParameterValue.Number(var least, int.MaxValue, _) => $"it must be a whole number of {least} or more, as a text",
        ParameterValue.Number(var least, var most, _) => $"it must be a whole number of {least} to {most}, as a text",
        ParameterValue.Word(var words, _) => $"it must be {string.Join(" or ", words)}",
        ParameterValue.Map => "it must be an object of names and texts",
        ParameterValue.Group(var parameters) => $"it must be an object with {string.Join(", ", parameters.Select(one => one.Name))}",
        ParameterValue.Reference => "it must be one reference",
        ParameterValue.Anything or ParameterValue.FreeForm => "the action is refused without it",
        _ => "it must be a text",
    };

    static Found Found(FlowFault fault, string reason) => new(fault, null, reason);
}
