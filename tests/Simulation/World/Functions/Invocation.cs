using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Simulation;

/// <summary>One run of a function, from its event to its answer, its end of time or its death.</summary>
sealed class Invocation(string name) : IDisposable
{
    readonly CancellationTokenSource time = new();

    public string Name { get; } = name;

    /// <summary>It has answered or died: what is answered to it from now on reaches nobody. What it asked before is still done.</summary>
    public bool IsOver { get; private set; }

    /// <summary>What its death brings about.</summary>
    public Action? Died { get; init; }

    /// <summary>How much went wrong for it, its end of time included.</summary>
    public int Troubles { get; set; }

    /// <summary>It died before it could answer.</summary>
    public bool WasKilled { get; private set; }

    /// <summary>The orders about which a request of it was given up, and when last: what came of that it does not know.</summary>
    public Dictionary<OrderId, Instant> GivenUp { get; } = [];

    /// <summary>The wish it was asked, if a flow asked it.</summary>
    public Attempt? Asked { get; init; }

    /// <summary>The message that it is about to send for an order, by the claim that it has made or found.</summary>
    public Dictionary<OrderId, int> Claimed { get; } = [];

    /// <summary>It has found or made an order of which a message is claimed.</summary>
    public void Sees(Order order)
    {
        if (order is { Outbox.Delivery: MessageDelivery.Claimed, Outbox.Owed: [var claimed, ..] })
        {
            Claimed[order.Id] = claimed.Number;
        }
    }

    public CancellationToken Cancellation => time.Token;

    public void End() => IsOver = true;

    public void Kill()
    {
        if (!IsOver)
        {
            IsOver = WasKilled = true;
            Died?.Invoke();
        }
    }

    public void TimeIsUp()
    {
        if (!IsOver)
        {
            Troubles++;
            time.Cancel();
        }
    }

    public void Dispose() => time.Dispose();

    public override string ToString() => Name;
}
