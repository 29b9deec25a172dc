using System.Text;
using Amazon.DynamoDBv2.Model;
using NodaTime;
using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;
using static OrderHotline.Contracts.SampleOrder;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace OrderHotline.Adapters.Aws.Tests;

/// <summary>The item as it lies in the table, approved as text.</summary>
public sealed class StoredItemTests(Dynalite dynalite)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_stored_item_is_what_was_approved()
    {
        using var table = await TestTable.Create(dynalite);
        await table.Put(Of(Customer, "1"));
        var text = new StringBuilder("As the shop wrote it\n").Append(Describe(await table.Get("1")));

        await Store(order => order.MoveTo(new LocalDate(2026, 12, 4), heard: "十二月四日"));
        text.Append("\nMoved\n").Append(Describe(await table.Get("1")));

        await Store(order => order.ClaimMessage());
        text.Append("\nIts message claimed\n").Append(Describe(await table.Get("1")));

        await Store(order => order.Fail());
        text.Append("\nThe attempt failed\n").Append(Describe(await table.Get("1")));

        await Store(order => order.Cancel("call-2"));
        text.Append("\nThen cancelled\n").Append(Describe(await table.Get("1")));

        await Store(order => order.ClaimMessage());
        await Store(order => order.Accept());
        text.Append("\nThe latest message accepted\n").Append(Describe(await table.Get("1")));


        Approved.Holds(
            "stored-item",
            text.ToString(),
            "The stored item has changed: items written before must still read. Raise StoredOrder.CurrentSchema if they mean something else, "
            + "and note it in CHANGELOG.md.");

        async Task Store(Func<Order, OrderChange> change)
        {
            var found = Assert.IsType<OrderSearch.Found>(await table.Orders.Find(Customer, Id("1"), Cancellation)).Order;
            Assert.Equal(StoreResult.Stored, await table.Orders.Store(change(found), Cancellation));
        }
    }

    static string Describe(Item item, string indent = "  ") => string.Concat(
        item.OrderBy(attribute => attribute.Key, StringComparer.Ordinal)
            .Select(attribute => $"{indent}{attribute.Key}: {Describe(attribute.Value, indent)}\n"));

    static string Describe(AttributeValue value, string indent) =>
        value.S is { } text ? $"S {text}"
        : value.N is { } number ? $"N {number}"
        : value.L is { } list ? $"L{string.Concat(list.Select(entry => $"\n{indent}  -\n{Describe(entry.M, $"{indent}    ").TrimEnd('\n')}"))}"
        : value.M is { } map ? $"M\n{Describe(map, $"{indent}  ").TrimEnd('\n')}"
        : throw new NotSupportedException("An attribute of a type that orders do not have.");
}
