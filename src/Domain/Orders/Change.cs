using NodaTime;

namespace OrderHotline.Domain;

/// <summary>One entry of an order's history: who changed what, when, and over which channel.</summary>
/// <param name="At">When it was decided, by the line's clock.</param>
/// <param name="Contact">The contact whose wish it was.</param>
/// <param name="Channel">How that contact reached the shop.</param>
public abstract record Change(Instant At, ContactId Contact, Channel Channel)
{
    /// <summary>How sure the line was that the caller might act for the order's owner. Default: by the number alone.</summary>
    public Assurance Assurance { get; init; } = Assurance.Number;

    /// <summary>How much of a caller's own words is kept, in UTF-16 units.</summary>
    public const int MaxHeardLength = 100;

    /// <summary>The order was cancelled.</summary>
    public sealed record Cancellation(Instant At, ContactId Contact, Channel Channel) : Change(At, Contact, Channel);

    /// <summary>The shipping date was moved.</summary>
    /// <param name="At">When it was decided, by the line's clock.</param>
    /// <param name="Contact">The contact whose wish it was.</param>
    /// <param name="Channel">How that contact reached the shop.</param>
    /// <param name="From">The shipping date before.</param>
    /// <param name="To">The shipping date after.</param>
    /// <param name="Heard">The caller's own words for the new date; empty when there were none.</param>
    public sealed record Rescheduling(Instant At, ContactId Contact, Channel Channel, LocalDate From, LocalDate To, string Heard)
        : Change(At, Contact, Channel);
}
