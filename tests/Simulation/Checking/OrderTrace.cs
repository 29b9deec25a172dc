using NodaTime;
using OrderHotline.Adapters.Connect;
using OrderHotline.Domain;

namespace OrderHotline.Simulation;

/// <summary>All that is known of one order's day: what the rules judge. Orders are data here; no decision of theirs is asked.</summary>
/// <param name="First">The order before anything happened.</param>
/// <param name="Steps">Every write to it, in the order of the writes.</param>
/// <param name="Last">The order at the end.</param>
/// <param name="Attempts">Every time that a function was asked about it.</param>
/// <param name="Publishings">Every time that a message of it was handed to the service, in that order.</param>
/// <param name="IsRecovered">Whether all was well for so long before the end that nothing may be owed any more.</param>
sealed record OrderTrace(
    Order First,
    IReadOnlyList<Step> Steps,
    Order Last,
    IReadOnlyList<Attempt> Attempts,
    IReadOnlyList<Publishing> Publishings,
    bool IsRecovered)
{
    /// <summary>What was asked, tried and proved; null where the shop asks for no proof.</summary>
    public ProofTrace? Proofs { get; init; }

    /// <summary>What the order was at any time from one moment to another.</summary>
    public IEnumerable<Order> HeldBetween(Instant from, Instant to)
    {
        yield return Steps.LastOrDefault(step => step.At <= from)?.After ?? First;
        foreach (var step in Steps.Where(step => step.At > from && step.At <= to))
        {
            yield return step.After;
        }
    }

    /// <summary>The writes that changed it for the customer.</summary>
    public IEnumerable<Step> Changes => Steps.Where(step => step.By is Writer.Line && step.IsAChange);
}

/// <summary>One write.</summary>
/// <param name="At">When it was made.</param>
/// <param name="Before">What the store held.</param>
/// <param name="After">What it held from then on.</param>
/// <param name="By">Who wrote.</param>
sealed record Step(Instant At, Order Before, Order After, Writer By)
{
    public bool IsAChange => Before.ShippingDate != After.ShippingDate || Before.State != After.State;
}

/// <summary>Who wrote to an order.</summary>
abstract record Writer
{
    Writer()
    {
    }

    /// <summary>One of the line's functions.</summary>
    public sealed record Line(Invocation By) : Writer
    {
        public override string ToString() => By.Name;
    }

    /// <summary>The shop's own system, which knows of no versions.</summary>
    public sealed record Shop : Writer
    {
        public override string ToString() => "the shop";
    }
}

/// <summary>A wish as it was sent to a function once.</summary>
sealed class Attempt(Wish wish, Instant began)
{
    public Wish Wish { get; } = wish;

    public Instant Began { get; } = began;

    /// <summary>When it was answered, if it was.</summary>
    public Instant? Ended { get; set; }

    public Reply? Reply { get; set; }

    /// <summary>How much went wrong while it ran.</summary>
    public int Troubles { get; set; }

    /// <summary>What is said to it under a key.</summary>
    public string Says(string key) => Reply!.Pairs.First(pair => pair.Key == key).Value;

    public override string ToString() => $"{Wish}, answered {Reply?.Outcome.ToString() ?? "nothing"}";
}

/// <summary>A message as it was handed to the service once.</summary>
/// <param name="number">Which of its messages.</param>
/// <param name="handedAt">When.</param>
/// <param name="by">Who handed it over.</param>
sealed class Publishing(PhoneNumber to, OrderId order, int number, string body, Instant handedAt, Invocation by)
{
    public PhoneNumber To { get; } = to;

    public OrderId Order { get; } = order;

    public int Number { get; } = number;

    public string Body { get; } = body;

    public Instant HandedAt { get; } = handedAt;

    public Invocation By { get; } = by;

    /// <summary>When the service took it, if it did.</summary>
    public Instant? TakenAt { get; set; }

    public string MessageId { get; set; } = "";

    /// <summary>The service will never take it.</summary>
    public bool IsRefused { get; set; }

    /// <summary>What the delivery that handed it over heard of that.</summary>
    public Heard Heard { get; set; }

    /// <summary>Whether the line could not know what became of it: no answer came, or the delivery that had it could not note it.</summary>
    public bool IsInDoubt => Heard is Heard.Nothing || By.WasKilled || (By.GivenUp.TryGetValue(Order, out var at) && at >= HandedAt);
}

/// <summary>What a delivery heard of a message that it handed over.</summary>
enum Heard
{
    Nothing,
    NotTaken,
    Refused,
    Accepted,
}
