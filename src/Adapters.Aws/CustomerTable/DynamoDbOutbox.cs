using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using NodaTime;
using NodaTime.Text;
using OrderHotline.Application;
using OrderHotline.Domain;
using static OrderHotline.Adapters.Aws.OrderAttributes;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace OrderHotline.Adapters.Aws;

/// <summary>Finds the orders whose messages are due in the table's sparse index: one query for each of its ten partitions, however many
/// orders the shop has.</summary>
/// <param name="client">Used by many callers at once; the one who made it disposes of it.</param>
/// <param name="settings">The names of table and indexes. The endpoint and the region are the client's.</param>
public sealed class DynamoDbOutbox(IAmazonDynamoDB client, CustomerTableSettings settings) : IOutbox
{
    // Keys are small: a page is read at the price of a few, and what cannot be read costs no page each.
    const int SmallestPage = 100;

    /// <inheritdoc/>
    public async Task<DueOrders> Due(Instant now, int limit, CancellationToken cancellation)
    {
        var second = StoredOrder.Time(Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds()));
        var partitions = await Task.WhenAll(StoredOutbox.Partitions.Select(partition => DueIn(partition, second, limit, cancellation))).ConfigureAwait(false);
        return new DueOrders(
            [.. partitions.SelectMany(partition => partition.Orders).OrderBy(due => due.DueAt).Take(limit).Select(due => due.Order)],
            [.. partitions.SelectMany(partition => partition.Unreadable).Take(limit)]);
    }

    async Task<(List<(DueOrder Order, Instant DueAt)> Orders, List<UnreadableOrder> Unreadable)> DueIn(
        AttributeValue partition, AttributeValue now, int limit, CancellationToken cancellation)
    {
        var (orders, unreadable) = (new List<(DueOrder Order, Instant DueAt)>(), new List<UnreadableOrder>());
        var page = Page(partition, now, Math.Max(limit, SmallestPage));
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

    QueryRequest Page(AttributeValue partition, AttributeValue now, int limit) => new()
    {
        TableName = settings.TableName,
        IndexName = settings.OutboxIndexName,
        KeyConditionExpression = "#partition = :partition AND #due <= :now",
        ExpressionAttributeNames = new() { ["#partition"] = OutboxPartition, ["#due"] = DueAt },
        ExpressionAttributeValues = new() { [":partition"] = partition, [":now"] = now },
        Limit = limit,
    };

    static void Read(Item keys, List<(DueOrder Order, Instant DueAt)> orders, List<UnreadableOrder> unreadable)
    {
        var isOwned = PhoneNumber.TryParse(keys[CallerId].S, out var owner);
        var isNamed = Domain.OrderId.TryParse(keys[OrderAttributes.OrderId].S, out var id);
        var due = InstantPattern.ExtendedIso.Parse(keys[DueAt].S);
        if (isOwned && isNamed && due.Success)
        {
            orders.Add((new DueOrder(owner, id), due.Value));
            return;
        }

        string[] wrong =
        [
            .. isOwned ? Array.Empty<string>() : [CallerId], .. isNamed ? Array.Empty<string>() : [OrderAttributes.OrderId],
            .. due.Success ? Array.Empty<string>() : [DueAt],
        ];
        unreadable.Add(new UnreadableOrder(
            isNamed ? id.ToString() : "",
            $"The outbox index holds an item that the line never wrote: its {string.Join(", ", wrong)} cannot be read."));
    }
}
