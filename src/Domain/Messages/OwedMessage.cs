using NodaTime;

namespace OrderHotline.Domain;

/// <summary>
/// An SMS the shop owes the order's owner: owed from the moment the change is stored until the carrier's service has accepted it or
/// has refused it for good.
/// </summary>
/// <param name="Number">The order's version that brought it about; names the message within its order.</param>
/// <param name="Language">The language of the contact that made the change.</param>
/// <param name="Since">When it became owed.</param>
public abstract record OwedMessage(int Number, Language Language, Instant Since)
{
    /// <summary>Says that the order is cancelled.</summary>
    public sealed record Cancellation(int Number, Language Language, Instant Since) : OwedMessage(Number, Language, Since);

    /// <summary>Says that the order now ships on <paramref name="Date"/>.</summary>
    public sealed record NewDate(int Number, Language Language, Instant Since, LocalDate Date) : OwedMessage(Number, Language, Since);
}
