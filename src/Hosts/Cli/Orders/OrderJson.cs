using System.Text.Json;
using NodaTime.Text;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Cli;

/// <summary>An order for machines.</summary>
static class OrderJson
{
    public static void Write(Utf8JsonWriter writer, Order order)
    {
        writer.WriteString("order", order.Id.ToString());
        writer.WriteString("owner", order.Owner.ToE164());
        writer.WriteString("customerName", order.CustomerName);
        writer.WriteString("item", order.Item);
        writer.WriteString("ships", LocalDatePattern.Iso.Format(order.ShippingDate));
        writer.WriteString("state", order.State.GetType().Name.ToLowerInvariant());
        writer.WriteNumber("messagesOwed", order.Outbox.Owed.Length);
        writer.List("history", order.History, change =>
        {
            writer.WriteString("at", InstantPattern.General.Format(change.At));
            writer.WriteString("contact", change.Contact.ToString());
            writer.WriteString("channel", change.Channel.ToString());
            writer.WriteString("change", change.GetType().Name.ToLowerInvariant());
            if (change is Change.Rescheduling(_, _, _, var from, var to, var heard))
            {
                writer.WriteString("from", LocalDatePattern.Iso.Format(from));
                writer.WriteString("to", LocalDatePattern.Iso.Format(to));
                writer.WriteString("heard", heard);
            }
        });
    }
}
