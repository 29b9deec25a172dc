using System.Collections.Frozen;
using System.Text.Json;
using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>Understands by the bot's own sample utterances: word for word, else by a model that is learnt from them. In a language of which
/// it has no samples nothing is understood.</summary>
public sealed class BotSamples : IUnderstanding
{
    readonly FrozenDictionary<Language, (double Threshold, UtteranceIndex Utterances)> locales;

    BotSamples(IEnumerable<LocaleSamples> locales) => this.locales = locales.ToFrozenDictionary(
        locale => locale.Language, locale => (locale.Threshold, new UtteranceIndex(locale.Language, locale.All)));

    /// <summary>Reads the locales of a bot, as CloudFormation takes them.</summary>
    /// <param name="locales">Each as UTF-8 JSON; one of a language at most.</param>
    /// <exception cref="InvalidDataException">Something is wrong with one; the message says where.</exception>
    public static BotSamples Read(IEnumerable<ReadOnlyMemory<byte>> locales) => new(locales.Select(Read));

    /// <inheritdoc/>
    public ValueTask<string?> IntentOf(string said, Language language, string? pending, LocalDate today, CancellationToken cancellation)
    {
        if (!locales.TryGetValue(language, out var locale))
        {
            return ValueTask.FromResult(pending);
        }

        var heard = locale.Utterances.Hear(said, today);
        var match = pending is null ? heard.Wish(locale.Threshold) : heard.OtherWish(pending);
        return ValueTask.FromResult(match?.Intent ?? pending);
    }

    static LocaleSamples Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new() { AllowDuplicateProperties = false });
            return LocaleSamples.Read(new(document.RootElement, "A locale"));
        }
        catch (JsonException malformed)
        {
            throw new InvalidDataException($"A locale is no JSON: {malformed.Message}", malformed);
        }
    }
}
