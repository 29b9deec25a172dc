using Amazon.DynamoDBv2;
using Amazon.Runtime;

namespace OrderHotline.Adapters.Aws;

/// <summary>Makes the client for the shop's table. Each request is one attempt and two more at most, whatever went wrong with the
/// first.</summary>
public static class CustomerTable
{
    const int Retries = 2;

    // A page has at most 1 MB of items (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.Pagination.html), and
    // an item of the shortest attributes grows about sevenfold when it is written as JSON.
    const int LongestAnswer = 8 * 1024 * 1024;

    /// <summary>A client whose requests fit into the time for the answer at hand. The caller disposes of it.</summary>
    /// <param name="settings">Where the table is.</param>
    /// <param name="deadline">Is told when each answer begins.</param>
    /// <param name="credentials">Null leaves them to the SDK's own chain.</param>
    public static AmazonDynamoDBClient CreateClient(
        CustomerTableSettings settings, AnswerDeadline deadline, AWSCredentials? credentials = null) =>
        Create(settings, deadline, isBlocking: false, credentials);

    /// <summary>A client whose requests fit into the time for the answer at hand, for a process that asks one thing at a time: it blocks
    /// the thread that asks until there is an answer. The caller disposes of it.</summary>
    /// <param name="settings">Where the table is.</param>
    /// <param name="deadline">Is told when each answer begins.</param>
    /// <param name="credentials">Null leaves them to the SDK's own chain.</param>
    public static AmazonDynamoDBClient CreateBlockingClient(
        CustomerTableSettings settings, AnswerDeadline deadline, AWSCredentials? credentials = null) =>
        Create(settings, deadline, isBlocking: true, credentials);

    static DeadlineClient Create(CustomerTableSettings settings, AnswerDeadline deadline, bool isBlocking, AWSCredentials? credentials)
    {
        var config = settings.Endpoint.ApplyTo(new AmazonDynamoDBConfig
        {
            RetryMode = RequestRetryMode.Standard,
            MaxErrorRetry = Retries,
            MaxStaleConnectionRetries = 0, // ten by default, beside the others and without a pause: a reset is one of the others
            ThrottleRetries = false, // else the callers of an outage would use up the retries of those who call after it
            HttpClientFactory = new AttemptTimeouts("DynamoDB", () => deadline.OneAttempt, LongestAnswer, isBlocking),
        });
        return new DeadlineClient(credentials ?? DeadlineCredentials.Within(() => deadline.OneAttempt), config, deadline);
    }
}
