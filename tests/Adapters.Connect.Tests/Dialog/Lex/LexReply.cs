using System.Text.Json.Nodes;

namespace OrderHotline.Adapters.Connect.Tests;

/// <summary>A response as Lex reads it, half a character included.</summary>
sealed class LexReply(byte[] json)
{
    const string Slow = "<speak><prosody rate=\"80%\">";
    const string EndOfSlow = "</prosody></speak>";

    readonly JsonNode root = JsonNode.Parse(HalfCharacters.Replaced(json).Span)!;

    public string Action => Text("sessionState", "dialogAction", "type")!;

    public string? SlotToElicit => Text("sessionState", "dialogAction", "slotToElicit");

    public string Intent => Text("sessionState", "intent", "name")!;

    public string State => Text("sessionState", "intent", "state")!;

    public string Confirmation => Text("sessionState", "intent", "confirmationState")!;

    public JsonObject Slots => root["sessionState"]!["intent"]!["slots"]!.AsObject();

    public string? Day => (string?)Slots["ShippingDate"]?["value"]?["interpretedValue"];

    public string? Original => (string?)Slots["ShippingDate"]?["value"]?["originalValue"];

    /// <summary>What is said, without what makes it slow.</summary>
    public string Message => IsSlow && Content.StartsWith(Slow, StringComparison.Ordinal) && Content.EndsWith(EndOfSlow, StringComparison.Ordinal)
        ? Content[Slow.Length..^EndOfSlow.Length]
        : Content;

    public bool IsSlow => (string?)root["messages"]?[0]?["contentType"] == "SSML";

    string Content => string.Join(' ', root["messages"]?.AsArray().Select(message => (string?)message!["content"]) ?? []);

    public IReadOnlyDictionary<string, string> Attributes => root["sessionState"]!["sessionAttributes"]!.AsObject()
        .ToDictionary(attribute => attribute.Key, attribute => attribute.Value!.GetValue<string>());

    public string? Result => Attributes.GetValueOrDefault("dialogResult");

    /// <summary>The reply in one line.</summary>
    public override string ToString()
    {
        var what = Action == "Close" ? $"Close {Intent} {State}"
            : Action == "ConfirmIntent" && Intent != "ChangeDate" ? $"ConfirmIntent {Intent}"
            : Action;
        return $"{what}{(Day is null ? "" : $" {Day}")}{(Message.Length == 0 ? "" : $": {Message}")}";
    }

    /// <summary>What Lex or a flow could not take.</summary>
    public IEnumerable<string> Flaws()
    {
        var messages = root["messages"]?.AsArray();
        if (messages is not null && !messages.All(message => (string?)message!["contentType"] is "PlainText" or "SSML"
            && ((string)message["content"]!).Length is > 0 and <= 1024))
        {
            yield return "a message is empty, too long or of another type";
        }

        if (messages is null && Action is "ElicitSlot" or "ConfirmIntent" or "ElicitIntent")
        {
            yield return "a question without words";
        }

        if ((Action, State) is not ("ElicitSlot" or "ElicitIntent" or "ConfirmIntent" or "Delegate", "InProgress")
            and not ("Close", "Fulfilled" or "Failed"))
        {
            yield return $"{Action} with {State}";
        }

        if (State == "Failed" && messages is not null)
        {
            yield return "a failure with words: the flow says its own";
        }

        if (SlotToElicit != (Action == "ElicitSlot" ? "ShippingDate" : null))
        {
            yield return $"{Action} of {SlotToElicit}";
        }

        if ((Action == "ElicitSlot" && Day is not null) || (Action == "ConfirmIntent" && Intent == "ChangeDate" && Day is null))
        {
            yield return $"{Action} with the day {Day}";
        }

        if (Attributes.Any(own => own.Key.StartsWith("dialog", StringComparison.Ordinal) && own.Value.Length == 0))
        {
            yield return "an empty session attribute";
        }

        foreach (var flaw in SpeechRules.BrokenBy(Message))
        {
            yield return flaw;
        }
    }

    string? Text(params string[] path) => (string?)path.Aggregate((JsonNode?)root, (node, name) => node?[name]);
}
