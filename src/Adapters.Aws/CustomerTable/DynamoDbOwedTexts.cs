using System.Collections.Immutable;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using NodaTime;
using NodaTime.Text;
using OrderHotline.Application;
using OrderHotline.Domain;
using static OrderHotline.Adapters.Aws.OrderItemAttributes;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace OrderHotline.Adapters.Aws;

/// <summary>Finds the orders whose texts are due in the table's sparse index: one query for each of its ten parts, however many
/// orders the shop has.</summary>
/// <param name="client">Used by many callers at once; the one who made it disposes of it.</param>
/// <param name="settings">The names of table and indexes. The endpoint and the region are the client's.</param>
public sealed class DynamoDbOwedTexts(IAmazonDynamoDB client, CustomerTableSettings settings) : IOwedTexts
{
    /// <inheritdoc/>
    public async Task<ImmutableArray<DueOrder>> Due(Instant now, int limit, CancellationToken cancellation)
    {
        var second = OrderItem.Time(Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds()));
        var parts = await Task.WhenAll(TextsItem.Shards.Select(shard => client.QueryAsync(DueIn(shard, second, limit), cancellation)))
            .ConfigureAwait(false);
        return
        [
            .. parts
                .SelectMany(part => part.Items ?? [])
                .Select(Read)
                .OrderBy(due => due.Since)
                .Take(limit),
        ];
    }

    QueryRequest DueIn(AttributeValue shard, AttributeValue now, int limit) => new()
    {
        TableName = settings.TableName,
        IndexName = settings.OwedTextsIndexName,
        KeyConditionExpression = "#shard = :shard AND #due <= :now",
        ExpressionAttributeNames = new() { ["#shard"] = OwedShard, ["#due"] = OwedSince },
        ExpressionAttributeValues = new() { [":shard"] = shard, [":now"] = now },
        Limit = limit,
    };

    static DueOrder Read(Item keys) =>
        PhoneNumber.TryParse(keys[CallerId].S, out var owner)
        && Domain.OrderId.TryParse(keys[OrderItemAttributes.OrderId].S, out var id)
        && InstantPattern.ExtendedIso.Parse(keys[OwedSince].S) is { Success: true, Value: var since }
            ? new DueOrder(owner, id, since)
            : throw new InvalidDataException("The index of owed texts holds an item that the line never wrote.");
}
