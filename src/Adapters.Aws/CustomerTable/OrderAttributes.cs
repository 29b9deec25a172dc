namespace OrderHotline.Adapters.Aws;

/// <summary>The attributes of an item in the shop's table. The first six are those a shop has to write.</summary>
static class OrderAttributes
{
    public const string CallerId = "CallerID";
    public const string OrderId = "orderId";
    public const string OrderedItem = "orderedItem";
    public const string ShippingDate = "shippingDate";
    public const string CustomerName = "customerName";
    public const string IsCancel = "isCancel";

    public const string PlacedAt = "placedAt";
    public const string ShippedAt = "shippedAt";
    public const string PhoneChangedAt = "phoneChangedAt";
    public const string SpokenItem = "spokenItem";
    public const string Version = "version";
    public const string SchemaVersion = "schemaVersion";
    public const string History = "history";
    public const string Outbox = "outbox";
    public const string Delivery = "delivery";
    public const string SettledMessages = "settledMessages";

    // The key of the sparse index: on an item only while it owes a message. The second is when that is due.
    public const string OutboxPartition = "outboxPartition";
    public const string DueAt = "dueAt";

    // Inside an entry of the history or of the messages.
    public const string What = "what";
    public const string At = "at";
    public const string Contact = "contact";
    public const string Channel = "channel";
    public const string Assurance = "assurance";
    public const string From = "from";
    public const string To = "to";
    public const string Heard = "heard";
    public const string Number = "number";
    public const string Language = "language";
    public const string OwedSince = "owedSince";

    // Inside the delivery, and inside an entry of the settled messages.
    public const string Attempts = "attempts";
    public const string InDoubt = "inDoubt";
    public const string By = "by";
    public const string Until = "until";
    public const string NotBefore = "notBefore";
    public const string Reason = "reason";
    public const string Became = "became";
    public const string MessageId = "messageId";
}
