using System.Text;
using System.Text.Json;

namespace OrderHotline.Adapters.Aws.Tests;

public sealed class OrderStreamEventTests
{
    [Fact]
    public void The_orders_that_owe_a_text_are_read_once_each_in_the_order_of_the_stream()
    {
        var owing = Read(
            $$$"""
            {"Records": [
              {{{Record("2", owes: true)}}},
              {{{Record("1", owes: true)}}},
              {{{Record("3", owes: false)}}},
              {{{Record("2", owes: true)}}},
              {"eventName": "REMOVE", "dynamodb": {"Keys": {"CallerID": {"S": "+819012345678"}, "orderId": {"S": "4"}} } }
            ]}
            """);

        Assert.Equal([new OwingOrder("+819012345678", "2"), new OwingOrder("+819012345678", "1")], owing);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("""{"Records": [{"dynamodb": {"Keys": {"id": {"S": "1"}}, "NewImage": {"owedSince": {"S": "x"}}}}]}""")]
    public void What_is_no_stream_event_is_refused(string json) => Assert.Throws<JsonException>(() => Read(json));

    static IReadOnlyList<OwingOrder> Read(string json) => OrderStreamEvent.ReadOwingOrders(Encoding.UTF8.GetBytes(json));

    static string Record(string orderId, bool owes) =>
        $$$"""
        {"eventID": "1", "eventName": "MODIFY", "eventVersion": "1.1", "eventSource": "aws:dynamodb", "awsRegion": "ap-northeast-1",
         "dynamodb": {"ApproximateCreationDateTime": 1541552400, "SequenceNumber": "1", "SizeBytes": 9, "StreamViewType": "NEW_IMAGE",
          "Keys": {"CallerID": {"S": "+819012345678"}, "orderId": {"S": "{{{orderId}}}"} },
          "NewImage": {"version": {"N": "1"}, "history": {"L": []}{{{(owes ? ", \"owedSince\": {\"S\": \"2018-11-07T01:00:00Z\"}" : "")}}} } } }
        """;
}
