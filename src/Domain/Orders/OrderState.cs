using NodaTime;

namespace OrderHotline.Domain;

/// <summary>Where an order stands, as far as the shop has recorded it.</summary>
public abstract record OrderState
{
    OrderState()
    {
    }

    /// <summary>Bought and not yet sent.</summary>
    public sealed record Placed : OrderState;

    /// <summary>Given to the carrier at <paramref name="At"/>.</summary>
    public sealed record Shipped(Instant At) : OrderState;

    /// <summary>Cancelled for good: nothing brings it back.</summary>
    public sealed record Cancelled : OrderState;
}
