using Microsoft.Extensions.Caching.Memory;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Web;

/// <summary>What tells one wish of a client from the next, however often it is sent: the key that the client made for it, and the wish itself. It
/// becomes the contact in the order's history, where a retry is recognised.</summary>
/// <param name="Contact">The contact of this wish and no other.</param>
/// <param name="Family">What the contacts of all wishes under the same key begin with.</param>
readonly record struct WishKey(ContactId Contact, string Family)
{
    /// <summary>Whether the wish may not be retried at all, as a person's yes, which counts once.</summary>
    public bool IsForOnce { get; init; }

    /// <summary>The header with the client's key (https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/).</summary>
    public const string Header = "Idempotency-Key";

    const int MaxLength = 128;

    /// <summary>The key of a wish.</summary>
    /// <param name="request">The request, which must have the header once.</param>
    /// <param name="wish">All that is wished for, as text.</param>
    /// <exception cref="RefusedException">There is no key, or it is none.</exception>
    public static WishKey Read(HttpRequest request, string wish) =>
        request.Headers[Header] is [{ } sent] && Unquoted(sent) is { Length: >= 1 and <= MaxLength } key && key.All(MayStandInAKey)
            ? Of("web", key, wish)
            : throw new RefusedException(
                Refusal.InvalidRequest,
                $"{Header} must be there once: 1 to {MaxLength} letters, digits or - _ . : ~ + / = that you make anew for each wish, such as a UUID, and send "
                    + "again with each retry of it.");

    /// <summary>The key of a wish.</summary>
    /// <param name="origin">What made the key.</param>
    /// <param name="key">The key.</param>
    /// <param name="wish">All that is wished for, as text.</param>
    public static WishKey Of(string origin, string key, string wish)
    {
        var family = $"{origin}-{Fingerprint.Of(key)}.";
        return ContactId.TryParse(family + Fingerprint.Of(wish), out var contact)
            ? new(contact, family)
            : throw new ArgumentException("An origin is a few visible ASCII characters.", nameof(origin));
    }

    /// <summary>All that a wish to cancel is.</summary>
    public static string ToCancel(string orderId) => $"cancel\n{orderId}";

    /// <summary>All that a wish for another day is.</summary>
    public static string ToReschedule(string orderId, DayAsked day) => $"reschedule\n{orderId}\n{day.Slot}\n{day.Said}";

    /// <summary>Whether a contact is another wish under the same key.</summary>
    public bool WasAlso(ContactId contact) => contact != Contact && contact.ToString().StartsWith(Family, StringComparison.Ordinal);

    static string Unquoted(string key) => key is ['"', .. var inner, '"'] ? inner : key;

    static bool MayStandInAKey(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':' or '~' or '+' or '/' or '=';
}

/// <summary>The keys that came lately to this process, refused wishes included. Those that changed something are in the history of their order
/// besides, for every process.</summary>
sealed class RecentKeys : IDisposable
{
    const int Most = 100_000;

    static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    readonly Lock gate = new();
    readonly MemoryCache keys = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>Takes a key in.</summary>
    /// <exception cref="RefusedException">The customer's key came with another wish.</exception>
    public void Take(PhoneNumber customer, WishKey wish)
    {
        var key = (customer, wish.Family);
        lock (gate)
        {
            if (keys.TryGetValue(key, out ContactId before))
            {
                if (before != wish.Contact)
                {
                    throw RequestedOrders.KeyReused();
                }

                return;
            }

            keys.Set(key, wish.Contact, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Kept });
        }
    }

    public void Dispose() => keys.Dispose();
}
