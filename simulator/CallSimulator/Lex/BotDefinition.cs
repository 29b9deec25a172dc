using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;
using OrderHotline.Adapters.Connect;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Lex;

/// <summary>
/// A Lex V2 bot as CloudFormation describes it: the properties of an <c>AWS::Lex::Bot</c>, and its <c>BotLocales</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-lex-bot.html).
/// </summary>
public sealed class BotDefinition
{
    readonly FrozenDictionary<string, BotLocale> locales;

    BotDefinition(string name, Duration sessionsEndAfter, IEnumerable<BotLocale> locales)
    {
        Name = name;
        SessionsEndAfter = sessionsEndAfter;
        this.locales = locales.ToFrozenDictionary(locale => locale.Id);
        LocaleIds = [.. this.locales.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>No bot at all.</summary>
    public static BotDefinition None { get; } = new("none", Duration.Zero, []);

    /// <summary>The bot's name.</summary>
    public string Name { get; }

    /// <summary>How long a session lasts when nobody speaks: its <c>IdleSessionTTLInSeconds</c>.</summary>
    public Duration SessionsEndAfter { get; }

    /// <summary>The locales that it speaks, such as <c>ja_JP</c>.</summary>
    public ImmutableArray<string> LocaleIds { get; }

    /// <summary>Reads a bot. Utterances are prepared here, once.</summary>
    /// <param name="bot">What is said of the bot as a whole, as UTF-8 JSON.</param>
    /// <param name="locales">Each of its locales, as UTF-8 JSON.</param>
    /// <exception cref="InvalidDataException">Something is wrong with it, or it asks for what the local Lex cannot do; the message
    /// says where.</exception>
    public static BotDefinition Read(ReadOnlyMemory<byte> bot, params IEnumerable<ReadOnlyMemory<byte>> locales) =>
        Of(bot, locales.Select(ReadLocale));

    /// <summary>The names of a locale's intents.</summary>
    /// <param name="localeId">One of <see cref="LocaleIds"/>.</param>
    public IEnumerable<string> IntentsOf(string localeId) => locales[localeId].Intents.Select(intent => intent.Name);

    internal static BotLocale ReadLocale(ReadOnlyMemory<byte> json) => BotLocaleReader.Read(json);

    internal static BotDefinition Of(ReadOnlyMemory<byte> bot, IEnumerable<BotLocale> locales)
    {
        var (name, sessionsEndAfter) = ReadItself(bot);
        var read = new Dictionary<string, BotLocale>();
        foreach (var locale in locales)
        {
            if (!read.TryAdd(locale.Id, locale))
            {
                throw new InvalidDataException($"{locale.Id}: the locale is given twice: two files have this LocaleId.");
            }
        }

        return read.Count > 0 ? new(name, sessionsEndAfter, read.Values) : throw new InvalidDataException($"{name}: the bot has no locale.");
    }

    static (string Name, Duration SessionsEndAfter) ReadItself(ReadOnlyMemory<byte> json)
    {
        using var document = DefinitionText.Parse(json, "The bot");
        var bot = new DefinitionNode(document.RootElement, "The bot")
            .Knowing("Name", "Description", "DataPrivacy", "IdleSessionTTLInSeconds", "AutoBuildBotLocales");
        bot.At("DataPrivacy").Knowing("ChildDirected").At("ChildDirected").Flag();
        return (bot.At("Name").Text(), Duration.FromSeconds(bot.At("IdleSessionTTLInSeconds").Whole(60, 86_400)));
    }

    internal BotLocale? Find(string locale) => locales.GetValueOrDefault(locale);
}

/// <summary>A bot in one language.</summary>
sealed record BotLocale(
    string Id, Language Language, double NluConfidenceThreshold, ImmutableArray<IntentDefinition> Intents, UtteranceIndex Utterances)
{
    public IntentDefinition Fallback { get; } = Intents.Single(intent => intent.IsFallback);

    public IntentDefinition? Find(string intent) => Intents.FirstOrDefault(defined => defined.Name == intent);
}

/// <summary>An intent.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsFallback">Whether it stands for whatever no other intent is.</param>
/// <param name="Slots">Its slots, in the order in which they are asked for.</param>
/// <param name="DialogCodeHook">Whether the function is asked at every turn.</param>
/// <param name="FulfillmentCodeHook">Whether the function is asked to fulfil it.</param>
/// <param name="Confirmation">What asks for a yes before it is fulfilled, or null.</param>
sealed record IntentDefinition(
    string Name,
    bool IsFallback,
    ImmutableArray<SlotDefinition> Slots,
    bool DialogCodeHook,
    bool FulfillmentCodeHook,
    BotPrompt? Confirmation)
{
    /// <summary>The intent as it begins, with nothing known.</summary>
    public BotIntent New() =>
        new(Name, IntentState.InProgress, YesNoWords.None, Slots.ToImmutableDictionary(slot => slot.Name, _ => (BotSlot?)null));

    public SlotDefinition? Find(string slot) => Slots.FirstOrDefault(defined => defined.Name == slot);
}

/// <summary>A slot of the type AMAZON.Date: the local Lex knows no other.</summary>
sealed record SlotDefinition(string Name, bool IsRequired, BotPrompt Prompt);

/// <summary>A question of the bot's own.</summary>
/// <param name="Messages">Its words: the first message of each group. Lex chooses among variations at random.</param>
/// <param name="MaxRetries">How often it is asked again.</param>
sealed record BotPrompt(ImmutableArray<string> Messages, int MaxRetries);

/// <summary>The states of an intent.</summary>
static class IntentState
{
    public const string InProgress = "InProgress";
    public const string ReadyForFulfillment = "ReadyForFulfillment";
    public const string Fulfilled = "Fulfilled";
    public const string Failed = "Failed";
}
