using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace OrderHotline.Domain;

/// <summary>What a shop asks of a caller before anything is told or done. A caller's number is a hint and proves nothing.</summary>
public sealed record VerificationPolicy
{
    /// <summary>An order's number of fewer characters is guessed too easily for its end to be a factor.</summary>
    public const int ShortestNumberWithAFactor = 8;

    /// <summary>How many of an order's last characters are a factor.</summary>
    public const int FactorLength = 4;

    static readonly Duration NumberIsNew = Duration.FromDays(7);

    /// <summary>The number is taken for the person, as in the workshop's demo. Whoever fakes it can hear, move and cancel a stranger's order.
    /// </summary>
    public static VerificationPolicy None { get; } = new()
    {
        IsOn = false,
        ToReschedule = Assurance.Number,
        ToCancel = Assurance.Number,
    };

    /// <summary>By risk, with the line's defaults.</summary>
    public static VerificationPolicy ByRisk { get; } = new();

    /// <summary>Whether anything but the number is ever asked for.</summary>
    public bool IsOn { get; private init; } = true;

    /// <summary>What telling when an order ships needs. Default: <see cref="Assurance.Number"/>.</summary>
    public Assurance ToTell { get; init; } = Assurance.Number;

    /// <summary>What telling name and item needs. Default: <see cref="Assurance.Number"/>.</summary>
    public Assurance ToTellNameAndItem { get; init; } = Assurance.Number;

    /// <summary>What moving the date needs. Default: <see cref="Assurance.Factor"/>.</summary>
    public Assurance ToReschedule { get; init; } = Assurance.Factor;

    /// <summary>What cancelling needs. Default: <see cref="Assurance.Possession"/>.</summary>
    public Assurance ToCancel { get; init; } = Assurance.Possession;

    /// <summary>Whether the shop says that nobody can guess an order's number from another; only then is its end a factor. Default: no.</summary>
    public bool OrderNumbersCannotBeGuessed { get; init; }

    /// <summary>The country codes with their plus sign, <c>+81</c>, of numbers that are not foreign. Codes are sent to no other.</summary>
    public ImmutableArray<string> Countries { get; init; } = [];

    /// <summary>After this many days an order tells nothing to a number alone, which may be somebody else's by then. Default: 180.</summary>
    public int DaysUntilAnOrderIsOld { get; init; } = 180;

    /// <summary>How many codes the shop sends a day at most, to all its customers. Default: 500.</summary>
    public int CodesADay { get; init; } = 500;

    /// <summary>What a caller has without proving anything: in a chat, on a web page and in an app the customer has logged in, or the shop would
    /// not trust the flow. Whoever calls, texts or writes has a number, and that can be faked.</summary>
    public static Assurance WithoutProof(Channel channel) =>
        channel is Channel.Chat or Channel.Web or Channel.WebRtc ? Assurance.Factor : Assurance.Number;

    /// <summary>What an operation on an order needs. After a suspicious sign everything needs possession: a foreign number, a number that
    /// was changed within a week, an old order, or one of which nobody knows how old it is.</summary>
    public Assurance NeededFor(Operation operation, Order order, Instant now) => operation switch
    {
        _ when IsOn && IsSuspicious(order, now) => Assurance.Possession,
        Operation.Tell => ToTell,
        Operation.TellNameAndItem => ToTellNameAndItem,
        Operation.Reschedule => ToReschedule,
        Operation.Cancel => ToCancel,
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "There is no such operation."),
    };

    /// <summary>How a caller can reach what an operation needs.</summary>
    /// <param name="standing">How the order stands.</param>
    /// <param name="verification">What was tried for the order.</param>
    /// <param name="contact">The first contact of the call.</param>
    public WayToVerify WayTo(
        Operation operation, Order order, OrderStanding standing, OrderVerification verification, ContactId contact, Instant now) =>
        verification.IsLockedFor(contact, now) ? WayToVerify.Operator
        : NeededFor(operation, order, now) < Assurance.Possession && HasAFactor(order.Id, operation) && !verification.FactorIsLocked(now)
            ? WayToVerify.LastFour
        : AllowsACodeFor(order, standing) ? WayToVerify.Code
        : WayToVerify.Operator;

    /// <summary>Whether the end of an order's number can be asked for: it is long enough, ends in digits, which a keypad has, nobody can
    /// guess it, and it is not about cancelling.</summary>
    public bool HasAFactor(OrderId id, Operation operation) =>
        operation < Operation.Cancel
        && OrderNumbersCannotBeGuessed
        && id.ToString() is { Length: >= ShortestNumberWithAFactor } number
        && number[^FactorLength..].All(char.IsAsciiDigit);

    /// <summary>Whether the end of an order's number was keyed in, where that proves what an operation needs. Takes the same time for every four
    /// digits.</summary>
    public bool IsProvedByTheEnd(string entered, Order order, Operation operation, Instant now) =>
        NeededFor(operation, order, now) < Assurance.Possession
        && HasAFactor(order.Id, operation)
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(order.Id.ToString()[^FactorLength..]), Encoding.UTF8.GetBytes(entered));

    /// <summary>Whether a code may be sent for an order: it can still be changed, and its number takes texts and is of a country that is
    /// named. Every other code costs money and helps nobody but who makes the shop send it.</summary>
    public bool AllowsACodeFor(Order order, OrderStanding standing) =>
        standing is OrderStanding.Placed && order.Owner.MayTakeTexts && IsAtHome(order.Owner);

    /// <summary>Whether a caller may not even learn whether a number has an order.</summary>
    /// <param name="assurance">What the caller has reached.</param>
    public bool HidesWhetherThereIsAnOrderFrom(PhoneNumber number, Assurance assurance) =>
        assurance < ToTell || (IsOn && !IsAtHome(number) && assurance < Assurance.Possession);

    /// <summary>How a caller can be verified of whom nothing but the number may be looked at.</summary>
    public WayToVerify WayForANumberAlone(PhoneNumber number) =>
        number.MayTakeTexts && IsAtHome(number) ? WayToVerify.Code : WayToVerify.Operator;

    bool IsSuspicious(Order order, Instant now) =>
        !IsAtHome(order.Owner)
        || (order.PhoneChangedAt is { } changed && now - changed < NumberIsNew)
        || now - order.PlacedAt > Duration.FromDays(DaysUntilAnOrderIsOld);

    bool IsAtHome(PhoneNumber number) => Countries.Any(code => number.ToE164().StartsWith(code, StringComparison.Ordinal));
}
