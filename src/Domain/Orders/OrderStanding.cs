using NodaTime;

namespace OrderHotline.Domain;

/// <summary>How an order stands for the caller, by what the shop recorded and by the shipping policy.</summary>
public abstract record OrderStanding
{
    OrderStanding()
    {
    }

    /// <summary>There is no order.</summary>
    public sealed record NoOrder : OrderStanding;

    /// <summary>Bought, and not yet being packed: it can be changed.</summary>
    public sealed record Placed : OrderStanding;

    /// <summary>Its parcel is being packed, and the shop has not recorded that it was sent: nothing is known of a carrier.</summary>
    public sealed record Packing : OrderStanding;

    /// <summary>Sent.</summary>
    /// <param name="On">The day, in the shop's zone.</param>
    public sealed record Shipped(LocalDate On) : OrderStanding;

    /// <summary>Cancelled for good.</summary>
    public sealed record Cancelled : OrderStanding;
}
