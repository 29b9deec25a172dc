using Amazon.SimpleNotificationService.Model;
using OrderHotline.FakeSns;
using static OrderHotline.Compat.Sns.Tests.SnsClients;

namespace OrderHotline.Compat.Sns.Tests;

/// <summary>The same inputs as the official JavaScript client got when Wire/publish-requests.txt was recorded.</summary>
public sealed class RecordedRequestTests
{
    static readonly Dictionary<string, Func<PublishRequest>> Inputs = new()
    {
        ["01-publish-minimal"] = () => ToPhone("Hello order 1001"),
        ["02-publish-attributes"] = () => With(
            ToPhone("Your order 1001 is rescheduled"),
            ("AWS.SNS.SMS.SMSType", Text("Transactional")),
            ("AWS.SNS.SMS.SenderID", Text("ORDERLINE"))),
        ["03-publish-all-sms-attributes"] = () => With(
            ToPhone("m"),
            ("AWS.SNS.SMS.SMSType", Text("Promotional")),
            ("AWS.SNS.SMS.SenderID", Text("SHOP1")),
            ("AWS.SNS.SMS.MaxPrice", new() { DataType = "Number", StringValue = "0.50" }),
            ("AWS.MM.SMS.OriginationNumber", Text("+12065550100")),
            ("AWS.MM.SMS.EntityId", Text("e")),
            ("AWS.MM.SMS.TemplateId", Text("t"))),
        ["04-publish-japanese"] = () => ToPhone("ご注文番号1001の配達日を11月25日(水)に変更しました。\n😀 髙﨑"),
        ["05-publish-special-chars"] = () =>
            ToPhone("a b+c&d=e%f*g~h'i(j)k!l/m:n?o#p[q]r@s$t,u;v\"w\\x`y|z{}<>^_-.\t\r\n\u00A0"),
        ["06-publish-session-token"] = () => ToPhone("x"),
        ["07-publish-topic"] = () => With(
            new PublishRequest("arn:aws:sns:ap-northeast-1:123456789012:orders", "m", "s"), ("k", Text("v"))),
        ["08-publish-1600-chars"] = () => ToPhone(new string('x', 1600)),
        ["09-publish-binary-attr"] = () => With(
            ToPhone("m"), ("b", new() { DataType = "Binary", BinaryValue = new MemoryStream([0, 255, 1]) })),
    };

    public static TheoryData<string> Recorded => [.. Inputs.Keys];

    [Theory]
    [MemberData(nameof(Recorded))]
    public async Task The_form_says_what_the_official_JavaScript_client_said(string recorded)
    {
        await using var sns = FakeSnsEndpoint.Start();
        using var client = ClientOf(sns);

        await client.PublishAsync(Inputs[recorded](), TestContext.Current.CancellationToken);

        var sent = Assert.Single(sns.Requests);
        Assert.Equal(ReceivedRequest.DecodeForm(RecordedWire.RequestForm(recorded)), sent.Parameters);
    }

    [Theory]
    [MemberData(nameof(Recorded))]
    public async Task Each_parameter_is_percent_encoded_to_the_very_same_bytes(string recorded)
    {
        await using var sns = FakeSnsEndpoint.Start();
        using var client = ClientOf(sns);

        await client.PublishAsync(Inputs[recorded](), TestContext.Current.CancellationToken);

        Assert.Equal(
            RecordedWire.RequestForm(recorded).Split('&').Order(StringComparer.Ordinal),
            Assert.Single(sns.Requests).BodyText.Split('&').Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_post_says_that_it_carries_a_form()
    {
        await using var sns = FakeSnsEndpoint.Start();
        using var client = ClientOf(sns);

        await client.PublishAsync(ToPhone(), TestContext.Current.CancellationToken);

        Assert.StartsWith("application/x-www-form-urlencoded", Assert.Single(sns.Requests).Headers["Content-Type"]);
    }

    [Fact]
    public async Task Members_for_topics_go_out_under_their_own_names()
    {
        await using var sns = FakeSnsEndpoint.Start();
        using var client = ClientOf(sns);
        var request = new PublishRequest
        {
            TargetArn = "arn:aws:sns:ap-northeast-1:123456789012:orders.fifo",
            Message = """{"default":"m"}""",
            MessageStructure = "json",
            MessageDeduplicationId = "1001-cancelled",
            MessageGroupId = "1001",
        };

        await client.PublishAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(
            new Dictionary<string, string>
            {
                ["Action"] = "Publish",
                ["Version"] = "2010-03-31",
                ["TargetArn"] = "arn:aws:sns:ap-northeast-1:123456789012:orders.fifo",
                ["Message"] = """{"default":"m"}""",
                ["MessageStructure"] = "json",
                ["MessageDeduplicationId"] = "1001-cancelled",
                ["MessageGroupId"] = "1001",
            },
            Assert.Single(sns.Requests).Parameters);
    }

    [Fact]
    public void Attributes_are_null_until_set_and_a_message_alone_is_enough()
    {
        Assert.Null(new PublishRequest().MessageAttributes);
        Assert.Null(new PublishRequest("arn", "m").Subject);
    }

    static MessageAttributeValue Text(string value) => new() { DataType = "String", StringValue = value };

    static PublishRequest With(PublishRequest request, params (string Name, MessageAttributeValue Value)[] attributes)
    {
        request.MessageAttributes = attributes.ToDictionary(attribute => attribute.Name, attribute => attribute.Value);
        return request;
    }
}
