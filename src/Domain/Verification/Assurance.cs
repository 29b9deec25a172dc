namespace OrderHotline.Domain;

/// <summary>How sure the line is that a caller may act for an order's owner; each is worth more than the one before.</summary>
public enum Assurance
{
    /// <summary>Nothing is known of the caller.</summary>
    None,

    /// <summary>The network, or a flow that is trusted, names the owner's number. Whoever fakes a number has this.</summary>
    Number,

    /// <summary>The caller knows, or has, one thing more: the end of the order's number, or a login.</summary>
    Factor,

    /// <summary>The caller read a code that was sent to the owner's number: whoever holds that telephone has this.</summary>
    Possession,

    /// <summary>An operator who speaks with the caller says that they know them. It is believed only while the call centre itself says that an
    /// operator is connected.</summary>
    Operator,
}

/// <summary>What is told or done for a caller; each risks more than the one before.</summary>
public enum Operation
{
    /// <summary>Telling when the order ships, and how it stands.</summary>
    Tell,

    /// <summary>Telling who ordered and what.</summary>
    TellNameAndItem,

    /// <summary>Moving the shipping date.</summary>
    Reschedule,

    /// <summary>Cancelling the order.</summary>
    Cancel,
}

/// <summary>What a caller can do to be let through; each does for all that the one before does.</summary>
public enum WayToVerify
{
    /// <summary>Nothing by telephone: an operator must know the caller.</summary>
    Operator,

    /// <summary>A code to the owner's number.</summary>
    Code,

    /// <summary>The last four digits of the order's number, or a code.</summary>
    LastFour,
}
