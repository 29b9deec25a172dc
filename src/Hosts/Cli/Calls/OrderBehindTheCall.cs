using NodaTime.Text;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Cli;

/// <summary>The order behind a call, in one line.</summary>
static class OrderBehindTheCall
{
    /// <summary>The caller's latest order as it is stored now.</summary>
    public static async Task<string> Describe(IOrders orders, PhoneNumber? caller, CancellationToken cancellation) =>
        caller is null ? "no caller known"
        : await orders.Latest(caller.Value, cancellation) is OrderSearch.Found(var order) ? InWords(order)
        : "no order of this caller";

    public static string InWords(Order order) => string.Join(
        " · ",
        $"order {order.Id}",
        order.Item,
        $"ships {LocalDatePattern.Iso.Format(order.ShippingDate)}",
        order.State switch
        {
            OrderState.Placed => "placed",
            OrderState.Cancelled => "cancelled",
            OrderState.Shipped => "shipped",
            _ => throw new NotSupportedException($"No words for {order.State}."),
        },
        order.Outbox.Owed.Length == 1 ? "1 message owed" : $"{order.Outbox.Owed.Length} messages owed");
}
