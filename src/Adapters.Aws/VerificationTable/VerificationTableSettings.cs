namespace OrderHotline.Adapters.Aws;

/// <summary>What the table of proofs is called.</summary>
public sealed record VerificationTableSettings
{
    /// <summary>The table. Default: <c>VerificationTable</c>.</summary>
    public string TableName { get; init; } = "VerificationTable";
}
