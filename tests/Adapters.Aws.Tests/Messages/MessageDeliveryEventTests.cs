using System.Text;
using System.Text.Json;
using FsCheck.Fluent;
using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain.Tests;

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

    [Theory]
    [InlineData("09012345678", "1", "1")]
    [InlineData("+819012345678", "Hana's order", "")]
    public void An_order_that_the_line_never_wrote_is_told_of_without_naming_anybody(string callerId, string orderId, string told)
    {
        var owing = Assert.IsType<MessageDeliveryEvent.OrdersChanged>(Read(
            $$$"""
            {"Records": [{"dynamodb": {"Keys": {"CallerID": {"S": "{{{callerId}}}"}, "orderId": {"S": "{{{orderId}}}"} },
             "NewImage": {"dueAt": {"S": "2018-11-07T01:00:00Z"} } } } ]}
            """));

        Assert.Empty(owing.Orders);
        var unreadable = Assert.Single(owing.Unreadable);
        Assert.Equal(told, unreadable.OrderId);
        Assert.DoesNotContain("9012345678", unreadable.Problem, StringComparison.Ordinal);
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
    [InlineData("""{"Records": {}}""")]
    [InlineData("""{"detail-type":"EC2 Instance State-change Notification","source":"aws.ec2"}""")]
    public void What_is_neither_is_refused(string json) => Assert.Throws<JsonException>(() => Read(json));

    /// <summary>Any JSON at all stands among good records, in every place: each good one is read, each bad one told of.</summary>
    [Fact]
    public void A_record_that_cannot_be_read_stands_alone() =>
        ForEvery.Value(
            from bad in Gen.Elements(
                "null", "5", "\"x\"", "true", "[]", "[null]", "{}", "1e999", "{\"dynamodb\": null}", "{\"dynamodb\": 5}", "{\"dynamodb\": []}",
                "{\"dynamodb\": \"\\ud83e\"}",
                "{\"dynamodb\": {\"SequenceNumber\": 5}}",
                "{\"dynamodb\": {\"NewImage\": {\"dueAt\": {\"S\": \"x\"}}}}",
                "{\"dynamodb\": {\"Keys\": 5, \"NewImage\": {\"dueAt\": {\"S\": \"x\"}}}}",
                "{\"dynamodb\": {\"Keys\": {\"id\": {\"S\": \"1\"}}, \"NewImage\": {\"dueAt\": {\"S\": \"x\"}}}}",
                "{\"dynamodb\": {\"Keys\": {\"CallerID\": null, \"orderId\": {\"S\": \"1\"}}, \"NewImage\": {\"dueAt\": {\"S\": \"x\"}}}}",
                "{\"dynamodb\": {\"Keys\": {\"CallerID\": {\"N\": \"1\"}, \"orderId\": {\"S\": 1}}, \"NewImage\": {\"dueAt\": {\"S\": \"x\"}}}}",
                "{\"dynamodb\": {\"Keys\": {\"CallerID\": {\"S\": \"+266696687\"}, \"orderId\": {\"S\": \"1\"}}, \"NewImage\": {\"dueAt\": {\"S\": \"x\"}}}}",
                "{\"dynamodb\": {\"Keys\": {\"CallerID\": {\"S\": \"\\ud83e\"}, \"orderId\": {\"S\": \"1\"}}, \"NewImage\": {\"dueAt\": {\"S\": \"x\"}}}}").ArrayOf()
            from good in Gen.Choose(0, 4)
            from order in Gen.Shuffle(bad.Concat(Enumerable.Range(1, good).Select(id => Record($"{id}", owes: true))).ToArray())
            select (bad.Length, good, records: string.Join(',', order)),
            batch =>
            {
                var read = Assert.IsType<MessageDeliveryEvent.OrdersChanged>(Read($"{{\"Records\": [{batch.records}]}}"));

                Assert.Equal(
                    Enumerable.Range(1, batch.good).Select(id => $"{id}"),
                    read.Orders.Select(changed => $"{changed.Order.Id}").Order(StringComparer.Ordinal));
                Assert.Equal(batch.Length, read.Unreadable.Length);
                Assert.All(read.Unreadable, bad => Assert.DoesNotContain("266696687", bad.Problem, StringComparison.Ordinal));
            });

    [Fact]
    public void An_attempt_that_is_NULL_was_none() => Assert.Single(
        Assert.IsType<MessageDeliveryEvent.OrdersChanged>(Read($$"""{"Records": [{{Record("1", owes: true).Replace("\"history\"", "\"delivery\": {\"NULL\": true}, \"history\"", StringComparison.Ordinal)}}]}""")).Orders);

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
