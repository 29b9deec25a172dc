using System.Text.Json;
using NodaTime.Text;
using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect.Tests;

/// <summary>The one order of the call contract's table.</summary>
static class Demo
{
    static readonly Dictionary<string, Dictionary<string, string>> Item =
        JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(CallContract.DemoItem)!;

    public static Order Order { get; } = new(
        SampleOrder.Id(Attribute("orderId")),
        SampleOrder.Number(Attribute("CallerID")),
        Attribute("orderedItem"),
        Attribute("customerName"),
        LocalDatePattern.Iso.Parse(Attribute("shippingDate")).Value,
        Attribute("isCancel") == "True" ? new OrderState.Cancelled() : new OrderState.Placed());

    public static string Attribute(string name) => Item[name]["S"];
}
