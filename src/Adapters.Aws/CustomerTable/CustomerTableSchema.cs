using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using static OrderHotline.Adapters.Aws.OrderAttributes;

namespace OrderHotline.Adapters.Aws;

/// <summary>
/// The table's keys and indexes. A local secondary index can only be made together with its table
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LSI.html), so a table of the demo's has to be copied into
/// one made here before "latest" is a single request.
/// </summary>
public static class CustomerTableSchema
{
    static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    /// <summary>Makes the table and waits until it can be used, which takes AWS some seconds.</summary>
    /// <exception cref="ResourceInUseException">There is a table of that name already; it was left as it is.</exception>
    public static async Task Create(IAmazonDynamoDB client, CustomerTableSettings settings, CancellationToken cancellation)
    {
        await client.CreateTableAsync(Request(settings), cancellation).ConfigureAwait(false);
        while ((await client.DescribeTableAsync(settings.TableName, cancellation).ConfigureAwait(false)).Table.TableStatus
            != TableStatus.ACTIVE)
        {
            await Task.Delay(BetweenLooks, cancellation).ConfigureAwait(false);
        }
    }

    // Billed by use. The orders of one caller share 10 GB, as with every table that has a local index.
    static CreateTableRequest Request(CustomerTableSettings settings) => new()
    {
        TableName = settings.TableName,
        BillingMode = BillingMode.PAY_PER_REQUEST,
        KeySchema = Keys(CallerId, OrderAttributes.OrderId),
        AttributeDefinitions =
        [
            .. new[] { CallerId, OrderAttributes.OrderId, PlacedAt, OutboxPartition, DueAt }
                .Select(name => new AttributeDefinition(name, ScalarAttributeType.S)),
        ],
        LocalSecondaryIndexes =
        [
            new()
            {
                IndexName = settings.LatestOrderIndexName,
                KeySchema = Keys(CallerId, PlacedAt),
                Projection = new() { ProjectionType = ProjectionType.ALL },
            },
        ],
        GlobalSecondaryIndexes =
        [
            new()
            {
                IndexName = settings.OutboxIndexName,
                KeySchema = Keys(OutboxPartition, DueAt),
                Projection = new() { ProjectionType = ProjectionType.KEYS_ONLY },
            },
        ],
    };

    static List<KeySchemaElement> Keys(string partition, string sort) =>
        [new(partition, KeyType.HASH), new(sort, KeyType.RANGE)];
}
