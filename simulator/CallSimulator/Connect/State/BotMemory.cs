using NodaTime;
using OrderHotline.CallSimulator.Lex;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>A bot's session as the contact keeps it. Two are equal when they say the same.</summary>
/// <param name="session">The session.</param>
/// <param name="at">When it was spoken with last.</param>
sealed class BotMemory(BotSession session, Instant at) : IEquatable<BotMemory>
{
    public BotSession Session => session;

    public Instant At => at;

    /// <summary>Whether nobody has spoken with it for so long that it is no more.</summary>
    public bool IsOver(Instant now) => session.EndsAfter is { } limit && now - at > limit;

    public bool Equals(BotMemory? other) =>
        other is not null
        && at == other.At
        && (ReferenceEquals(session, other.Session)
            || (session with { Attributes = other.Session.Attributes, Intent = other.Session.Intent } == other.Session
                && SameEntries(session.Attributes, other.Session.Attributes)
                && SameIntent(session.Intent, other.Session.Intent)));

    public override bool Equals(object? obj) => Equals(obj as BotMemory);

    public override int GetHashCode() =>
        HashCode.Combine(session.Id, session.Locale, session.Attributes.Count, session.Intent?.Name, session.SlotToElicit, session.Attempt);

    static bool SameIntent(BotIntent? one, BotIntent? other) =>
        one is null || other is null
            ? ReferenceEquals(one, other)
            : one with { Slots = other.Slots } == other && SameEntries(one.Slots, other.Slots);

    static bool SameEntries<TValue>(IReadOnlyDictionary<string, TValue> one, IReadOnlyDictionary<string, TValue> other) =>
        ReferenceEquals(one, other)
        || (one.Count == other.Count && one.All(entry =>
            other.TryGetValue(entry.Key, out var value) && EqualityComparer<TValue>.Default.Equals(entry.Value, value)));
}

/// <summary>The bots that a contact has spoken with. Two are equal when they say the same.</summary>
sealed class BotMemories : IEquatable<BotMemories>
{
    public static readonly BotMemories None = new([]);

    readonly (string Bot, BotMemory Memory)[] memories;

    BotMemories((string Bot, BotMemory Memory)[] memories) => this.memories = memories;

    /// <summary>The session with this bot; null before there is one.</summary>
    public BotSession? With(string bot) => memories.FirstOrDefault(memory => memory.Bot == bot).Memory?.Session;

    /// <summary>The session with this bot; null before there is one, and after it is over.</summary>
    public BotSession? With(string bot, Instant now) =>
        memories.FirstOrDefault(memory => memory.Bot == bot).Memory is { } memory && !memory.IsOver(now) ? memory.Session : null;

    /// <summary>The session with the bot that was spoken with last; null before there is one.</summary>
    public BotSession? Latest => memories.Length == 0 ? null : memories[^1].Memory.Session;

    /// <summary>The same with this session in the place of the one before.</summary>
    public BotMemories Keep(string bot, BotSession session, Instant at) =>
        new([.. memories.Where(memory => memory.Bot != bot), (bot, new BotMemory(session, at))]);

    /// <summary>The same as if every bot had been spoken with at this moment.</summary>
    public BotMemories AsOf(Instant at) =>
        memories.Length == 0 ? this : new([.. memories.Select(memory => (memory.Bot, new BotMemory(memory.Memory.Session, at)))]);

    public bool Equals(BotMemories? other) => other is not null && memories.SequenceEqual(other.memories);

    public override bool Equals(object? obj) => Equals(obj as BotMemories);

    public override int GetHashCode() => memories.Length == 0 ? 0 : memories[^1].GetHashCode();
}
