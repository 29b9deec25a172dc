using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using NodaTime.Text;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Web;

/// <summary>Names what a customer's wish rests on: which order, its day, the kind of its state and the last change to it. Not the order's version:
/// that counts the delivery of each message as well, and a wish would be refused because a text was sent.</summary>
static class OrderTag
{
    /// <summary>The tag of an order as it is. It tells nothing else of it.</summary>
    public static EntityTagHeaderValue Of(Order order)
    {
        var kind = order.State switch
        {
            OrderState.Placed => "placed",
            OrderState.Shipped => "shipped",
            OrderState.Cancelled => "cancelled",
            _ => throw new NotSupportedException($"No tag for {order.State}."),
        };
        var last = order.History is [.., var change] ? string.Create(CultureInfo.InvariantCulture, $"{change.At.ToUnixTimeTicks()} {change.Contact}") : "none";
        var named = $"{order.Id}\n{LocalDatePattern.Iso.Format(order.ShippingDate)}\n{kind}\n{last}";
        return new($"\"{Fingerprint.Of(named)}\"");
    }
}

/// <summary>The orders that a change may be made to (https://www.rfc-editor.org/rfc/rfc9110#section-13.1.1).</summary>
/// <param name="tags">The tags of which one must be the order's; null for no condition.</param>
sealed class ChangeCondition(IList<EntityTagHeaderValue>? tags)
{
    /// <summary>Reads the header If-Match.</summary>
    /// <exception cref="RefusedException">It is none: that is no reason to change an order without a condition.</exception>
    public static ChangeCondition Read(HttpRequest request) =>
        request.Headers.IfMatch.Count == 0 ? new(tags: null)
        : EntityTagHeaderValue.TryParseStrictList(request.Headers.IfMatch, out var tags) && tags.Count > 0 ? new(tags)
        : throw new RefusedException(Refusal.InvalidRequest, "If-Match must be the ETag of an answer, with its quotation marks, or *.");

    /// <summary>The condition that the order is as it was.</summary>
    /// <param name="tag">Its tag.</param>
    public static ChangeCondition That(string tag) => new([new(tag)]);

    /// <summary>Whether an order is one of them. A weak tag is nobody's.</summary>
    public bool Allows(Order order) =>
        tags is null || tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(OrderTag.Of(order), useStrongComparison: true));
}

/// <summary>A short name for a text, which tells nothing of it to who does not know it.</summary>
static class Fingerprint
{
    const int Bytes = 16;

    public static string Of(string text) =>
        System.Buffers.Text.Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, Bytes));
}
