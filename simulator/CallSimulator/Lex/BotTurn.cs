using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using OrderHotline.Adapters.Connect;

namespace OrderHotline.CallSimulator.Lex;

/// <summary>What a bot makes of what a caller did, before the code hook has answered.</summary>
/// <param name="Locale">The bot in the caller's language.</param>
/// <param name="Session">The session as it was.</param>
/// <param name="Input">What the caller did.</param>
/// <param name="Interpretations">What it may have meant; the first is what the bot takes it for, and none is left out that is under
/// way.</param>
sealed record BotTurn(BotLocale Locale, BotSession Session, BotInput Input, ImmutableArray<Interpretation> Interpretations)
{
    /// <summary>What the bot takes it for.</summary>
    public BotIntent Intent => Interpretations[0].Intent;

    /// <summary>The caller's words or keys; nothing when there were none.</summary>
    public string Transcript => Input switch
    {
        BotInput.Said(var words) => words,
        BotInput.Keyed(var keys) => keys,
        _ => "",
    };

    /// <summary>Hears what a caller did.</summary>
    /// <remarks>What digits become in a date slot is not documented. Here they fill none: the code hook has them as the transcript.
    /// </remarks>
    public static BotTurn Hear(BotLocale locale, BotSession session, BotInput input, LocalDate today)
    {
        var words = input is BotInput.Said said ? said.Words : "";
        var heard = words.Length > 0 ? locale.Utterances.Hear(words, today) : HeardUtterance.Nothing;
        var slot = heard.Date?.Value is { } value
            ? new BotSlot(words.Substring(heard.Date.Start, heard.Date.Length), LocalDatePattern.Iso.Format(value))
            : null;
        var chosen = Pending(locale, session) switch
        {
            null => AtFirst(locale, heard, slot),
            { } pending when session.AwaitsConfirmation => AsYesOrNo(locale, pending, words, heard, slot),
            { } pending => AsAnswer(locale, pending, session.SlotToElicit, heard, slot),
        };
        return new(locale, session, input, [chosen, .. Others(locale, session, heard.Matches, slot, chosen.Intent.Name)]);
    }

    static BotIntent? Pending(BotLocale locale, BotSession session) =>
        session.Intent is { State: IntentState.InProgress } intent && locale.Find(intent.Name) is not null
            && (session.AwaitsConfirmation || session.SlotToElicit is not null)
            ? intent
            : null;

    static Interpretation AtFirst(BotLocale locale, HeardUtterance heard, BotSlot? slot) =>
        heard.Wish(locale.NluConfidenceThreshold) is { } wish ? New(locale, wish, slot) : new(locale.Fallback.New(), null);

    static Interpretation AsAnswer(BotLocale locale, BotIntent pending, string? asked, HeardUtterance heard, BotSlot? slot) =>
        heard.OtherWish(pending.Name) is { } other
            ? New(locale, other, slot)
            : new(
                pending with { Confirmation = YesNoWords.None, Slots = pending.Slots.SetItem(asked!, slot) },
                slot is null ? ConfidenceOf(pending.Name, heard.Matches) : UtteranceIndex.Certain);

    static Interpretation AsYesOrNo(
        BotLocale locale, BotIntent pending, string words, HeardUtterance heard, BotSlot? slot)
    {
        var answer = YesNoWords.Read(UtteranceText.Normalise(words, locale.Language), locale.Language);
        if (answer != YesNoWords.None)
        {
            return new(pending with { Confirmation = answer }, UtteranceIndex.Certain);
        }

        if (heard.OtherWish(pending.Name) is { } other)
        {
            return New(locale, other, slot);
        }

        var unanswered = pending with { Confirmation = YesNoWords.None };
        var named = locale.Find(pending.Name)!.Slots is [var first, ..] ? first.Name : null;
        return new(
            slot is null || named is null ? unanswered : unanswered with { Slots = pending.Slots.SetItem(named, slot) },
            ConfidenceOf(pending.Name, heard.Matches));
    }

    static double ConfidenceOf(string intent, ImmutableArray<UtteranceMatch> matches) =>
        matches.FirstOrDefault(match => match.Intent == intent)?.Confidence ?? 0;

    static Interpretation New(BotLocale locale, UtteranceMatch match, BotSlot? slot)
    {
        var definition = locale.Find(match.Intent)!;
        var intent = definition.New();
        var named = match.Slot ?? (definition.Slots is [var first, ..] ? first.Name : null);
        return new(
            slot is null || named is null ? intent : intent with { Slots = intent.Slots.SetItem(named, slot) }, match.Confidence);
    }

    // The likeliest first, the fallback last, as Lex lists them.
    static IEnumerable<Interpretation> Others(
        BotLocale locale, BotSession session, ImmutableArray<UtteranceMatch> matches, BotSlot? slot, string chosen)
    {
        var pending = Pending(locale, session) is { } intent && intent.Name != chosen ? intent : null;
        foreach (var match in matches)
        {
            if (match.Intent != chosen && match.Intent != pending?.Name)
            {
                yield return New(locale, match, slot);
            }
        }

        if (pending is not null)
        {
            yield return new(pending, ConfidenceOf(pending.Name, matches));
        }

        if (chosen != locale.Fallback.Name)
        {
            yield return new(locale.Fallback.New(), null);
        }
    }
}

/// <summary>An intent that what was said may have meant.</summary>
/// <param name="Intent">The intent, with its slots as they would be.</param>
/// <param name="Confidence">From 0 to 1; null for the fallback.</param>
sealed record Interpretation(BotIntent Intent, double? Confidence);
