using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>Takes what a customer writes for one of the bot's intents, where no Lex stands between the customer and the line.
/// <see cref="BotSamples"/> does it in the process; Lex could, by its runtime's <c>RecognizeText</c>
/// (https://docs.aws.amazon.com/lexv2/latest/APIReference/API_runtime_RecognizeText.html).</summary>
public interface IUnderstanding
{
    /// <summary>What was meant.</summary>
    /// <param name="said">What the customer wrote.</param>
    /// <param name="language">The language it is in.</param>
    /// <param name="pending">The intent whose question is being answered; null where any wish may be said.</param>
    /// <param name="today">Today in the shop's zone.</param>
    /// <param name="cancellation">Ends the work when the result is no longer needed.</param>
    /// <returns>The intent's name; <paramref name="pending"/> where nothing else is clear enough, and null where nothing is.</returns>
    ValueTask<string?> IntentOf(string said, Language language, string? pending, LocalDate today, CancellationToken cancellation);
}
