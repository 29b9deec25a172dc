using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using OrderHotline.Application;
using OrderHotline.Domain;
using static OrderHotline.Adapters.Aws.OrderAttributes;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;
using OrderId = OrderHotline.Domain.OrderId;

namespace OrderHotline.Adapters.Aws;

/// <summary>
/// The shop's orders in its DynamoDB table. A look-up is one request for every caller who has an order with <c>placedAt</c>, and
/// two for one who has none; a change is one conditional write of one item.
/// </summary>
/// <remarks>All reads are consistent. Throttling and outages are retried by the client as it is configured, and leave as its own
/// exceptions.</remarks>
/// <param name="client">Used by many callers at once; the one who made it disposes of it.</param>
/// <param name="settings">The names of table and indexes. The endpoint and the region are the client's.</param>
public sealed class DynamoDbOrders(IAmazonDynamoDB client, CustomerTableSettings settings) : IOrders
{
    const string OfOneCaller = "#caller = :caller";

    /// <inheritdoc/>
    public async Task<OrderSearch> Latest(PhoneNumber owner, CancellationToken cancellation)
    {
        var latest = QueryFor(owner);
        latest.IndexName = settings.LatestOrderIndexName;
        latest.ScanIndexForward = false;
        latest.Limit = 1;
        if (await client.QueryAsync(latest, cancellation).ConfigureAwait(false) is { Items: [var item, ..] })
        {
            return new OrderSearch.Found(Read(item, owner));
        }

        // An item that was given no placedAt is not in the index.
        var unplaced = QueryFor(owner);
        unplaced.ScanIndexForward = false;
        unplaced.Limit = 1;
        return await client.QueryAsync(unplaced, cancellation).ConfigureAwait(false) is { Items: [var demo, ..] }
            ? new OrderSearch.Found(Read(demo, owner))
            : new OrderSearch.NoOrder();
    }

    /// <inheritdoc/>
    public async Task<OrderSearch> Find(PhoneNumber owner, OrderId id, CancellationToken cancellation)
    {
        var request = new GetItemRequest { TableName = settings.TableName, Key = StoredOrder.Key(owner, id), ConsistentRead = true };
        return await client.GetItemAsync(request, cancellation).ConfigureAwait(false) is { Item: { Count: > 0 } item }
            ? new OrderSearch.Found(Read(item, owner, id))
            : new OrderSearch.NoOrder();
    }

    /// <summary>Every order of one caller, in the order of their ids, as many pages as it takes.</summary>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<IReadOnlyList<Order>> All(PhoneNumber owner, CancellationToken cancellation)
    {
        var orders = new List<Order>();
        var page = QueryFor(owner);
        do
        {
            var response = await client.QueryAsync(page, cancellation).ConfigureAwait(false);
            orders.AddRange((response.Items ?? []).Select(item => Read(item, owner)));
            page.ExclusiveStartKey = response.LastEvaluatedKey;
        }
        while (page.ExclusiveStartKey is { Count: > 0 });

        return orders;
    }

    /// <inheritdoc/>
    public async Task<StoreResult> Store(OrderChange change, CancellationToken cancellation)
    {
        try
        {
            await client.UpdateItemAsync(OrderUpdate.For(change, settings.TableName), cancellation).ConfigureAwait(false);
            return StoreResult.Stored;
        }
        catch (ConditionalCheckFailedException)
        {
            return StoreResult.ChangedMeanwhile;
        }
    }

    // Whatever answers in the table's stead: another caller's order is told to nobody.
    static Order Read(Item item, PhoneNumber owner, OrderId? id = null)
    {
        var order = StoredOrder.Read(item);
        return order.Owner == owner && (id is null || order.Id == id)
            ? order
            : throw new InvalidDataException($"The table answered with another {(order.Owner == owner ? "orderId" : CallerId)} than it was asked for.");
    }

    QueryRequest QueryFor(PhoneNumber owner) => new()
    {
        TableName = settings.TableName,
        KeyConditionExpression = OfOneCaller,
        ExpressionAttributeNames = new() { ["#caller"] = CallerId },
        ExpressionAttributeValues = new() { [":caller"] = new(owner.ToE164()) },
        ConsistentRead = true,
    };
}
