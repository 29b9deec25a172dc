using System.Text;
using System.Text.Json;
using OrderHotline.Application;
using OrderHotline.Contracts;

namespace OrderHotline.Adapters.Aws.Tests;

public sealed class MessageDeliveryEventTests
{
    [Fact]
    public void The_orders_that_owe_an_untried_message_are_read_once_each_in_the_order_of_the_stream()
    {
        var owing = Read(
            $$$"""
            {"Records": [
              {{{Record("2", owes: true)}}},
              {{{Record("1", owes: true)}}},
              {{{Record("3", owes: false)}}},
              {{{Record("5", owes: true, tried: true)}}},
              {{{Record("2", owes: true)}}},
              {"eventName": "REMOVE", "dynamodb": {"Keys": {"CallerID": {"S": "+819012345678"}, "orderId": {"S": "4"}} } }
            ]}
            """);

        Assert.Equal(
            [new ChangedOrder(new DueOrder(SampleOrder.Number("+819012345678"), SampleOrder.Id("2")), "20"), new ChangedOrder(new DueOrder(SampleOrder.Number("+819012345678"), SampleOrder.Id("1")), "10")],
            Assert.IsType<MessageDeliveryEvent.OrdersChanged>(owing).Orders);
    }

    [Fact]
    public void A_scheduled_event_is_the_time_to_look() => Assert.IsType<MessageDeliveryEvent.TimeToLook>(Read(
        """
        {"version": "0", "id": "53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa", "detail-type": "Scheduled Event", "source": "aws.events",
         "account": "123456789012", "time": "2026-11-25T01:00:00Z", "region": "ap-northeast-1",
         "resources": ["arn:aws:events:ap-northeast-1:123456789012:rule/deliver-messages"], "detail": {}}
        """));

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("""{"Records": [{"dynamodb": {"Keys": {"id": {"S": "1"}}, "NewImage": {"dueAt": {"S": "x"}}}}]}""")]
    [InlineData("""{"detail-type":"EC2 Instance State-change Notification","source":"aws.ec2"}""")]
    public void What_is_neither_is_refused(string json) => Assert.Throws<JsonException>(() => Read(json));

    static MessageDeliveryEvent Read(string json) => MessageDeliveryEvent.Read(Encoding.UTF8.GetBytes(json));

    static string Record(string orderId, bool owes, bool tried = false) =>
        $$$"""
        {"eventID": "1", "eventName": "MODIFY", "eventVersion": "1.1", "eventSource": "aws:dynamodb", "awsRegion": "ap-northeast-1",
         "dynamodb": {"ApproximateCreationDateTime": 1541552400, "SequenceNumber": "{{{orderId}}}0", "SizeBytes": 9, "StreamViewType": "NEW_IMAGE",
          "Keys": {"CallerID": {"S": "+819012345678"}, "orderId": {"S": "{{{orderId}}}"} },
          "NewImage": {"version": {"N": "1"}, "history": {"L": []}{{{(owes ? ", \"dueAt\": {\"S\": \"2018-11-07T01:00:00Z\"}" : "")}}}
          {{{(tried ? ", \"delivery\": {\"M\": {\"attempts\": {\"N\": \"1\"} } }" : "")}}} } } }
        """;
}
