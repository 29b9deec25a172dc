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
    // Keys are small: a page is read at the price of a few, and what cannot be read costs no page each.
    const int SmallestPage = 100;

    /// <inheritdoc/>
    public async Task<DueTexts> Due(Instant now, int limit, CancellationToken cancellation)
    {
        var second = OrderItem.Time(Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds()));
        var parts = await Task.WhenAll(TextsItem.Shards.Select(shard => DueIn(shard, second, limit, cancellation))).ConfigureAwait(false);
        return new DueTexts(
            [.. parts.SelectMany(part => part.Orders).OrderBy(due => due.Since).Take(limit)],
            [.. parts.SelectMany(part => part.Unreadable).Take(limit)]);
    }

    async Task<(List<DueOrder> Orders, List<UnreadableOrder> Unreadable)> DueIn(
        AttributeValue shard, AttributeValue now, int limit, CancellationToken cancellation)
    {
        var (orders, unreadable) = (new List<DueOrder>(), new List<UnreadableOrder>());
        var page = Page(shard, now, Math.Max(limit, SmallestPage));
        do
        {
            var response = await client.QueryAsync(page, cancellation).ConfigureAwait(false);
            foreach (var keys in response.Items ?? [])
            {
                Read(keys, orders, unreadable);
            }

            page.ExclusiveStartKey = response.LastEvaluatedKey;
        }
        while (orders.Count < limit && page.ExclusiveStartKey is { Count: > 0 });

        return (orders, unreadable);
    }

    QueryRequest Page(AttributeValue shard, AttributeValue now, int limit) => new()
    {
        TableName = settings.TableName,
        IndexName = settings.OwedTextsIndexName,
        KeyConditionExpression = "#shard = :shard AND #due <= :now",
        ExpressionAttributeNames = new() { ["#shard"] = OwedShard, ["#due"] = OwedSince },
        ExpressionAttributeValues = new() { [":shard"] = shard, [":now"] = now },
        Limit = limit,
    };

    static void Read(Item keys, List<DueOrder> orders, List<UnreadableOrder> unreadable)
    {
        var isOwned = PhoneNumber.TryParse(keys[CallerId].S, out var owner);
        var isNamed = Domain.OrderId.TryParse(keys[OrderItemAttributes.OrderId].S, out var id);
        var due = InstantPattern.ExtendedIso.Parse(keys[OwedSince].S);
        if (isOwned && isNamed && due.Success)
        {
            orders.Add(new DueOrder(owner, id, due.Value));
            return;
        }

        string[] wrong =
        [
            .. isOwned ? Array.Empty<string>() : [CallerId], .. isNamed ? Array.Empty<string>() : [OrderItemAttributes.OrderId],
            .. due.Success ? Array.Empty<string>() : [OwedSince],
        ];
        unreadable.Add(new UnreadableOrder(
            isNamed ? id.ToString() : "",
            $"The index of owed texts holds an item that the line never wrote: its {string.Join(", ", wrong)} cannot be read."));
    }
}
