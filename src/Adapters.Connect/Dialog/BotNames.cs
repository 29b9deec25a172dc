namespace OrderHotline.Adapters.Connect;

/// <summary>What the bot must call its intents and its slot; a flow branches on the intents by these names.</summary>
static class BotNames
{
    public const string ChangeDate = "ChangeDate";
    public const string CancelOrder = "CancelOrder";
    public const string Operator = "Operator";
    public const string Repeat = "Repeat";
    public const string FallbackIntent = "FallbackIntent";
    public const string ShippingDate = "ShippingDate";
}
