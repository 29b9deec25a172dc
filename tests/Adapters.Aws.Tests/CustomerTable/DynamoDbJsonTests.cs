using System.Text;
using OrderHotline.Contracts;

namespace OrderHotline.Adapters.Aws.Tests;

public sealed class DynamoDbJsonTests
{
    const string Item =
        """{"CallerID":{"S":"+819012345678"},"orderId":{"S":"100"},"shippingDate":{"S":"2018-11-12"},"isCancel":{"S":"False"}""";

    [Fact]
    public void The_demos_item_is_read_as_the_command_line_wrote_it()
    {
        var order = Assert.Single(DynamoDbJson.ReadOrders(CallContract.DemoItem));

        Assert.Equal("+819012345678", order.Owner.ToE164());
        Assert.Equal("The North Face Summit L3 Ventrix 2.0 Hoodie", order.Item);
    }

    [Fact]
    public void An_array_holds_several_items() =>
        Assert.Equal(2, Read($"[{Item}}}, {Item}}}]").Count);

    [Fact]
    public void Attributes_of_every_type_are_kept_though_the_line_does_not_know_them()
    {
        var item = Assert.Single(Read(
            $$$"""
            {{{Item}}},
              "n": {"N": "1.5"}, "b": {"BOOL": true}, "nothing": {"NULL": true}, "m": {"M": {"inside": {"L": [{"S": "x"}, {"N": "2"}]} } },
              "ss": {"SS": ["a", "b"]}, "ns": {"NS": ["1", "2"]}, "bin": {"B": "AQID"}}
            """));

        Assert.Equal("1.5", item["n"].N);
        Assert.True(item["b"].BOOL);
        Assert.True(item["nothing"].NULL);
        Assert.Equal("2", item["m"].M["inside"].L[1].N);
        Assert.Equal(["a", "b"], item["ss"].SS);
        Assert.Equal(["1", "2"], item["ns"].NS);
        Assert.Equal([1, 2, 3], item["bin"].B.ToArray());
    }

    [Theory]
    [InlineData("", "no items in DynamoDB's JSON")]
    [InlineData("{", "no items in DynamoDB's JSON")]
    [InlineData("7", "an item was expected")]
    [InlineData("[7]", "an item was expected")]
    [InlineData("""{"orderId":"100"}""", "orderId must be an object with its type")]
    [InlineData("""{"orderId":{}}""", "orderId must be an object with its type")]
    [InlineData("""{"orderId":{"S":"1","N":"1"}}""", "orderId must be an object with its type")]
    [InlineData("""{"orderId":{"X":"1"}}""", "has the type X; known are")]
    [InlineData("""{"orderId":{"S":1}}""", "no items in DynamoDB's JSON")]
    [InlineData("""{"orderId":{"S":"1"},"orderId":{"S":"2"}}""", "no items in DynamoDB's JSON")]
    [InlineData("""{"orderId":{"S":"1"}}""", "CallerID is missing")]
    public void What_is_no_item_is_refused_with_what_would_be_right(string json, string says) =>
        Assert.Contains(says, Assert.Throws<InvalidDataException>(() => Read(json)).Message, StringComparison.Ordinal);

    static IReadOnlyList<Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>> Read(string json) =>
        DynamoDbJson.ReadItems(Encoding.UTF8.GetBytes(json));
}
