using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using NodaTime;
using OrderHotline.Adapters.Connect;
using OrderHotline.CallSimulator.Functions;
using OrderHotline.CallSimulator.Lex;
using OrderHotline.Domain;

namespace OrderHotline.Calls.Tests.Understanding;

/// <summary>The bot in one language, French of a sample shop's files, with a code hook that only listens.</summary>
sealed class DeployedEar
{
    readonly string localeId;
    readonly LocalLex lex;
    double? confidence;

    DeployedEar(string folder, string localeId)
    {
        this.localeId = localeId;
        var bot = BotDefinition.Read(Bytes("deploy/bot/OrderBot.json"), Bytes($"{folder}/OrderBot.{localeId}.json"));
        Intents = [.. bot.IntentsOf(localeId)];
        lex = new(bot, Listen, OrderDialogHandler.FunctionName, DateTimeZoneProviders.Tzdb["Asia/Tokyo"]);
    }

    public ImmutableArray<string> Intents { get; }

    public static DeployedEar Of(string language) => language switch
    {
        "ja" => new("deploy/bot", "ja_JP"),
        "en" => new("deploy/bot", "en_US"),
        _ => new("samples", "fr_FR"),
    };

    /// <summary>What the bot takes the words of each row for.</summary>
    public async Task<IReadOnlyList<HeardWords>> Hear(IEnumerable<CallersWords> rows)
    {
        var heard = new List<HeardWords>();
        foreach (var row in rows)
        {
            var session = new BotSession("session", localeId, ImmutableDictionary<string, string>.Empty);
            var step = await lex.Ask(session, new BotInput.Said(row.Words), TestShop.Morning, TestContext.Current.CancellationToken);
            var intent = Assert.IsType<BotStep.Ended>(step).Intent.Name;
            heard.Add(new(row, intent, intent == row.Intent || IsReadAs(row), confidence));
        }

        return heard;
    }

    // Whatever the bot makes of a yes or a no, the code hook has the words and reads them itself, those of the two first languages.
    bool IsReadAs(CallersWords row) =>
        Language.TryParse(localeId.Replace('_', '-'), out var language)
        && LinePhrases.Standard.Offered.Contains(language)
        && YesOrNo.Read(row.Words, LinePhrases.Standard.In(language)).ToString() == row.Intent;

    Task<FunctionAnswer> Listen(FunctionCall call, CancellationToken cancellation)
    {
        var told = JsonNode.Parse(call.Payload.Span)!;
        confidence = (double?)told["interpretations"]![0]!["nluConfidence"];
        var intent = (string?)told["sessionState"]!["intent"]!["name"];
        var answer = new JsonObject
        {
            ["sessionState"] = new JsonObject
            {
                ["dialogAction"] = new JsonObject { ["type"] = "Close" },
                ["intent"] = new JsonObject { ["name"] = intent, ["state"] = "Fulfilled" },
            },
        };
        return Task.FromResult<FunctionAnswer>(new FunctionAnswer.Replied(Encoding.UTF8.GetBytes(answer.ToJsonString()), Duration.Zero));
    }

    static ReadOnlyMemory<byte> Bytes(string file) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, file));
}

/// <summary>What the bot took a caller's words for.</summary>
/// <param name="Row">What was said and meant.</param>
/// <param name="Intent">What the bot took it for.</param>
/// <param name="IsRight">Whether the line then knows what is meant.</param>
/// <param name="Confidence">How sure the bot was; of the fallback it is never.</param>
sealed record HeardWords(CallersWords Row, string Intent, bool IsRight, double? Confidence);
