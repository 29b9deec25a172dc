using System.Collections.Immutable;
using NodaTime;

namespace OrderHotline.Domain;

/// <summary>
/// The texts of one order: what is owed, where its delivery stands, and what became of those before. However often an order is
/// changed it owes two texts at most: the one that a delivery may be sending, and the one that tells how things stand.
/// </summary>
/// <param name="Owed">The texts not yet settled, oldest first.</param>
/// <param name="Delivery">Where the delivery of the oldest of them stands.</param>
/// <param name="Settled">What became of the latest <see cref="SettledLength"/> texts that are owed no more, oldest first.</param>
public sealed record OrderTexts(ImmutableArray<OwedText> Owed, TextDelivery Delivery, ImmutableArray<SettledText> Settled)
{
    /// <summary>How many settled texts an order remembers: one for every change it remembers.</summary>
    public const int SettledLength = Order.HistoryLength;

    /// <summary>How long a claim keeps other deliveries away: longer than any attempt and the note of it take.</summary>
    public static readonly Duration Lease = Duration.FromMinutes(1);

    /// <summary>How much of the lease must be left for an attempt to be begun: more than any attempt takes.</summary>
    public static readonly Duration LongestAttempt = Duration.FromSeconds(10);

    /// <summary>No text was ever owed.</summary>
    public static OrderTexts None { get; } = new([], new TextDelivery.Untried(), []);

    /// <summary>When a delivery should look at the order next: now or in the past for a text that nobody has tried, else after the
    /// pause or the lease; <see cref="Instant.MaxValue"/> when nothing is owed.</summary>
    public Instant Due => (Owed, Delivery) switch
    {
        ([], _) => Instant.MaxValue,
        (_, TextDelivery.Claimed claim) => claim.Until,
        (_, TextDelivery.Postponed pause) => pause.NotBefore,
        ([var oldest, ..], _) => oldest.Since,
    };

    /// <summary>How far the text about the latest change has come.</summary>
    public TextProgress Progress => (Owed, Delivery) switch
    {
        ([_, ..], TextDelivery.Postponed) => TextProgress.Delayed,
        ([_, ..], _) => TextProgress.Owed,
        _ => Settled.Where(settled => settled is not SettledText.Superseded).MaxBy(settled => settled.Text.Number) switch
        {
            null => TextProgress.NoText,
            SettledText.Refused => TextProgress.Refused,
            _ => TextProgress.Accepted,
        },
    };

    // A text that was overtaken before it left would tell the customer what is true no longer. The one under a claim may be leaving
    // at this moment, and stays.
    internal OrderTexts Owe(OwedText text)
    {
        var underway = Delivery is TextDelivery.Claimed ? Owed[..Math.Min(1, Owed.Length)] : [];
        return new OrderTexts(
            [.. underway, text],
            underway.IsEmpty ? new TextDelivery.Untried() : Delivery,
            Remember([.. Owed.Skip(underway.Length).Select(old => SupersededAt(text.Since, old))]));
    }

    internal bool LeaveTimeFor(ClaimId delivery, Instant now) =>
        Delivery is TextDelivery.Claimed claim && claim.By == delivery && now + LongestAttempt <= claim.Until;

    internal OrderTexts ClaimFor(ClaimId delivery, Instant now)
    {
        var attempts = Owed.Length == 1 ? Delivery.Attempts : 0;
        var inDoubt = Owed.Length == 1 ? InDoubtNow : 0;
        return new OrderTexts(
            Owed[^1..],
            new TextDelivery.Claimed(delivery, now + Lease, attempts + 1, inDoubt),
            Remember([.. Owed.SkipLast(1).Select(old => SupersededAt(now, old))]));
    }

    // The claim may be another's by now, or nobody's: what the service has said of the text is true all the same.
    internal OrderTexts Settle(SettledText settled) => new(
        Owed.Remove(settled.Text),
        Owed is [var oldest, ..] && oldest == settled.Text ? new TextDelivery.Untried() : Delivery,
        Remember([settled]));

    internal OrderTexts Postpone(TextClaim claim, Instant notBefore, string reason, int inDoubt) => this with
    {
        Delivery = new TextDelivery.Postponed(notBefore, SettledText.Cut(reason), claim.Attempts, inDoubt),
    };

    // A write whose answer was lost meets itself.
    internal bool Remembers(SettledText.Accepted accepted) => Settled.OfType<SettledText.Accepted>()
        .Any(noted => noted.Text == accepted.Text && noted.MessageId == accepted.MessageId);

    // Whoever takes over a claim finds an attempt that nobody has told the end of.
    int InDoubtNow => Delivery is TextDelivery.Claimed ? Delivery.InDoubt + 1 : Delivery.InDoubt;

    SettledText.Superseded SupersededAt(Instant now, OwedText text) => text == Owed[0]
        ? new SettledText.Superseded(text, now, Delivery.Attempts, InDoubtNow)
        : new SettledText.Superseded(text, now, Attempts: 0, InDoubt: 0);

    ImmutableArray<SettledText> Remember(ImmutableArray<SettledText> more) =>
        [.. Settled.Concat(more).TakeLast(SettledLength)];
}
