using System.Collections.Immutable;
using OrderHotline.Adapters.Connect;

namespace OrderHotline.CallSimulator.Lex;

/// <summary>Reads one locale of a bot: the <c>BotLocale</c> of an <c>AWS::Lex::Bot</c>.</summary>
static class BotLocaleReader
{
    const string FallbackSignature = "AMAZON.FallbackIntent";
    const string DateType = "AMAZON.Date";

    public static BotLocale Read(ReadOnlyMemory<byte> json)
    {
        using var document = DefinitionText.Parse(json, "A locale");
        var root = new DefinitionNode(document.RootElement, "A locale")
            .Knowing("LocaleId", "Description", "NluConfidenceThreshold", "VoiceSettings", "Intents");
        var samples = LocaleSamples.Read(root);
        var locale = root with { Place = samples.Id };
        locale.Find("VoiceSettings")?.Knowing("VoiceId", "Engine").At("VoiceId").Text();

        var intents = ImmutableArray.CreateBuilder<IntentDefinition>();
        foreach (var node in locale.Items("Intents"))
        {
            var intent = ReadIntent(node);
            if (intents.Any(other => other.Name == intent.Name))
            {
                throw node.Wrong("another intent has this name");
            }

            intents.Add(intent);
        }

        if (intents.Count(intent => intent.IsFallback) != 1)
        {
            throw locale.Wrong($"needs one intent with the ParentIntentSignature {FallbackSignature}");
        }

        return new(samples.Id, samples.Language, samples.Threshold, intents.ToImmutable(), new(samples.Language, samples.All));
    }

    static IntentDefinition ReadIntent(DefinitionNode node)
    {
        node.Knowing(
            "Name", "Description", "ParentIntentSignature", "SampleUtterances", "Slots", "SlotPriorities", "DialogCodeHook",
            "FulfillmentCodeHook", "IntentConfirmationSetting");
        var signature = node.Find("ParentIntentSignature")?.Text();
        if (signature is not null and not FallbackSignature)
        {
            throw node.Wrong($"the local Lex knows no {signature}");
        }

        var isFallback = signature is not null;
        if (!isFallback && !node.Items("SampleUtterances").Any())
        {
            throw node.Wrong("has no sample utterance");
        }

        if (isFallback && (node.Find("Slots") ?? node.Find("IntentConfirmationSetting")) is { } question)
        {
            throw question.Wrong("the fallback has nothing to ask");
        }

        return new(
            node.At("Name").Text(),
            isFallback,
            ReadSlots(node),
            IsEnabled(node, "DialogCodeHook"),
            IsEnabled(node, "FulfillmentCodeHook"),
            node.Find("IntentConfirmationSetting")?.Knowing("PromptSpecification").At("PromptSpecification") is { } prompt
                ? ReadPrompt(prompt)
                : null);
    }

    static bool IsEnabled(DefinitionNode node, string hook) => node.Find(hook)?.Knowing("Enabled").At("Enabled").Flag() ?? false;

    static ImmutableArray<SlotDefinition> ReadSlots(DefinitionNode intent)
    {
        var slots = new Dictionary<string, SlotDefinition>();
        foreach (var node in intent.Items("Slots"))
        {
            var slot = ReadSlot(node);
            if (!slots.TryAdd(slot.Name, slot))
            {
                throw node.Wrong("another slot of the intent has this name");
            }
        }

        var priorities = new Dictionary<string, int>();
        foreach (var node in intent.Items("SlotPriorities"))
        {
            var name = node.Knowing("Priority", "SlotName").At("SlotName").Text();
            if (!slots.ContainsKey(name))
            {
                throw node.Wrong($"the intent has no slot {name}");
            }

            if (!priorities.TryAdd(name, node.At("Priority").Whole(0, 100)))
            {
                throw node.Wrong($"the slot {name} has a priority already");
            }
        }

        return slots.Keys.FirstOrDefault(name => !priorities.ContainsKey(name)) is { } unordered
            ? throw intent.Wrong($"the slot {unordered} has no place in SlotPriorities")
            : [.. slots.Values.OrderBy(slot => priorities[slot.Name])];
    }

    static SlotDefinition ReadSlot(DefinitionNode node)
    {
        node.Knowing("Name", "Description", "SlotTypeName", "ValueElicitationSetting");
        var type = node.At("SlotTypeName");
        if (type.Text() != DateType)
        {
            throw type.Wrong($"the local Lex knows no slot type but {DateType}");
        }

        var setting = node.At("ValueElicitationSetting").Knowing("SlotConstraint", "PromptSpecification");
        var constraint = setting.At("SlotConstraint");
        var isRequired = constraint.Text() switch
        {
            "Required" => true,
            "Optional" => false,
            _ => throw constraint.Wrong("must be Required or Optional"),
        };
        return new(node.At("Name").Text(), isRequired, ReadPrompt(setting.At("PromptSpecification")));
    }

    static BotPrompt ReadPrompt(DefinitionNode node)
    {
        node.Knowing("MaxRetries", "AllowInterrupt", "MessageGroupsList", "MessageSelectionStrategy", "PromptAttemptsSpecification");
        CheckAttempts(node);
        var messages = node.Items("MessageGroupsList").Select(ReadMessage).ToImmutableArray();
        return messages.IsEmpty ? throw node.Wrong("has no words") : new(messages, node.At("MaxRetries").Whole(0, 5));
    }

    // Silence takes no time here: the numbers are checked, and left to the real Lex.
    static void CheckAttempts(DefinitionNode prompt)
    {
        if (prompt.Find("PromptAttemptsSpecification") is not { } attempts)
        {
            return;
        }

        attempts.Knowing("Initial", "Retry1", "Retry2", "Retry3", "Retry4", "Retry5");
        foreach (var attempt in attempts.Json.EnumerateObject())
        {
            var node = attempts.At(attempt.Name)
                .Knowing("AllowedInputTypes", "AllowInterrupt", "AudioAndDTMFInputSpecification", "TextInputSpecification");
            var allowed = node.At("AllowedInputTypes").Knowing("AllowAudioInput", "AllowDTMFInput");
            allowed.At("AllowAudioInput").Flag();
            allowed.At("AllowDTMFInput").Flag();
            node.Find("AllowInterrupt")?.Flag();
            node.Find("TextInputSpecification")?.Knowing("StartTimeoutMs").At("StartTimeoutMs").Whole(1, int.MaxValue);
            if (node.Find("AudioAndDTMFInputSpecification") is { } input)
            {
                CheckInput(input);
            }
        }
    }

    static void CheckInput(DefinitionNode input)
    {
        input.Knowing("StartTimeoutMs", "AudioSpecification", "DTMFSpecification").At("StartTimeoutMs").Whole(1, int.MaxValue);
        if (input.Find("AudioSpecification")?.Knowing("MaxLengthMs", "EndTimeoutMs") is { } audio)
        {
            audio.At("MaxLengthMs").Whole(1, int.MaxValue);
            audio.At("EndTimeoutMs").Whole(1, int.MaxValue);
        }

        if (input.Find("DTMFSpecification")?.Knowing("MaxLength", "EndTimeoutMs", "DeletionCharacter", "EndCharacter") is { } keys)
        {
            keys.At("MaxLength").Whole(1, 1024);
            keys.At("EndTimeoutMs").Whole(1, int.MaxValue);
            keys.At("DeletionCharacter").Text();
            keys.At("EndCharacter").Text();
        }
    }

    static string ReadMessage(DefinitionNode group)
    {
        var message = group.Knowing("Message", "Variations").At("Message").Knowing("PlainTextMessage", "SSMLMessage");
        return (message.Find("PlainTextMessage") ?? message.At("SSMLMessage")).Knowing("Value").At("Value").Text();
    }
}
