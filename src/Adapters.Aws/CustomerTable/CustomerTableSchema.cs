using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using static OrderHotline.Adapters.Aws.OrderItemAttributes;

namespace OrderHotline.Adapters.Aws;

/// <summary>
/// The table's keys and indexes. A local secondary index can only be made together with its table
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LSI.html), so a table of the demo's has to be copied into
/// one made here before "latest" is a single request.
/// </summary>
public static class CustomerTableSchema
{
    /// <summary>The request that makes the table, billed by use. The orders of one caller share 10 GB, as with every table that
    /// has a local index.</summary>
    public static CreateTableRequest CreateTable(CustomerTableSettings settings) => new()
    {
        TableName = settings.TableName,
        BillingMode = BillingMode.PAY_PER_REQUEST,
        KeySchema = Keys(CallerId, OrderItemAttributes.OrderId),
        AttributeDefinitions =
        [
            .. new[] { CallerId, OrderItemAttributes.OrderId, PlacedAt, OwedShard, OwedSince }
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
                IndexName = settings.OwedTextsIndexName,
                KeySchema = Keys(OwedShard, OwedSince),
                Projection = new() { ProjectionType = ProjectionType.KEYS_ONLY },
            },
        ],
    };

    static List<KeySchemaElement> Keys(string partition, string sort) =>
        [new(partition, KeyType.HASH), new(sort, KeyType.RANGE)];
}
