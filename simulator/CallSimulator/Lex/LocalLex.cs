using System.Collections.Immutable;
using NodaTime;
using OrderHotline.CallSimulator.Functions;

namespace OrderHotline.CallSimulator.Lex;

/// <summary>
/// Lex V2 without a cloud: hears words and keys, asks the bot's code hook what to do, and does it, or what the bot itself would.
/// A value goes in and a value comes out, so one instance serves any number of calls at once.
/// </summary>
/// <remarks>It understands by a model that it learns from the sample utterances, and the real Lex by another: how well callers are
/// understood there is not to be learnt here, how the line goes on from there is. A code hook that fails is not asked again.</remarks>
/// <param name="bot">The bot.</param>
/// <param name="invoke">Invokes the code hook.</param>
/// <param name="codeHook">The name of the function that is the code hook of every locale.</param>
/// <param name="zone">The zone of the bot's Region: it decides what "today" is, and Connect can set no other.</param>
public sealed class LocalLex(BotDefinition bot, InvokeFunction invoke, string codeHook, DateTimeZone zone)
{
    // How long Lex waits is not documented. A deployed code hook answers or gives up within 7 seconds.
    static readonly Duration Limit = Duration.FromSeconds(30);

    /// <summary>Takes one turn; an <see cref="AskBot"/>.</summary>
    /// <param name="session">The session as the last turn left it, or a new one.</param>
    /// <param name="input">What the caller did.</param>
    /// <param name="now">The moment of the call.</param>
    /// <param name="cancellation">Ends the turn when the result is no longer needed.</param>
    /// <returns><see cref="BotStep.Broke"/> where Connect would take the error branch without an intent: the bot lacks the locale,
    /// or its code hook failed, took too long, or answered what Lex cannot use.</returns>
    public async Task<BotStep> Ask(BotSession session, BotInput input, Instant now, CancellationToken cancellation)
    {
        if (bot.Find(session.Locale) is not { } locale)
        {
            return new BotStep.Broke(
                $"{bot.Name} has no locale {session.Locale}, only {string.Join(", ", bot.LocaleIds)}: the contact's language must be one.",
                Duration.Zero)
            {
                IsForWantOfALocale = true,
            };
        }

        var turn = BotTurn.Hear(locale, session, input, now.InZone(zone).Date);
        return await Lead(turn, new(turn.Intent, session.Attributes, Duration.Zero), now, cancellation).ConfigureAwait(false) with
        {
            Heard = turn.Intent.Name,
        };
    }

    async Task<BotStep> Lead(BotTurn turn, TurnState state, Instant now, CancellationToken cancellation)
    {
        var definition = turn.Locale.Find(state.Intent.Name)!;
        if (!definition.DialogCodeHook)
        {
            return await GoOn(turn, state, [], now, cancellation).ConfigureAwait(false);
        }

        var (answer, after, broke) = await Consult(CodeHookEvent.Dialog, turn, state, now, cancellation).ConfigureAwait(false);
        return answer is null ? broke! : await Obey(turn, answer, after, now, cancellation).ConfigureAwait(false);
    }

    async Task<BotStep> Obey(BotTurn turn, CodeHookAnswer answer, TurnState state, Instant now, CancellationToken cancellation)
    {
        var prompt = Prompt(turn, answer);
        switch (answer.Action)
        {
            case CodeHookAnswer.ElicitSlot:
                return Asks(turn, state, answer.Slot, prompt);
            case CodeHookAnswer.ConfirmIntent or CodeHookAnswer.ElicitIntent when prompt.IsEmpty:
                return new BotStep.Broke($"{codeHook} answered {answer.Action} without messages, and the bot has no words.", state.Took);
            case CodeHookAnswer.ConfirmIntent:
                return Asks(turn, state, slot: null, prompt);
            case CodeHookAnswer.ElicitIntent:
                return new BotStep.Asks(
                    Next(turn, state) with { Attempt = turn.Session.Attempt + 1 },
                    prompt,
                    state.Took);
            case CodeHookAnswer.Close:
                return Ended(turn, state, answer.Messages);
            default:
                return await GoOn(turn, state, answer.Messages, now, cancellation).ConfigureAwait(false);
        }
    }

    // Without words of the hook's the bot says its own.
    static ImmutableArray<string> Prompt(BotTurn turn, CodeHookAnswer answer) =>
        !answer.Messages.IsEmpty || answer.Intent is null || turn.Locale.Find(answer.Intent.Name) is not { } definition
            ? answer.Messages
            : answer.Action switch
            {
                CodeHookAnswer.ElicitSlot => definition.Find(answer.Slot!)!.Prompt.Messages,
                CodeHookAnswer.ConfirmIntent => definition.Confirmation?.Messages ?? [],
                _ => [],
            };

    /// <summary>Does what the bot would do if it were alone: asks for what is missing, has it confirmed, fulfils it.</summary>
    async Task<BotStep> GoOn(
        BotTurn turn, TurnState state, ImmutableArray<string> messages, Instant now, CancellationToken cancellation)
    {
        var definition = turn.Locale.Find(state.Intent.Name)!;
        if (state.Intent.Confirmation == YesNoWords.Denied || state.Intent.State == IntentState.Failed)
        {
            return Ended(turn, state with { Intent = state.Intent with { State = IntentState.Failed } }, messages);
        }

        if (Proposed(turn.Session, definition, state.Intent) is not { } proposed)
        {
            return await Fulfil(definition, turn, state, messages, now, cancellation).ConfigureAwait(false);
        }

        var prompt = proposed.Slot is null ? definition.Confirmation! : definition.Find(proposed.Slot)!.Prompt;
        if (proposed.Attempt > prompt.MaxRetries)
        {
            return await Lead(turn, state with { Intent = turn.Locale.Fallback.New() }, now, cancellation).ConfigureAwait(false);
        }

        return Asks(turn, state, proposed.Slot, messages.IsEmpty ? prompt.Messages : messages);
    }

    // https://docs.aws.amazon.com/lexv2/latest/dg/intent-fulfillment.html: without a hook for it, an intent is fulfilled by having
    // all it needs.
    async Task<BotStep> Fulfil(
        IntentDefinition definition,
        BotTurn turn,
        TurnState state,
        ImmutableArray<string> messages,
        Instant now,
        CancellationToken cancellation)
    {
        if (!definition.FulfillmentCodeHook)
        {
            return Ended(turn, state with { Intent = state.Intent with { State = IntentState.Fulfilled } }, messages);
        }

        var ready = state with { Intent = state.Intent with { State = IntentState.ReadyForFulfillment } };
        var (answer, after, broke) = await Consult(CodeHookEvent.Fulfillment, turn, ready, now, cancellation).ConfigureAwait(false);
        return answer switch
        {
            null => broke!,
            { Action: CodeHookAnswer.Delegate } => Ended(
                turn, after with { Intent = after.Intent with { State = IntentState.Fulfilled } }, answer.Messages),
            _ => await Obey(turn, answer, after, now, cancellation).ConfigureAwait(false),
        };
    }

    async Task<(CodeHookAnswer? Answer, TurnState After, BotStep.Broke? Broke)> Consult(
        string source, BotTurn turn, TurnState state, Instant now, CancellationToken cancellation)
    {
        var proposed = Proposed(turn.Session, turn.Locale.Find(state.Intent.Name)!, state.Intent);
        var payload = CodeHookEvent.Write(bot.Name, source, turn, state.Intent, state.Attributes, proposed);
        var call = new FunctionCall(codeHook, payload, now + state.Took, Limit);
        var came = await invoke(call, cancellation).ConfigureAwait(false);
        var after = state with { Took = state.Took + Duration.Min(came.Took, Limit) };
        switch (came)
        {
            case { Took: var took } when took > Limit:
                return Broke($"did not answer within {Limit.TotalSeconds:0} seconds");
            case FunctionAnswer.Replied(var json, _):
                try
                {
                    var answer = CodeHookAnswer.Read(json, turn.Locale);
                    return (answer, after with { Intent = answer.Intent ?? state.Intent, Attributes = answer.Attributes }, null);
                }
                catch (InvalidDataException unusable)
                {
                    return Broke($"answered what Lex cannot use: {unusable.Message}");
                }

            case FunctionAnswer.Failed(var reason, _):
                return Broke($"failed: {reason}");
            default:
                throw new InvalidOperationException($"{came.GetType().Name} is no answer of a function.");
        }

        (CodeHookAnswer?, TurnState, BotStep.Broke?) Broke(string what) => (null, after, new($"{codeHook} {what}.", after.Took));
    }

    static ProposedStep? Proposed(BotSession session, IntentDefinition definition, BotIntent intent)
    {
        if (definition.Slots.FirstOrDefault(slot => slot.IsRequired && intent.Slots.GetValueOrDefault(slot.Name) is null) is { } missing)
        {
            return new(CodeHookAnswer.ElicitSlot, missing.Name, Attempts(session, intent.Name, missing.Name));
        }

        return definition.Confirmation is not null && intent.Confirmation == YesNoWords.None
            ? new(CodeHookAnswer.ConfirmIntent, null, Attempts(session, intent.Name, slot: null))
            : null;
    }

    // A confirmation is asked for no slot.
    static int Attempts(BotSession session, string intent, string? slot) =>
        session.Intent?.Name == intent && session.SlotToElicit == slot && session.AwaitsConfirmation == slot is null
            ? session.Attempt
            : 0;

    BotSession Next(BotTurn turn, TurnState state) =>
        new(turn.Session.Id, turn.Session.Locale, state.Attributes) { EndsAfter = bot.SessionsEndAfter };

    BotStep.Asks Asks(BotTurn turn, TurnState state, string? slot, ImmutableArray<string> messages) => new(
        Next(turn, state) with
        {
            Intent = state.Intent,
            SlotToElicit = slot,
            AwaitsConfirmation = slot is null,
            Attempt = Attempts(turn.Session, state.Intent.Name, slot) + 1,
        },
        messages,
        state.Took);

    BotStep.Ended Ended(BotTurn turn, TurnState state, ImmutableArray<string> messages) => new(
        Next(turn, state) with { Intent = state.Intent },
        state.Intent,
        messages,
        state.Took);

    /// <summary>How far a turn has come.</summary>
    sealed record TurnState(BotIntent Intent, ImmutableDictionary<string, string> Attributes, Duration Took);
}
