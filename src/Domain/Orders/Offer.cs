namespace OrderHotline.Domain;

/// <summary>What a caller may have now.</summary>
/// <param name="Standing">How the order stands.</param>
/// <param name="CanCancel">Whether a wish to cancel would be granted now.</param>
/// <param name="CanReschedule">Whether there is another day the order could be moved to now.</param>
/// <param name="Days">The days it could be moved to, its own included; none when it cannot be moved.</param>
public sealed record Offer(OrderStanding Standing, bool CanCancel, bool CanReschedule, ShippingDays Days)
{
    /// <summary>Nothing: there is no order.</summary>
    public static Offer Nothing { get; } = new(new OrderStanding.NoOrder(), CanCancel: false, CanReschedule: false, ShippingDays.None);
}
