namespace OrderHotline.Adapters.Connect;

/// <summary>The functions a contact flow can call. The names are the contract: a deployed function is chosen by them.</summary>
public enum ConnectFunction
{
    /// <summary>Finds the caller's latest order.</summary>
    OrderTableRead,

    /// <summary>Cancels an order.</summary>
    CancelOrder,

    /// <summary>Moves an order's shipping date.</summary>
    ChangeOrderDate,

    /// <summary>Sends a one-time code to the order's number.</summary>
    RequestCode,

    /// <summary>Verifies a caller by what was keyed in.</summary>
    VerifyCaller,

    /// <summary>Takes an operator's word for a caller.</summary>
    VouchForCaller,
}
