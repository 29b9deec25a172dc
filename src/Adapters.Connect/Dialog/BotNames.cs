namespace OrderHotline.Adapters.Connect;

/// <summary>What the bot must call its intents and its slot.</summary>
static class BotNames
{
    /// <summary>Ends a dialogue on a day that was confirmed.</summary>
    public const string ChangeDate = "ChangeDate";

    /// <summary>Ends a dialogue on a cancellation that was confirmed.</summary>
    public const string CancelOrder = "CancelOrder";

    /// <summary>Ends a dialogue that a person must go on with.</summary>
    public const string Operator = "Operator";

    /// <summary>Ends a dialogue after which nothing is left to do.</summary>
    public const string Goodbye = "Goodbye";

    public const string OrderStatus = "OrderStatus";
    public const string KeepOrder = "KeepOrder";
    public const string Stop = "Stop";
    public const string AnotherOrder = "AnotherOrder";
    public const string ReturnGoods = "ReturnGoods";
    public const string ChangeAddress = "ChangeAddress";
    public const string Payment = "Payment";
    public const string OtherBusiness = "OtherBusiness";
    public const string Repeat = "Repeat";
    public const string Slower = "Slower";
    public const string Yes = "Yes";
    public const string No = "No";
    public const string Thanks = "Thanks";
    public const string FallbackIntent = "FallbackIntent";

    public const string ShippingDate = "ShippingDate";

    /// <summary>Whether it is one of the line's intents.</summary>
    public static bool IsKnown(string? intent) => intent is ChangeDate or CancelOrder or Operator or Goodbye or OrderStatus or KeepOrder or Stop
        or AnotherOrder or ReturnGoods or ChangeAddress or Payment or OtherBusiness or Repeat or Slower or Yes or No or Thanks or FallbackIntent;
}
