namespace OrderHotline.Domain;

/// <summary>How far the message about an order's latest change has come.</summary>
public enum MessageProgress
{
    /// <summary>No message was ever owed.</summary>
    NoMessage,

    /// <summary>It is on its way to the service.</summary>
    Owed,

    /// <summary>An attempt at it failed, and the next is to come.</summary>
    Delayed,

    /// <summary>The service took it. Nobody knows whether it arrived.</summary>
    Accepted,

    /// <summary>The service will never take it: the customer has opted out, or the number receives no SMS.</summary>
    Refused,
}
