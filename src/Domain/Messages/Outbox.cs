using System.Collections.Immutable;
using NodaTime;

namespace OrderHotline.Domain;

/// <summary>
/// The messages of one order: what is owed, where its delivery stands, and what became of those before. However often an order is
/// changed it owes two messages at most: the one that a delivery may be sending, and the one that tells how things stand.
/// </summary>
/// <param name="Owed">The messages not yet settled, oldest first.</param>
/// <param name="Delivery">Where the delivery of the oldest of them stands.</param>
/// <param name="Settled">What became of the latest <see cref="SettledLength"/> messages that are owed no more, oldest first.</param>
public sealed record Outbox(ImmutableArray<OwedMessage> Owed, MessageDelivery Delivery, ImmutableArray<SettledMessage> Settled)
{
    /// <summary>How many settled messages an order remembers: one for every change it remembers.</summary>
    public const int SettledLength = Order.HistoryLength;

    /// <summary>How long a claim keeps other deliveries away: longer than any attempt and the note of it take.</summary>
    public static readonly Duration Lease = Duration.FromMinutes(1);

    /// <summary>How much of the lease must be left for an attempt to be begun: more than any attempt takes.</summary>
    public static readonly Duration LongestAttempt = Duration.FromSeconds(10);

    /// <summary>No message was ever owed.</summary>
    public static Outbox Empty { get; } = new([], new MessageDelivery.Untried(), []);

    /// <summary>When a delivery should look at the order next: now or in the past for a message that was never tried, else after the
    /// pause or the lease; <see cref="Instant.MaxValue"/> when nothing is owed.</summary>
    public Instant DueAt => (Owed, Delivery) switch
    {
        ([], _) => Instant.MaxValue,
        (_, MessageDelivery.Claimed claim) => claim.Until,
        (_, MessageDelivery.Postponed pause) => pause.NotBefore,
        ([var oldest, ..], _) => oldest.Since,
    };

    /// <summary>Since when the oldest message is owed; <see cref="Instant.MaxValue"/> when nothing is.</summary>
    public Instant OwedSince => Owed is [var oldest, ..] ? oldest.Since : Instant.MaxValue;

    /// <summary>How far the message about the latest change has come.</summary>
    public MessageProgress Progress => (Owed, Delivery) switch
    {
        ([_, ..], MessageDelivery.Postponed) => MessageProgress.Delayed,
        ([_, ..], _) => MessageProgress.Owed,
        _ => Settled.Where(settled => settled is not SettledMessage.Superseded).MaxBy(settled => settled.Message.Number) switch
        {
            null => MessageProgress.NoMessage,
            SettledMessage.Refused => MessageProgress.Refused,
            _ => MessageProgress.Accepted,
        },
    };

    // A message that was overtaken before it left would tell the customer what is true no longer. The one under a claim may be
    // leaving at this moment, and stays.
    internal Outbox Owe(OwedMessage message)
    {
        var underway = Delivery is MessageDelivery.Claimed ? Owed[..Math.Min(1, Owed.Length)] : [];
        return new Outbox(
            [.. underway, message],
            underway.IsEmpty ? new MessageDelivery.Untried() : Delivery,
            Remember([.. Owed.Skip(underway.Length).Select(old => SupersededAt(message.Since, old))]));
    }

    internal bool LeaveTimeFor(ClaimId delivery, Instant now) =>
        Delivery is MessageDelivery.Claimed claim && claim.By == delivery && now + LongestAttempt <= claim.Until;

    internal Outbox ClaimFor(ClaimId delivery, Instant now)
    {
        var attempts = Owed.Length == 1 ? Delivery.Attempts : 0;
        var inDoubt = Owed.Length == 1 ? InDoubtNow : 0;
        return new Outbox(
            Owed[^1..],
            new MessageDelivery.Claimed(delivery, now + Lease, attempts + 1, inDoubt),
            Remember([.. Owed.SkipLast(1).Select(old => SupersededAt(now, old))]));
    }

    // Another delivery may hold the claim by now, or none: what the service has said of the message is true all the same.
    internal Outbox Settle(SettledMessage settled) => new(
        Owed.Remove(settled.Message),
        Owed is [var oldest, ..] && oldest == settled.Message ? new MessageDelivery.Untried() : Delivery,
        Remember([settled]));

    internal Outbox Postpone(MessageClaim claim, Instant notBefore, string reason, int inDoubt) => this with
    {
        Delivery = new MessageDelivery.Postponed(notBefore, SettledMessage.Cut(reason), claim.Attempts, inDoubt),
    };

    internal bool IsUnder(MessageClaim claim) =>
        Delivery is MessageDelivery.Claimed { By: var holder } && holder == claim.By && Owed.Contains(claim.Message);

    // A write whose answer was lost meets itself.
    internal bool Remembers(SettledMessage.Accepted accepted) => Settled.OfType<SettledMessage.Accepted>()
        .Any(noted => noted.Message == accepted.Message && noted.MessageId == accepted.MessageId);

    // A delivery that takes over a claim finds an attempt whose end is on no record.
    int InDoubtNow => Delivery is MessageDelivery.Claimed ? Delivery.InDoubt + 1 : Delivery.InDoubt;

    SettledMessage.Superseded SupersededAt(Instant now, OwedMessage message) => message == Owed[0]
        ? new SettledMessage.Superseded(message, now, Delivery.Attempts, InDoubtNow)
        : new SettledMessage.Superseded(message, now, Attempts: 0, InDoubt: 0);

    ImmutableArray<SettledMessage> Remember(ImmutableArray<SettledMessage> more) =>
        [.. Settled.Concat(more).TakeLast(SettledLength)];
}
