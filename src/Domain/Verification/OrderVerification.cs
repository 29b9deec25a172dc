using System.Collections.Immutable;
using NodaTime;

namespace OrderHotline.Domain;

/// <summary>Everything that was tried and proved for one order. Immutable: a decision holds the next version, and counts once a store has
/// taken it. All attempts on one order are versions of this, so that those made at the same moment are decided one after another.</summary>
/// <param name="Subject">The order and its owner.</param>
/// <param name="Version">How often it was stored; 0 for never.</param>
/// <param name="Contacts">The calls that tried, the latest last.</param>
/// <param name="CodesSent">When codes were sent, within the last day.</param>
/// <param name="WrongFactors">When the end of the order's number was given wrongly, within the last day, by whichever call.</param>
public sealed record OrderVerification(
    VerificationSubject Subject,
    int Version,
    ImmutableArray<ContactVerification> Contacts,
    ImmutableArray<Instant> CodesSent,
    ImmutableArray<Instant> WrongFactors)
{
    /// <summary>How many codes are sent for an order within <see cref="Window"/>.</summary>
    public const int MostCodes = 3;

    /// <summary>How many wrong ends of its number lock that factor of an order within <see cref="Window"/>. A code is not locked by it: nobody
    /// can lock an owner out by guessing.</summary>
    public const int MostWrongFactors = 3;

    /// <summary>How many calls are remembered. Attempts are limited for the order as a whole, too: one that is forgotten wins no guess.</summary>
    public const int MostContacts = 20;

    /// <summary>How long codes and wrong factors count.</summary>
    public static readonly Duration Window = Duration.FromDays(1);

    /// <summary>An order for which nothing was tried.</summary>
    public static OrderVerification NothingTried(VerificationSubject subject) => new(subject, 0, [], [], []);

    /// <summary>When nothing of it counts any more.</summary>
    public Instant ExpiresAt
    {
        get
        {
            var last = NodaConstants.UnixEpoch;
            foreach (var contact in Contacts)
            {
                last = Instant.Max(last, contact.LatestAt);
            }

            foreach (var at in CodesSent)
            {
                last = Instant.Max(last, at);
            }

            foreach (var at in WrongFactors)
            {
                last = Instant.Max(last, at);
            }

            return last + Window;
        }
    }

    /// <summary>What a contact has reached for an operation, by what it proved alone.</summary>
    public Assurance ReachedBy(ContactId contact, Operation operation, Instant now) =>
        Of(contact, now).Reached is { } reached && reached.CountsFor(operation, now) ? reached.Assurance : Assurance.None;

    /// <summary>Whether a contact has failed too often.</summary>
    public bool IsLockedFor(ContactId contact, Instant now) => Of(contact, now).IsLocked;

    /// <summary>Whether the end of the order's number was given wrongly too often.</summary>
    public bool FactorIsLocked(Instant now) => StillCounting(WrongFactors, now).Length >= MostWrongFactors;

    /// <summary>Decides a request for a code.</summary>
    /// <param name="contact">The call's first contact.</param>
    /// <param name="operation">What the code is for.</param>
    /// <param name="isAllowed">Whether the order may have one; where not, the caller must not notice.</param>
    /// <param name="nonce">Random, and new each time.</param>
    /// <param name="keyId">The key that new codes are derived with.</param>
    /// <param name="now">The time.</param>
    public CodeRequestDecision RequestCode(
        ContactId contact, Operation operation, bool isAllowed, string nonce, string keyId, Instant now)
    {
        var asking = Of(contact, now);
        if (asking.IsLocked)
        {
            return new CodeRequestDecision.Locked();
        }

        if (asking.Pending is { } before && before.For == operation && !before.HasExpired(now) && now - before.AskedAt < PendingCode.RetryWindow)
        {
            return new CodeRequestDecision.TheSameCode(before);
        }

        var sends = isAllowed && StillCounting(CodesSent, now).Length < MostCodes;
        var code = new PendingCode(contact, operation, nonce, keyId, now, sends ? CodeSending.Owed : CodeSending.Decoy);
        var after = With(asking with { LatestAt = now, Pending = code }, now);
        return new CodeRequestDecision.NewCode(code, sends ? after with { CodesSent = after.CodesSent.Add(now) } : after);
    }

    /// <summary>Notes what became of a code that had to be sent.</summary>
    /// <param name="isTaken">Whether the service took it; one that it will never carry is a decoy, for whoever asked must hear no more than
    /// anybody.</param>
    /// <returns>What to store; null when the contact has moved on.</returns>
    public OrderVerification? NoteSending(PendingCode code, bool isTaken, Instant now) =>
        Of(code.Contact, now) is { Pending: { } pending } contact && pending == code
            ? With(contact with { Pending = code with { Sending = isTaken ? CodeSending.Sent : CodeSending.Decoy } }, now)
            : null;

    /// <summary>Decides on a code that was keyed in.</summary>
    /// <param name="contact">The call's first contact.</param>
    /// <param name="operation">What the caller wants to do.</param>
    /// <param name="isRight">Whether what was keyed in is this code. It is asked of a decoy too, which takes as long, and is not believed.</param>
    /// <param name="fingerprints">Tell what was keyed in from anything else, and nothing about it: one for each key in use, the newest first. A
    /// wrong answer is noted by the first, and known again by any.</param>
    /// <param name="now">The time.</param>
    public VerificationDecision TryCode(
        ContactId contact, Operation operation, Func<PendingCode, bool> isRight, ImmutableArray<string> fingerprints, Instant now)
    {
        var trying = Of(contact, now);
        return BeforeTrying(trying, operation, Assurance.Possession, fingerprints, now)
            ?? (trying.Pending is not { } pending || pending.HasExpired(now) || pending.For < operation ? new VerificationDecision.Expired()
                : isRight(pending) && pending.Sending != CodeSending.Decoy ? Verified(trying, Assurance.Possession, pending.For, now)
                : Wrong(trying, fingerprints[0], this, now));
    }

    /// <summary>Decides on the end of the order's number that was keyed in.</summary>
    /// <param name="isRight">Whether it is the end of the order's number.</param>
    /// <inheritdoc cref="TryCode"/>
    public VerificationDecision TryFactor(ContactId contact, Operation operation, bool isRight, ImmutableArray<string> fingerprints, Instant now)
    {
        var trying = Of(contact, now);
        return BeforeTrying(trying, operation, Assurance.Factor, fingerprints, now)
            ?? (FactorIsLocked(now) ? new VerificationDecision.Expired()
                : isRight ? Verified(trying, Assurance.Factor, operation, now)
                : Wrong(trying, fingerprints[0], this with { WrongFactors = WrongFactors.Add(now) }, now));
    }

    /// <summary>Decides on an operator's word for a caller, which counts for everything in that call, however often a proof was wrong before. Whether
    /// an operator gave it, the caller of this must know.</summary>
    /// <param name="contact">The call's first contact.</param>
    /// <param name="now">The time.</param>
    public VerificationDecision Vouch(ContactId contact, Instant now)
    {
        var known = Of(contact, now);
        return IsReached(known, Assurance.Operator, Operation.Cancel, now)
            ? new VerificationDecision.VerifiedBefore()
            : Verified(known, Assurance.Operator, Operation.Cancel, now);
    }

    static VerificationDecision? BeforeTrying(
        ContactVerification trying, Operation operation, Assurance wanted, ImmutableArray<string> fingerprints, Instant now) =>
        IsReached(trying, wanted, operation, now) ? new VerificationDecision.VerifiedBefore()
        : trying.IsLocked ? new VerificationDecision.Locked(After: null)
        : fingerprints.Any(trying.WrongAttempts.Contains) ? new VerificationDecision.Wrong(After: null)
        : null;

    static bool IsReached(ContactVerification contact, Assurance wanted, Operation operation, Instant now) =>
        contact.Reached is { } reached && reached.Assurance >= wanted && reached.CountsFor(operation, now);

    static VerificationDecision Wrong(ContactVerification trying, string fingerprint, OrderVerification counted, Instant now)
    {
        var failed = trying with { LatestAt = now, WrongAttempts = trying.WrongAttempts.Add(fingerprint) };
        var after = counted.With(failed.IsLocked ? failed with { Pending = null } : failed, now);
        return failed.IsLocked ? new VerificationDecision.Locked(after) : new VerificationDecision.Wrong(after);
    }

    static bool Counts(Instant at, Instant now) => now - at < Window;

    VerificationDecision.Verified Verified(ContactVerification trying, Assurance assurance, Operation operation, Instant now) => new(With(
        trying with { LatestAt = now, Pending = null, Reached = new ReachedAssurance(assurance, operation, now) }, now));

    // Without LINQ, here and above: its code for a kind of value is larger than this file.
    static ImmutableArray<Instant> StillCounting(ImmutableArray<Instant> moments, Instant now)
    {
        for (var at = moments.Length - 1; at >= 0; at--)
        {
            moments = Counts(moments[at], now) ? moments : moments.RemoveAt(at);
        }

        return moments;
    }

    static bool IsKeptLongest(ContactVerification known) => known.Reached is not null || known.Pending is { Sending: not CodeSending.Decoy };

    ContactVerification Of(ContactId contact, Instant now) =>
        Contacts.FirstOrDefault(known => known.Contact == contact && Counts(known.LatestAt, now)) ?? ContactVerification.Of(contact);

    // What counts no more is forgotten. Of what does, the oldest goes first, and calls that are verified, or were sent a code, after those that
    // only tried: nobody makes an owner's code worthless by calling twenty times.
    OrderVerification With(ContactVerification contact, Instant now)
    {
        var others = Contacts.RemoveAll(known => known.Contact == contact.Contact || !Counts(known.LatestAt, now));
        while (others.Length >= MostContacts)
        {
            others = others.Remove(others.FirstOrDefault(known => !IsKeptLongest(known)) ?? others[0]);
        }

        return this with
        {
            Version = Version + 1,
            Contacts = others.Add(contact),
            CodesSent = StillCounting(CodesSent, now),
            WrongFactors = StillCounting(WrongFactors, now),
        };
    }
}
