using System.Collections.Frozen;
using System.Collections.Immutable;

namespace OrderHotline.ContactFlows;

/// <summary>
/// Every type of action there is
/// (https://docs.aws.amazon.com/connect/latest/devguide/flow-language-actions.html). Where the documentation and the service
/// differ, this is what the service takes.
/// </summary>
static class ActionSchemas
{
    static readonly FrozenDictionary<string, Func<FlowAction, ActionSchema>> ByType =
        new[] { ParticipantActions.Schemas, ContactActions.Schemas, FlowControlActions.Schemas, Interactions.Schemas }
            .SelectMany(sheets => sheets)
            .ToFrozenDictionary(sheet => sheet.Key, sheet => sheet.Value);

    /// <summary>Every type.</summary>
    public static ImmutableArray<string> Types => ByType.Keys;

    /// <summary>The sheet of an action, as its parameters make it.</summary>
    /// <returns>Null when there is no such type.</returns>
    public static ActionSchema? For(FlowAction action) => ByType.TryGetValue(action.Type, out var sheet) ? sheet(action) : null;
}
