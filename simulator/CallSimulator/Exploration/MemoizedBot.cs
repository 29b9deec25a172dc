using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NodaTime;
using OrderHotline.CallSimulator.Lex;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>A bot that is asked the same only once: the same words in the same session are heard in a great many calls. That its
/// answer is the same every time is what a value in and a value out means; the clock stands still, and what functions could have
/// changed or read besides, the orders, is part of the question.</summary>
/// <param name="bot">The bot.</param>
/// <param name="functions">The functions, its code hook among them.</param>
/// <param name="orders">What they can change.</param>
/// <param name="log">What they log.</param>
/// <param name="turns">What was answered before, also to others who ask at the same moment of the same shop.</param>
sealed class MemoizedBot(AskBot bot, WatchedFunctions functions, ResettableOrders orders, List<string> log, BotTurns turns)
{
    ImmutableArray<Order> stored = [];
    string faults = "";
    (BotSession? Session, string Text) last = (null, "");

    /// <summary>Begins a step.</summary>
    public void Begin(ImmutableArray<Order> found, ImmutableSortedDictionary<string, InjectedFault> planned)
    {
        stored = found;
        faults = planned.IsEmpty ? "" : string.Join(',', planned);
    }

    /// <summary>An <see cref="AskBot"/>.</summary>
    public async Task<BotStep> Ask(BotSession session, BotInput input, Instant now, CancellationToken cancellation)
    {
        if (functions.Invoked.Count > 0)
        {
            return await bot(session, input, now, cancellation).ConfigureAwait(false);
        }

        var question = (Text(session), input, stored);
        if (turns.Known.TryGetValue(question, out var before))
        {
            functions.CountAsInvoked(before.Functions);
            log.AddRange(before.Log);
            return before.Step;
        }

        var logged = log.Count;
        var step = await bot(session, input, now, cancellation).ConfigureAwait(false);
        if (orders.Changes == 0)
        {
            turns.Known.TryAdd(question, new(step, [.. functions.Calls], [.. log.Skip(logged)]));
        }

        return step;
    }

    // Every act of a state is played with the same session.
    string Text(BotSession session)
    {
        if (!ReferenceEquals(session, last.Session))
        {
            last = (session, Written(session));
        }

        return faults.Length == 0 ? last.Text : $"{faults} {last.Text}";
    }

    static string Written(BotSession session)
    {
        var text = new StringBuilder().Append('|').Append(session.Locale).Append('|').Append(session.SlotToElicit)
            .Append(session.AwaitsConfirmation ? "|?|" : "||").Append(CultureInfo.InvariantCulture, $"{session.Attempt}");
        foreach (var (name, value) in session.Attributes.OrderBy(attribute => attribute.Key, StringComparer.Ordinal))
        {
            text.Append('|').Append(name).Append('=').Append(value);
        }

        if (session.Intent is { } intent)
        {
            text.Append('|').Append(intent.Name).Append(' ').Append(intent.State).Append(' ').Append(intent.Confirmation);
            foreach (var (name, slot) in intent.Slots.OrderBy(slot => slot.Key, StringComparer.Ordinal))
            {
                text.Append('|').Append(name).Append('=').Append(slot?.Original).Append('=').Append(slot?.Interpreted);
            }
        }

        return text.ToString();
    }
}

/// <summary>What a bot answered at one moment of one shop.</summary>
sealed class BotTurns
{
    public ConcurrentDictionary<(string Session, BotInput Input, ImmutableArray<Order> Orders), AnsweredTurn> Known { get; } = new();
}

/// <summary>One answer.</summary>
/// <param name="Step">The answer.</param>
/// <param name="Functions">The functions that were called for it.</param>
/// <param name="Log">What they logged.</param>
sealed record AnsweredTurn(BotStep Step, ImmutableArray<string> Functions, ImmutableArray<string> Log);
