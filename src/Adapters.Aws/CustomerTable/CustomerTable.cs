using Amazon.DynamoDBv2;
using Amazon.Runtime;

namespace OrderHotline.Adapters.Aws;

/// <summary>Makes the client for the shop's table, with times that leave a caller an answer within Connect's 8 seconds.</summary>
public static class CustomerTable
{
    // A request that takes longer than this is tried again rather than waited for; with both retries and their pauses an outage
    // is known after about 6 seconds.
    static readonly TimeSpan OneRequest = TimeSpan.FromSeconds(1.8);
    const int Retries = 2;

    /// <summary>A client whose attempts fit into the time for the answer at hand. The caller disposes of it.</summary>
    /// <param name="settings">Where the table is.</param>
    /// <param name="time">Whoever answers says when each answer begins.</param>
    /// <param name="credentials">Null leaves them to the SDK's own chain.</param>
    public static AmazonDynamoDBClient Connect(CustomerTableSettings settings, AnswerTime time, AWSCredentials? credentials = null) =>
        Connect(settings, time, isBlocking: false, credentials);

    /// <summary>A client whose attempts fit into the time for the answer at hand, for a process that asks one thing at a time: it blocks
    /// the thread that asks until there is an answer. The caller disposes of it.</summary>
    /// <param name="settings">Where the table is.</param>
    /// <param name="time">Whoever answers says when each answer begins.</param>
    /// <param name="credentials">Null leaves them to the SDK's own chain.</param>
    public static AmazonDynamoDBClient ConnectBlocking(
        CustomerTableSettings settings, AnswerTime time, AWSCredentials? credentials = null) =>
        Connect(settings, time, isBlocking: true, credentials);

    static PunctualClient Connect(CustomerTableSettings settings, AnswerTime time, bool isBlocking, AWSCredentials? credentials)
    {
        var config = settings.Endpoint.ApplyTo(new AmazonDynamoDBConfig
        {
            MaxErrorRetry = Retries,
            RetryMode = RequestRetryMode.Standard,
            ThrottleRetries = false, // else the callers of an outage would use up the retries of those who call after it
            HttpClientFactory = new TimedAttempts(time, isBlocking),
        });
        return credentials is null ? new PunctualClient(config, time) : new PunctualClient(credentials, config, time);
    }

    /// <summary>A client for the table's endpoint or region. The caller disposes of it.</summary>
    /// <param name="settings">Where the table is.</param>
    /// <param name="credentials">Null leaves them to the SDK's own chain.</param>
    public static AmazonDynamoDBClient Connect(CustomerTableSettings settings, AWSCredentials? credentials = null)
    {
        var config = settings.Endpoint.ApplyTo(
            new AmazonDynamoDBConfig { Timeout = OneRequest, MaxErrorRetry = Retries, RetryMode = RequestRetryMode.Standard });
        return credentials is null ? new AmazonDynamoDBClient(config) : new AmazonDynamoDBClient(credentials, config);
    }
}
