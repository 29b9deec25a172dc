namespace OrderHotline.Adapters.Aws;

/// <summary>Which Amazon Connect is asked about operators.</summary>
public sealed record ConnectSettings
{
    /// <summary>The id of the instance: the end of its ARN.</summary>
    public string InstanceId { get; init; } = "";

    /// <summary>Where Connect is. Default: the region of the SDK's own chain.</summary>
    public AwsEndpoint Endpoint { get; init; } = new();
}
