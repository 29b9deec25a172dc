using OrderHotline.CallSimulator.Lex;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>What a flow can refer to when a bot is done: <c>$.Lex</c>.</summary>
static class LexReferences
{
    // The local bot understands or does not: there is no more or less in it.
    const string Certain = "1.0";

    /// <summary>Names and texts, nested names joined by dots.</summary>
    public static TextMap From(BotStep.Ended ended)
    {
        var texts = new Dictionary<string, string>
        {
            ["IntentName"] = ended.Intent.Name,
            ["DialogState"] = ended.Intent.State,
        };
        if (ended.Intent.Name != "FallbackIntent")
        {
            texts["IntentConfidence.Score"] = Certain;
        }

        foreach (var (name, slot) in ended.Intent.Slots)
        {
            if (slot is not null)
            {
                texts[$"Slots.{name}"] = slot.Interpreted;
            }
        }

        foreach (var (name, text) in ended.Session.Attributes)
        {
            texts[$"SessionAttributes.{name}"] = text;
        }

        return TextMap.From(texts);
    }
}
