namespace OrderHotline.Hosts.Lambda.Tests;

/// <summary>One place in a function from which the table is asked.</summary>
/// <param name="Function">The function.</param>
/// <param name="What">What it asks, in words.</param>
/// <param name="Operation">DynamoDB's name for it.</param>
/// <param name="Index">The index that is asked; empty for the table.</param>
/// <param name="Nth">Which request of that kind it is, counted from 1 within one event.</param>
sealed record CallSite(string Function, string What, string Operation, string Index = "", int Nth = 1)
{
    /// <summary>The event names no order: the latest is meant.</summary>
    public bool IsOfTheLatest { get; init; }

    /// <summary>The order has no <c>placedAt</c>.</summary>
    public bool IsUnplaced { get; init; }

    /// <summary>The shop moves the order between the first reading and the first writing of it.</summary>
    public bool IsRaced { get; init; }

    public bool IsWrite => Operation == "UpdateItem";

    public bool IsOf(WireExchange exchange) => exchange.Operation == Operation && exchange.Index == Index;

    public override string ToString() => $"{Function}, {What}";
}

/// <summary>What happens at a call site.</summary>
/// <param name="Site">Where.</param>
/// <param name="Fault">What.</param>
/// <param name="IsForEver">Whether it happens to every request from then on, or to that one alone.</param>
sealed record Mishap(CallSite Site, TableFault Fault, bool IsForEver)
{
    static readonly TimeSpan ConnectsTime = TimeSpan.FromSeconds(8);

    // What Lambda gives a function that nobody gave more.
    static readonly TimeSpan ShortestTime = TimeSpan.FromSeconds(3);

    /// <summary>Every mishap there can be at a call site.</summary>
    public static IEnumerable<Mishap> At(CallSite site) =>
        from fault in Enum.GetValues<TableFault>()
        from isForEver in new[] { false, true }
        select new Mishap(site, fault, isForEver);

    public DateTimeOffset Deadline => DateTimeOffset.UtcNow + (IsForEver ? ShortestTime : ConnectsTime);

    /// <summary>A write is applied in spite of what the function hears.</summary>
    public bool IsAppliedUnheard => Site.IsWrite && Fault.IsAfterTheDeed();

    /// <summary>Lets it happen on the wire.</summary>
    /// <param name="wire">The wire of a function that is given one event meanwhile.</param>
    /// <param name="shopMovesTheOrder">Happens before the first write, where the call site is raced.</param>
    /// <returns>Tells how often it happened.</returns>
    public Func<int> On(Wire wire, Func<Task> shopMovesTheOrder)
    {
        var (seen, happened, writes) = (0, 0, 0);
        wire.Treat = async exchange =>
        {
            if (Site.IsRaced && exchange.Operation == "UpdateItem" && Interlocked.Increment(ref writes) == 1)
            {
                await shopMovesTheOrder();
            }

            if (Site.IsOf(exchange) && Interlocked.Increment(ref seen) is var number && (IsForEver ? number >= Site.Nth : number == Site.Nth))
            {
                Interlocked.Increment(ref happened);
                await exchange.Suffer(Fault);
            }
            else
            {
                await exchange.Pass();
            }
        };
        return () => happened;
    }

    public override string ToString() => $"{Site}: {Fault}{(IsForEver ? " for ever" : " once")}";
}
