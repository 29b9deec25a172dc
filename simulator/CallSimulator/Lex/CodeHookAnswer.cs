using System.Collections.Immutable;
using System.Text.Json;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Lex;

/// <summary>What a code hook tells the bot to do
/// (https://docs.aws.amazon.com/lexv2/latest/dg/lambda-response-format.html).</summary>
/// <param name="Action">The action.</param>
/// <param name="Slot">The slot to ask for; only of <c>ElicitSlot</c>.</param>
/// <param name="Intent">The intent as the hook leaves it; null where it named none, which only some actions may.</param>
/// <param name="Attributes">The session attributes, which replace those there were.</param>
/// <param name="Messages">What is said.</param>
sealed record CodeHookAnswer(
    string Action, string? Slot, BotIntent? Intent, ImmutableDictionary<string, string> Attributes, ImmutableArray<string> Messages)
{
    public const string ElicitSlot = "ElicitSlot";
    public const string ConfirmIntent = "ConfirmIntent";
    public const string ElicitIntent = "ElicitIntent";
    public const string Delegate = "Delegate";
    public const string Close = "Close";

    const int LongestMessage = 1024;

    /// <summary>Reads an answer.</summary>
    /// <exception cref="InvalidDataException">Lex could not use it; the message says why.</exception>
    public static CodeHookAnswer Read(ReadOnlyMemory<byte> json, BotLocale locale)
    {
        try
        {
            using var document = JsonText.Parse(json, namesMayRepeat: true);
            return Read(document.RootElement, locale);
        }
        catch (JsonException malformed)
        {
            throw new InvalidDataException(malformed.Message, malformed);
        }
    }

    static CodeHookAnswer Read(JsonElement answer, BotLocale locale)
    {
        var state = Find(answer, "sessionState") ?? throw new InvalidDataException("no sessionState");
        var dialogAction = Find(state, "dialogAction") ?? throw new InvalidDataException("no sessionState.dialogAction");
        var action = Text(dialogAction, "type");
        var intent = Find(state, "intent") is { } given ? ReadIntent(given, locale) : null;
        var slot = Text(dialogAction, "slotToElicit");
        switch (action)
        {
            case ElicitSlot when slot is null:
                throw new InvalidDataException($"{ElicitSlot} without slotToElicit");
            case ElicitSlot or ConfirmIntent or Close when intent is null:
                throw new InvalidDataException($"{action} without an intent");
            case ElicitSlot when locale.Find(intent!.Name)!.Find(slot!) is null:
                throw new InvalidDataException($"{ElicitSlot} of {slot}, and {intent.Name} has no such slot");
            case Close when intent!.State is not (IntentState.Fulfilled or IntentState.Failed):
                throw new InvalidDataException($"{Close} with the state {intent.State}");
            case ElicitSlot or ConfirmIntent or ElicitIntent or Delegate or Close:
                return new(action, action == ElicitSlot ? slot : null, intent, ReadAttributes(state), ReadMessages(answer));
            default:
                throw new InvalidDataException($"the unknown action {action ?? "null"}");
        }
    }

    static BotIntent ReadIntent(JsonElement json, BotLocale locale)
    {
        var name = Text(json, "name");
        if (name is null || locale.Find(name) is not { } definition)
        {
            throw new InvalidDataException($"the unknown intent {name ?? "null"}");
        }

        var state = Text(json, "state") ?? IntentState.InProgress;
        if (state is not (IntentState.InProgress or IntentState.ReadyForFulfillment or IntentState.Fulfilled or IntentState.Failed))
        {
            throw new InvalidDataException($"the unknown state {state}");
        }

        var confirmation = Text(json, "confirmationState") ?? YesNoWords.None;
        if (confirmation is not (YesNoWords.None or YesNoWords.Confirmed or YesNoWords.Denied))
        {
            throw new InvalidDataException($"the unknown confirmationState {confirmation}");
        }

        var intent = definition.New() with { State = state, Confirmation = confirmation };
        return Find(json, "slots") is not { } slots ? intent : intent with { Slots = ReadSlots(slots, definition, intent.Slots) };
    }

    static ImmutableDictionary<string, BotSlot?> ReadSlots(
        JsonElement json, IntentDefinition definition, ImmutableDictionary<string, BotSlot?> slots)
    {
        foreach (var slot in Properties(json, "slots"))
        {
            if (definition.Find(slot.Name) is null)
            {
                throw new InvalidDataException($"the slot {slot.Name}, and {definition.Name} has no such slot");
            }

            slots = slots.SetItem(slot.Name, ReadSlot(slot));
        }

        return slots;
    }

    static BotSlot? ReadSlot(JsonProperty slot)
    {
        if (slot.Value.ValueKind == JsonValueKind.Null || Find(slot.Value, "value") is not { } value)
        {
            return null;
        }

        var interpreted = Text(value, "interpretedValue")
            ?? throw new InvalidDataException($"the slot {slot.Name} without an interpretedValue");
        return new(Text(value, "originalValue") ?? interpreted, interpreted);
    }

    static ImmutableDictionary<string, string> ReadAttributes(JsonElement state) =>
        Find(state, "sessionAttributes") is not { } attributes
            ? ImmutableDictionary<string, string>.Empty
            : Properties(attributes, "sessionAttributes").ToImmutableDictionary(
                attribute => attribute.Name,
                attribute => attribute.Value.ValueKind == JsonValueKind.String
                    ? attribute.Value.GetString()!
                    : throw new InvalidDataException($"the session attribute {attribute.Name}, which is no text"));

    // What cannot be spoken, a card or a payload for a client, is not heard on a telephone.
    static ImmutableArray<string> ReadMessages(JsonElement answer)
    {
        if (Find(answer, "messages") is not { } messages)
        {
            return [];
        }

        if (messages.ValueKind != JsonValueKind.Array)
        {
            throw new InvalidDataException("messages that are no list");
        }

        var words = ImmutableArray.CreateBuilder<string>();
        foreach (var message in messages.EnumerateArray())
        {
            if (Text(message, "contentType") is not ("PlainText" or "SSML"))
            {
                continue;
            }

            words.Add(Text(message, "content") is { Length: > 0 and <= LongestMessage } content
                ? content
                : throw new InvalidDataException($"a message that is empty or longer than {LongestMessage} characters"));
        }

        return words.ToImmutable();
    }

    static JsonElement.ObjectEnumerator Properties(JsonElement json, string what) => json.ValueKind == JsonValueKind.Object
        ? json.EnumerateObject()
        : throw new InvalidDataException($"{what} that are no object");

    static JsonElement? Find(JsonElement json, string property)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidDataException($"a {json.ValueKind} where {property} should be");
        }

        return json.TryGetProperty(property, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    static string? Text(JsonElement json, string property) => Find(json, property) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        _ => throw new InvalidDataException($"{property} that is no text"),
    };
}
