using Amazon;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using static OrderHotline.Contracts.SampleOrder;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace OrderHotline.Adapters.Aws.Tests;

/// <summary>A table, or what stands in its place, that answers with another item than it was asked for.</summary>
public sealed class ForeignItemTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_item_whose_key_is_another_callers_is_not_answered()
    {
        using var client = new AnswersAlways(TestTable.ShopItem(Of(SomebodyElse, "100", item: "Boots")));
        var orders = new DynamoDbOrders(client, new CustomerTableSettings());

        foreach (var ask in new Func<Task>[]
        {
            () => orders.Latest(Customer, Cancellation),
            () => orders.Find(Customer, Id("100"), Cancellation),
            () => orders.All(Customer, Cancellation),
        })
        {
            var refusal = await Assert.ThrowsAsync<InvalidDataException>(ask);

            Assert.Contains("CallerID", refusal.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("Boots", refusal.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(SomebodyElse.ToE164()[1..], refusal.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Another_order_of_the_same_caller_is_not_answered_for_the_one_that_was_asked_for()
    {
        using var client = new AnswersAlways(TestTable.ShopItem(Of(Customer, "200")));

        var refusal = await Assert.ThrowsAsync<InvalidDataException>(
            () => new DynamoDbOrders(client, new CustomerTableSettings()).Find(Customer, Id("100"), Cancellation));

        Assert.Contains("orderId", refusal.Message, StringComparison.Ordinal);
    }

    sealed class AnswersAlways(Item item) : AmazonDynamoDBClient(new BasicAWSCredentials("local", "local"), RegionEndpoint.APNortheast1)
    {
        public override Task<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default) =>
            Task.FromResult(new QueryResponse { Items = [item] });

        public override Task<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default) =>
            Task.FromResult(new GetItemResponse { Item = item });
    }
}
