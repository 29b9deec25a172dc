using System.Collections.Immutable;
using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Scenarios;

/// <summary>An order as it stands in one line of a scenario.</summary>
/// <param name="Id">The shop's name for it.</param>
/// <param name="Item">What was bought; may be empty.</param>
/// <param name="CustomerName">Who bought it; may be empty.</param>
/// <param name="Ships">The day it ships.</param>
/// <param name="Standing">Where it stands.</param>
public sealed record OrderDescription(OrderId Id, string Item, string CustomerName, LocalDate Ships, OrderStatus Standing)
{
    /// <summary>Whose it is; null for the caller's.</summary>
    public PhoneNumber? Owner { get; init; }

    /// <summary>How the shop has the item spoken, by language. Of how a call leaves an order nothing is said: the line never changes it.
    /// </summary>
    public ImmutableArray<SpokenName> SpokenItem { get; init; } = [];

    /// <summary>An order as it stands.</summary>
    /// <param name="order">The order.</param>
    /// <param name="caller">The caller of the scenario: of their own orders no owner is written; null when every owner is.</param>
    public static OrderDescription From(Order order, PhoneNumber? caller) => new(
        order.Id,
        order.Item,
        order.CustomerName,
        order.ShippingDate,
        order.State switch
        {
            OrderState.Placed => OrderStatus.Placed,
            OrderState.Cancelled => OrderStatus.Cancelled,
            OrderState.Shipped => OrderStatus.Shipped,
            _ => throw new NotSupportedException($"No standing for {order.State.GetType().Name}."),
        })
    {
        Owner = order.Owner == caller ? null : order.Owner,
        SpokenItem = order.SpokenItem,
    };
}

/// <summary>Where an order stands.</summary>
public enum OrderStatus
{
    /// <summary>Bought and not yet sent.</summary>
    Placed,

    /// <summary>Cancelled for good.</summary>
    Cancelled,

    /// <summary>With the carrier.</summary>
    Shipped,
}
