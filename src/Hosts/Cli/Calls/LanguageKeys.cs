using OrderHotline.ContactFlows;

namespace OrderHotline.Hosts.Cli;

/// <summary>The keys by which a caller chooses a language.</summary>
static class LanguageKeys
{
    /// <summary>Each language that a key of the flow leads straight to, with that key.</summary>
    public static IReadOnlyDictionary<string, string> In(Flow flow) =>
        (from action in flow.Actions
         from condition in action.Conditions
         from key in condition.Operands
         where key.Length == 1
         let chosen = ChosenFrom(flow, condition.NextAction)
         where chosen is not null
         select (Key: key, Language: chosen))
        .DistinctBy(choice => choice.Language)
        .ToDictionary(choice => choice.Language, choice => choice.Key);

    // A choice sets the language, and maybe the voice before.
    static string? ChosenFrom(Flow flow, string identifier)
    {
        var action = flow.Find(identifier);
        if (action is { Type: ActionTypes.UpdateContactTextToSpeechVoice, NextAction: { } next })
        {
            action = flow.Find(next);
        }

        return action?.Type == ActionTypes.UpdateContactData ? action.Parameter("LanguageCode") : null;
    }
}
