namespace OrderHotline.Domain;

/// <summary>What is being verified: that a caller may act for the owner of one order.</summary>
/// <param name="Owner">The owner's number.</param>
/// <param name="Order">The order; null where the number has none, which a caller who guesses must not notice.</param>
public sealed record VerificationSubject(PhoneNumber Owner, OrderId? Order)
{
    /// <summary>A text that no other subject has. It holds the owner's number: for a store and a hash, and no log.</summary>
    public string Key => $"{Owner.ToE164()}/{Order}";
}
