using NodaTime.Text;
using OrderHotline.Adapters.Connect;
using OrderHotline.Adapters.Connect.Tests;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Aws.Tests;

/// <summary>What a contact has a flow ask of an order. The day is empty for a cancellation.</summary>
sealed record FlowCall(ConnectFunction Function, string Contact, string Day)
{
    public static FlowCall ToCancel(string contact) => new(ConnectFunction.CancelOrder, contact, Day: "");

    public static FlowCall ToReschedule(string contact, string day) => new(ConnectFunction.ChangeOrderDate, contact, day);

    /// <summary>The call that an entry of the history says it was made by.</summary>
    public static FlowCall Behind(Change change) => change is Change.Rescheduling moved
        ? ToReschedule(change.Contact.ToString(), LocalDatePattern.Iso.Format(moved.To))
        : ToCancel(change.Contact.ToString());

    public byte[] About(Order order)
    {
        var flowEvent = new FlowEvent { ContactId = Contact }.With("orderId", order.Id.ToString());
        return (Day.Length == 0 ? flowEvent : flowEvent.With("shippingDate", Day)).ToJson();
    }
}
