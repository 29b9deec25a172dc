using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace OrderHotline.Adapters.Aws;

/// <summary>The table of proofs: one key, no index, no stream, and no restoring to a point in time, which would bring used codes back.</summary>
public static class VerificationTableSchema
{
    /// <summary>The attribute that holds when an item may be deleted, in seconds of the Unix epoch: time to live must be switched on for it
    /// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html). Items are deleted days late; nobody who reads relies on
    /// it.</summary>
    public const string ExpiresAt = "expiresAt";

    internal const string Subject = "subject";

    /// <summary>Asks for the table, which takes AWS some seconds to make.</summary>
    /// <exception cref="ResourceInUseException">There is a table of that name already; it was left as it is.</exception>
    public static Task Create(IAmazonDynamoDB client, VerificationTableSettings settings, CancellationToken cancellation) => client.CreateTableAsync(
        new CreateTableRequest
        {
            TableName = settings.TableName,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            KeySchema = [new(Subject, KeyType.HASH)],
            AttributeDefinitions = [new(Subject, ScalarAttributeType.S)],
        },
        cancellation);
}
