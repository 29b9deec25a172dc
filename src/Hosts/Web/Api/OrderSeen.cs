using System.Text.Json.Serialization;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Web;

/// <summary>An order as its customer sees it.</summary>
/// <param name="OrderId">The shop's name for it.</param>
/// <param name="Item">What was bought; null where the customer has not proved enough to be told, or the shop did not record it.</param>
/// <param name="CustomerName">Who bought it; null likewise.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="ShippingDate">The day it ships or was to ship, in the shop's zone.</param>
/// <param name="ShippedDate">The day on which it was sent, in the shop's zone; null until then.</param>
/// <param name="CanCancel">Whether a wish to cancel would be granted now.</param>
/// <param name="CanReschedule">Whether there is another day it could be moved to now.</param>
/// <param name="Days">The days it could be moved to, its own included.</param>
sealed record OrderSeen(
    string OrderId,
    string? Item,
    string? CustomerName,
    StandingSeen Standing,
    DateOnly ShippingDate,
    DateOnly? ShippedDate,
    bool CanCancel,
    bool CanReschedule,
    IReadOnlyList<DateOnly> Days)
{
    public static OrderSeen From(Order order, Offer offer) => new(
        order.Id.ToString(),
        Text(order.Item),
        Text(order.CustomerName),
        StandingOf(offer.Standing),
        order.ShippingDate.ToDateOnly(),
        offer.Standing is OrderStanding.Shipped(var on) ? on.ToDateOnly() : null,
        offer.CanCancel,
        offer.CanReschedule,
        [.. offer.Days.Select(day => day.ToDateOnly())]);

    internal static StandingSeen StandingOf(OrderStanding standing) => standing switch
    {
        OrderStanding.Placed => StandingSeen.Placed,
        OrderStanding.Packing => StandingSeen.Packing,
        OrderStanding.Shipped => StandingSeen.Shipped,
        OrderStanding.Cancelled => StandingSeen.Cancelled,
        _ => throw new NotSupportedException($"No order stands as {standing}."),
    };

    static string? Text(string text) => OneLine.From(text) is { Length: > 0 } line ? line : null;
}

/// <summary>How an order stands.</summary>
enum StandingSeen
{
    /// <summary>It can be changed.</summary>
    Placed,

    /// <summary>Its parcel is being packed: it can be changed no more.</summary>
    Packing,

    /// <summary>The shop has recorded that it was sent.</summary>
    Shipped,

    /// <summary>It is cancelled for good.</summary>
    Cancelled,
}

/// <summary>What came of a request that was granted.</summary>
/// <param name="Outcome">Its name.</param>
/// <param name="Message">What to tell the customer, in the language of the answer.</param>
/// <param name="Order">The order as it is now.</param>
sealed record OrderAnswer(Outcome Outcome, string Message, OrderSeen Order);

/// <summary>What came of a request that was refused (https://www.rfc-editor.org/rfc/rfc9457).</summary>
/// <param name="Type">Names it: <c>urn:order-hotline:problem:TooLateToCancel</c>.</param>
/// <param name="Title">Its name.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="Detail">What to tell the customer, in the language of the answer; for a request that is wrong in itself, what a developer must mend.</param>
sealed record Problem(string Type, string Title, int Status, string Detail)
{
    public const string MediaType = "application/problem+json";

    /// <summary>The order as it is now, where the customer may know it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public OrderSeen? Order { get; init; }

    /// <summary>How the customer can prove more, where that is what is missing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WayToVerify? Verification { get; init; }

    public static IResult Named(string name, int status, string detail, Func<Problem, Problem>? with = null)
    {
        var problem = new Problem($"urn:order-hotline:problem:{name}", name, status, detail);
        return TypedResults.Json(with is null ? problem : with(problem), contentType: MediaType, statusCode: status);
    }
}
