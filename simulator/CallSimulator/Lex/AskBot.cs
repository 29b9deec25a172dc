using System.Collections.Immutable;
using NodaTime;

namespace OrderHotline.CallSimulator.Lex;

/// <summary>Gives a bot one turn: what the caller did goes in, what the bot does next comes out.</summary>
/// <param name="session">The session as the last turn left it, or a new one.</param>
/// <param name="input">What the caller did.</param>
/// <param name="now">The moment of the call.</param>
/// <param name="cancellation">Ends the turn when the result is no longer needed.</param>
public delegate Task<BotStep> AskBot(BotSession session, BotInput input, Instant now, CancellationToken cancellation);

/// <summary>A conversation with a bot, between two turns. A value: a turn gives a new one.</summary>
/// <param name="Id">The session's id; under Connect the contact's.</param>
/// <param name="Locale">The bot's locale, such as <c>ja_JP</c>.</param>
/// <param name="Attributes">The session attributes.</param>
public sealed record BotSession(string Id, string Locale, ImmutableDictionary<string, string> Attributes)
{
    /// <summary>The intent that is under way; null before the caller has said anything.</summary>
    public BotIntent? Intent { get; init; }

    /// <summary>The slot that was asked for last, or null.</summary>
    public string? SlotToElicit { get; init; }

    /// <summary>Whether a yes or no was asked for last.</summary>
    public bool AwaitsConfirmation { get; init; }

    /// <summary>How often the same thing has been asked in a row.</summary>
    public int Attempt { get; init; }

    /// <summary>How long it lasts when nobody speaks with the bot; null before the bot has heard anything.</summary>
    public Duration? EndsAfter { get; init; }
}

/// <summary>An intent with what is known of it.</summary>
/// <param name="Name">Its name in the bot.</param>
/// <param name="State">Such as <c>InProgress</c>, <c>ReadyForFulfillment</c>, <c>Fulfilled</c>, <c>Failed</c>.</param>
/// <param name="Confirmation"><c>None</c>, <c>Confirmed</c> or <c>Denied</c>.</param>
/// <param name="Slots">The slots; null for one that is not filled.</param>
public sealed record BotIntent(string Name, string State, string Confirmation, ImmutableDictionary<string, BotSlot?> Slots);

/// <summary>A filled slot.</summary>
/// <param name="Original">What was said.</param>
/// <param name="Interpreted">What the bot made of it; this is what a flow reads.</param>
public sealed record BotSlot(string Original, string Interpreted);

/// <summary>What a caller does when a bot listens.</summary>
public abstract record BotInput
{
    BotInput()
    {
    }

    /// <summary>Speaks.</summary>
    public sealed record Said(string Words) : BotInput;

    /// <summary>Presses keys; the end character is not among them.</summary>
    public sealed record Keyed(string Keys) : BotInput;

    /// <summary>Does nothing until the time is up.</summary>
    public sealed record Silence : BotInput;
}

/// <summary>What a bot does after a turn.</summary>
/// <param name="Messages">What it says, as plain text or SSML.</param>
/// <param name="Took">How long its functions took.</param>
public abstract record BotStep(ImmutableArray<string> Messages, Duration Took)
{
    /// <summary>The intent for which it took what the caller did; null where it took it for none, as a bot that cannot listen.</summary>
    public string? Heard { get; init; }

    /// <summary>It listens again.</summary>
    public sealed record Asks(BotSession Session, ImmutableArray<string> Messages, Duration Took) : BotStep(Messages, Took);

    /// <summary>It is done: the flow branches on the intent.</summary>
    public sealed record Ended(BotSession Session, BotIntent Intent, ImmutableArray<string> Messages, Duration Took)
        : BotStep(Messages, Took);

    /// <summary>It broke: a flow takes its error branch.</summary>
    /// <param name="Reason">Why, for the trace.</param>
    /// <param name="Took">How long its functions took.</param>
    public sealed record Broke(string Reason, Duration Took) : BotStep([], Took)
    {
        /// <summary>Whether the bot does not speak the contact's language.</summary>
        public bool IsForWantOfALocale { get; init; }
    }
}
