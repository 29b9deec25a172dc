namespace OrderHotline.Adapters.Aws;

/// <summary>How messages are sent.</summary>
public sealed record SnsSettings
{
    /// <summary>The name a customer sees as the sender, where the country allows it: 1 to 11 letters and digits, at least one letter
    /// (https://docs.aws.amazon.com/sns/latest/dg/sms_publish-to-phone.html). Empty: the account's own. Default: empty.</summary>
    public string SenderId { get; init; } = "";

    /// <summary>Where SNS is. Default: the region of the SDK's own chain.</summary>
    public AwsEndpoint Endpoint { get; init; } = new();
}
