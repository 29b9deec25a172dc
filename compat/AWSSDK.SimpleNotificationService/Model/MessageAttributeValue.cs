namespace Amazon.SimpleNotificationService.Model;

/// <summary>Exactly one of StringValue and BinaryValue, as DataType says: String, String.Array, Number or Binary.</summary>
public sealed class MessageAttributeValue
{
    /// <summary>Sent whole, in base64, whatever its position; it stays the caller's to dispose of.</summary>
    public MemoryStream? BinaryValue { get; set; }

    public string? DataType { get; set; }

    public string? StringValue { get; set; }
}
