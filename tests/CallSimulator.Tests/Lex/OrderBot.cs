using System.Text;
using System.Text.Json.Nodes;
using OrderHotline.CallSimulator.Lex;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Tests;

/// <summary>The bot of the order line, as it is deployed.</summary>
static class OrderBot
{
    public static readonly string[] Files = ["OrderBot.ja_JP.json", "OrderBot.en_US.json"];

    public static BotDefinition Definition { get; } = BotDefinition.Read(Bytes("OrderBot.json"), Files.Select(Bytes));

    /// <summary>The sample utterances of a locale with their intents.</summary>
    public static IEnumerable<(string Intent, string Utterance)> Samples(string locale) =>
        from intent in Json($"OrderBot.{locale}.json")["Intents"]!.AsArray()
        from sample in intent["SampleUtterances"]?.AsArray() ?? []
        select ((string)intent["Name"]!, (string)sample!["Utterance"]!);

    public static Language LanguageOf(string locale) => locale == "ja_JP" ? Language.Japanese : Language.English;

    public static JsonNode Json(string file) => JsonNode.Parse(Bytes(file).Span)!;

    public static ReadOnlyMemory<byte> Bytes(JsonNode json) => Encoding.UTF8.GetBytes(json.ToJsonString());

    public static ReadOnlyMemory<byte> Bytes(string file)
    {
        using var stream = typeof(OrderBot).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"{file} is not embedded.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
