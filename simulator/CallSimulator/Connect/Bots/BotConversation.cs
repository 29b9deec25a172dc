using System.Collections.Immutable;
using NodaTime;
using OrderHotline.CallSimulator.Lex;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>A caller speaks with a bot until that is done
/// (https://docs.aws.amazon.com/connect/latest/adminguide/get-customer-input.html).</summary>
static class BotConversation
{
    public static readonly ActionKind ConnectParticipantWithLexBot = new(
        (run, action, _) => new(Start(run, action)), Answer);

    static ActionOutcome Start(CallRun run, FlowAction action)
    {
        if (Reference(run, action) is not { } reference)
        {
            return action.ParameterAt("LexBot") is null
                ? ActionOutcome.Without(action, "bot", "LexV2Bot", "AliasArn")
                : ActionOutcome.Without(action, "bot", "LexBot", "Name");
        }

        if (BotOf(run, reference) is not { } bot)
        {
            return ActionOutcome.Lacks($"There is no bot {reference} here.");
        }

        Begin(run, action, bot.Name);
        KeyBuffer.Clear(run, "a bot gets none");
        return Prompts.Say(run, action, BotListening.To(run.State.Bots.With(bot.Name)!).MayBeInterrupted) is { } broken
            ? ActionOutcome.Failed(broken)
            : new ActionOutcome.Waits(new CallWaiting.ForAnswer());
    }

    static ValueTask<ActionOutcome> Answer(CallRun run, FlowAction action, CallerAct act, CancellationToken cancellation)
    {
        var bot = BotOf(run, Reference(run, action)!)!.Value;
        if (act is CallerAct.Says(var spoken))
        {
            run.Listen(spoken);
        }

        if (run.State.Bots.With(bot.Name, run.State.Moment) is null)
        {
            Begin(run, action, bot.Name);
        }

        return Hear(
            run,
            bot,
            act switch
            {
                CallerAct.Says(var words) when !string.IsNullOrWhiteSpace(words) => new BotInput.Said(words),
                CallerAct.Presses({ Length: > 0 } keys) => Press(run, bot.Name, keys),
                _ => Silence(run, bot.Name),
            },
            cancellation);
    }

    // What a flow passes goes into a session that there is already, or begins one: the last may be over by now.
    static void Begin(CallRun run, FlowAction action, string bot)
    {
        var before = run.State.Bots.With(bot, run.State.Moment);
        if (before is null && run.State.Bots.With(bot) is not null)
        {
            run.Note($"The session with {bot} is over, as long as nobody spoke with it: this is a new one, and keeps nothing of it.");
        }

        var kept = before?.Attributes ?? ImmutableDictionary<string, string>.Empty;
        var passed = ImmutableDictionary<string, string>.Empty
            .SetItems(action.Map("LexSessionAttributes").Select(attribute => KeyValuePair.Create(run.Fill(attribute.Key), run.Fill(attribute.Value))));
        var differs = passed.Any(attribute => kept.TryGetValue(attribute.Key, out var held) && held != attribute.Value);
        var locale = run.State.Language.Replace('-', '_');
        var attributes = differs && run.BotsKeepTheirAttributes() ? passed.SetItems(kept) : kept.SetItems(passed);
        Keep(run, bot, new BotSession(run.State.ContactId, locale, attributes) { EndsAfter = before?.EndsAfter }, run.State.Moment);
    }

    static async ValueTask<ActionOutcome> Hear(
        CallRun run, (string Name, AskBot Ask) bot, BotInput input, CancellationToken cancellation)
    {
        var heardAt = run.State.Moment;
        var step = await bot.Ask(run.State.Bots.With(bot.Name)!, input, run.Now, cancellation).ConfigureAwait(false);
        run.Pass(step.Took);
        if (step.Heard is { } intent)
        {
            run.Add(new CallEvent.BotTook(run.Now, intent));
        }

        foreach (var message in step.Messages)
        {
            run.Say(message, step is BotStep.Asks asking && BotListening.To(asking.Session).MayBeInterrupted);
        }

        switch (step)
        {
            case BotStep.Asks asks:
                Keep(run, bot.Name, asks.Session, heardAt);
                return new ActionOutcome.Waits(new CallWaiting.ForAnswer());

            case BotStep.Ended ended:
                return End(run, bot.Name, ended, heardAt);

            case BotStep.Broke broke:
                var why = $"{bot.Name} broke: {broke.Reason}";
                return broke.IsForWantOfALocale ? ActionOutcome.Lacks(why) : ActionOutcome.Failed(why);

            default:
                throw new NotSupportedException($"No bot does {step.GetType().Name}.");
        }
    }

    static ActionOutcome End(CallRun run, string bot, BotStep.Ended ended, Instant heardAt)
    {
        Keep(run, bot, ended.Session, heardAt);
        run.Data = run.Data with { Lex = LexReferences.From(ended) };
        run.Add(new CallEvent.BotEnded(run.Now, ended.Intent));
        return ended.Intent.State == "Failed"
            ? ActionOutcome.Failed($"{ended.Intent.Name} failed: that is an error for a flow, whatever intent it is.")
            : new ActionOutcome.Gives(ended.Intent.Name);
    }

    static BotInput Press(CallRun run, string bot, string pressed)
    {
        var listening = BotListening.To(run.State.Bots.With(bot)!);
        var (keys, rest, ended) = listening.Read(pressed);
        KeyBuffer.Add(run, rest);
        if (!ended)
        {
            run.Pass(listening.KeyPause);
        }

        return keys.Length == 0 ? new BotInput.Silence() : new BotInput.Keyed(keys);
    }

    static BotInput.Silence Silence(CallRun run, string bot)
    {
        run.Pass(BotListening.To(run.State.Bots.With(bot)!).StartTimeout);
        return new BotInput.Silence();
    }

    static void Keep(CallRun run, string bot, BotSession session, Instant at) =>
        run.State = run.State with { Bots = run.State.Bots.Keep(bot, session, at) };

    static (string Name, AskBot Ask)? BotOf(CallRun run, string reference) =>
        ResourceName.From(reference) is var name && run.Setup.Bots.TryGetValue(name, out var ask) ? (name, ask) : null;

    static string? Reference(CallRun run, FlowAction action) =>
        run.Text(action, "LexV2Bot", "AliasArn") ?? run.Text(action, "LexBot", "Name");
}
