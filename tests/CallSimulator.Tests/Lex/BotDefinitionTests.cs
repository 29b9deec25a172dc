using System.Globalization;
using System.Text.Json.Nodes;
using OrderHotline.CallSimulator.Lex;

namespace OrderHotline.CallSimulator.Tests;

public sealed class BotDefinitionTests
{
    const string Setting = "Intents[0].Slots[0].ValueElicitationSetting";

    const string Attempts = Setting + ".PromptSpecification.PromptAttemptsSpecification";
    const string Input = ".AudioAndDTMFInputSpecification";

    public static TheoryData<string> Locales => ["ja_JP", "en_US"];

    [Fact]
    public void The_deployed_bot_is_read()
    {
        Assert.Equal("OrderBot", OrderBot.Definition.Name);
        Assert.Equal(["en_US", "ja_JP"], OrderBot.Definition.LocaleIds);
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public void Each_locale_has_the_intents_of_the_dialogue_and_asks_the_code_hook_at_every_turn(string locale)
    {
        var intents = OrderBot.Definition.Find(locale)!.Intents;

        Assert.Equal(
            [
                "ChangeDate", "CancelOrder", "OrderStatus", "KeepOrder", "Stop", "AnotherOrder", "ReturnGoods", "ChangeAddress", "Payment",
                "OtherBusiness", "Operator", "Repeat", "Slower", "Yes", "No", "Thanks", "Goodbye", "FallbackIntent",
            ],
            intents.Select(intent => intent.Name));
        Assert.All(intents, intent => Assert.True(intent.DialogCodeHook));
        Assert.All(intents, intent => Assert.False(intent.FulfillmentCodeHook));
        Assert.Equal(["ShippingDate"], intents.SelectMany(intent => intent.Slots).Select(slot => slot.Name));
        Assert.All(
            intents.Where(intent => !intent.IsFallback),
            intent => Assert.InRange(OrderBot.Samples(locale).Count(sample => sample.Intent == intent.Name), 25, 210));
    }

    [Theory]
    [InlineData(
        "Intents[0].Slots[0].SlotTypeName", "\"AMAZON.Number\"",
        "Intents[ChangeDate].Slots[ShippingDate].SlotTypeName: the local Lex knows no slot type but AMAZON.Date.")]
    [InlineData(Setting + ".PromptSpecification", null, "ValueElicitationSetting: PromptSpecification is missing.")]
    [InlineData(Setting + ".PromptSpecification.MessageGroupsList", "[]", "PromptSpecification: has no words.")]
    [InlineData(Setting + ".PromptSpecification.MaxRetries", "9", "MaxRetries: must be a whole number from 0 to 5.")]
    [InlineData(Setting + ".SlotConstraint", "\"Perhaps\"", "SlotConstraint: must be Required or Optional.")]
    [InlineData(Attempts + ".Retry9", "{}", "PromptAttemptsSpecification: Retry9 is no property that is read here.")]
    [InlineData(Attempts + ".Initial.AllowedInputTypes.AllowDTMFInput", null, "AllowedInputTypes: AllowDTMFInput is missing.")]
    [InlineData(Attempts + ".Initial" + Input + ".StartTimeoutMs", "0", "StartTimeoutMs: must be a whole number from 1 to 2147483647.")]
    [InlineData(Attempts + ".Retry1" + Input + ".AudioSpecification.EndTimeoutMs", null, "AudioSpecification: EndTimeoutMs is missing.")]
    [InlineData(Attempts + ".Retry2" + Input + ".DTMFSpecification.EndCharacter", null, "DTMFSpecification: EndCharacter is missing.")]
    [InlineData("Intents[0].SlotPriorities", null, "Intents[ChangeDate]: the slot ShippingDate has no place in SlotPriorities.")]
    [InlineData("Intents[0].SlotPriorities[0].SlotName", "\"Other\"", "SlotPriorities[0]: the intent has no slot Other.")]
    [InlineData(
        "Intents[0].SampleUtterances[0].Utterance", "\"{Day}です\"",
        "Utterance: \"{Day}です\" has a slot that the intent does not: Day.")]
    [InlineData("Intents[0].SampleUtterances[0].Utterance", "\"{ShippingDate\"", "has a brace that is not closed.")]
    [InlineData(
        "Intents[0].SampleUtterances[0].Utterance", "\"{ShippingDate}か{ShippingDate}\"",
        "has several slots: one is heard at a time.")]
    [InlineData("Intents[0].SampleUtterances[0].Utterance", "\"！\"", "has no letter.")]
    [InlineData(
        "Intents[1].SampleUtterances[0].Utterance", "\"発送日を、変更したい\"",
        "Intents[CancelOrder].SampleUtterances[0].Utterance: \"発送日を、変更したい\" is an utterance of ChangeDate already.")]
    [InlineData("Intents[1].SampleUtterances[1].Utterance", "\"キャンセル\"", "is an utterance of this intent already.")]
    [InlineData("Intents[1].SampleUtterances", null, "Intents[CancelOrder]: has no sample utterance.")]
    [InlineData("Intents[1].Name", "\"ChangeDate\"", "Intents[ChangeDate]: another intent has this name.")]
    [InlineData("Intents[1].DialogCodeHook.Enabled", "\"yes\"", "Intents[CancelOrder].DialogCodeHook.Enabled: must be true or false.")]
    [InlineData(
        "Intents[1].IntentClosingSetting", "{}",
        "Intents[CancelOrder]: IntentClosingSetting is no property that is read here.")]
    [InlineData(
        "Intents[17].ParentIntentSignature", "\"AMAZON.HelpIntent\"",
        "Intents[FallbackIntent]: the local Lex knows no AMAZON.HelpIntent.")]
    [InlineData("Intents[17]", null, "ja_JP: needs one intent with the ParentIntentSignature AMAZON.FallbackIntent.")]
    [InlineData("Intents[17].Slots", "[]", "Intents[FallbackIntent].Slots: the fallback has nothing to ask.")]
    [InlineData("Intents", "{}", "ja_JP.Intents: must be a list.")]
    [InlineData("NluConfidenceThreshold", "1.5", "ja_JP.NluConfidenceThreshold: must be a number from 0 to 1.")]
    [InlineData("LocaleId", "\"french\"", "french: must be a language and a country, such as fr_FR.")]
    [InlineData("LocaleId", null, "A locale: LocaleId is missing.")]
    public void What_is_wrong_is_named_with_its_place(string path, string? value, string problem)
    {
        var locale = Changed("OrderBot.ja_JP.json", path, value);

        var refused = Assert.Throws<InvalidDataException>(() => BotDefinition.Read(OrderBot.Bytes("OrderBot.json"), locale));

        Assert.EndsWith(problem, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Name", null, "The bot: Name is missing.")]
    [InlineData("DataPrivacy.ChildDirected", null, "The bot.DataPrivacy: ChildDirected is missing.")]
    [InlineData("IdleSessionTTLInSeconds", "5", "The bot.IdleSessionTTLInSeconds: must be a whole number from 60 to 86400.")]
    public void What_is_wrong_with_the_bot_as_a_whole_is_named(string path, string? value, string problem)
    {
        var bot = Changed("OrderBot.json", path, value);

        var refused = Assert.Throws<InvalidDataException>(() => BotDefinition.Read(bot, OrderBot.Bytes("OrderBot.ja_JP.json")));

        Assert.Equal(problem, refused.Message);
    }

    [Fact]
    public void A_bot_needs_locales_each_of_them_once()
    {
        var bot = OrderBot.Bytes("OrderBot.json");
        var locale = OrderBot.Bytes("OrderBot.ja_JP.json");

        Assert.Throws<InvalidDataException>(() => BotDefinition.Read(bot));
        Assert.Equal("ja_JP: the locale is given twice: two files have this LocaleId.", Refused(locale, locale));
        Assert.StartsWith("A locale: it is no JSON", Refused("{"u8.ToArray()), StringComparison.Ordinal);

        string Refused(params ReadOnlyMemory<byte>[] locales) =>
            Assert.Throws<InvalidDataException>(() => BotDefinition.Read(bot, locales)).Message;
    }

    static ReadOnlyMemory<byte> Changed(string file, string path, string? value)
    {
        var root = OrderBot.Json(file);
        var steps = path.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.');
        var parent = steps[..^1].Aggregate(
            root, (node, step) => int.TryParse(step, CultureInfo.InvariantCulture, out var index) ? node[index]! : node[step]!);
        var changed = value is null ? null : JsonNode.Parse(value);
        switch (parent)
        {
            case JsonArray list when changed is null:
                list.RemoveAt(int.Parse(steps[^1], CultureInfo.InvariantCulture));
                break;
            case JsonObject inner when changed is null:
                Assert.True(inner.Remove(steps[^1]));
                break;
            default:
                parent[steps[^1]] = changed;
                break;
        }

        return OrderBot.Bytes(root);
    }
}
