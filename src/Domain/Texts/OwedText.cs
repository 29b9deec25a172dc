using NodaTime;

namespace OrderHotline.Domain;

/// <summary>
/// A text message the shop owes the order's owner: owed from the moment the change is stored until the carrier's service has
/// accepted it or has refused it for good.
/// </summary>
/// <param name="Number">The order's version that brought it about; names the text within its order.</param>
/// <param name="Language">The language of the contact that made the change.</param>
/// <param name="Since">When it became owed.</param>
public abstract record OwedText(int Number, Language Language, Instant Since)
{
    /// <summary>Says that the order is cancelled.</summary>
    public sealed record OfCancellation(int Number, Language Language, Instant Since) : OwedText(Number, Language, Since);

    /// <summary>Says that the order now ships on <paramref name="Date"/>.</summary>
    /// <param name="Number">The order's version that brought it about; names the text within its order.</param>
    /// <param name="Language">The language of the contact that made the change.</param>
    /// <param name="Since">When it became owed.</param>
    /// <param name="Date">The new shipping date.</param>
    public sealed record OfNewDate(int Number, Language Language, Instant Since, LocalDate Date) : OwedText(Number, Language, Since);
}
