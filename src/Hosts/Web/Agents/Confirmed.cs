namespace OrderHotline.Hosts.Web;

/// <summary>What a person said yes to.</summary>
/// <param name="Id">The question's own id.</param>
/// <param name="Tag">The order as it was when it was read back.</param>
/// <param name="Day">The day that the order has after the change.</param>
sealed record Confirmed(string Id, string Tag, DateOnly Day)
{
    /// <summary>The key of the wish that was confirmed, which is good for once.</summary>
    public WishKey Key(string wish) => WishKey.Of(Confirmations.Origin, Id, wish) with { IsForOnce = true };
}

/// <summary>Why a change was not made for an agent.</summary>
enum Unconfirmed
{
    /// <summary>The client cannot ask.</summary>
    ConfirmationNeeded,

    /// <summary>The person did not say yes.</summary>
    NotConfirmed,

    /// <summary>The state is not of this change for this customer, or not the host's.</summary>
    ConfirmationInvalid,

    /// <summary>The yes came too late.</summary>
    ConfirmationExpired,

    /// <summary>The yes was used before.</summary>
    ConfirmationUsed,
}

/// <summary>A change was not made, because nobody said yes to it.</summary>
/// <param name="why">Why.</param>
/// <param name="message">For the agent.</param>
sealed class UnconfirmedException(Unconfirmed why, string message) : Exception(message)
{
    public Unconfirmed Why { get; } = why;
}
