namespace OrderHotline.Adapters.Aws;

/// <summary>Where the shop's table is and what things in it are called.</summary>
public sealed record CustomerTableSettings
{
    /// <summary>The table. Default: <c>CustomerTable</c>.</summary>
    public string TableName { get; init; } = "CustomerTable";

    /// <summary>The local secondary index that sorts a caller's orders by <c>placedAt</c>. Default: <c>LatestOrder</c>.</summary>
    public string LatestOrderIndexName { get; init; } = "LatestOrder";

    /// <summary>The sparse index that holds only orders that owe a message. Default: <c>Outbox</c>.</summary>
    public string OutboxIndexName { get; init; } = "Outbox";

    /// <summary>Where the table is. Default: the region of the SDK's own chain.</summary>
    public AwsEndpoint Endpoint { get; init; } = new();
}
