using System.Net;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;
using OrderHotline.FakeSns;

namespace OrderHotline.Adapters.Aws.Tests;

public sealed class SnsTextMessagesTests : TextMessagesContract, IAsyncDisposable
{
    readonly FakeSnsEndpoint sns = FakeSnsEndpoint.Start();
    readonly AmazonSimpleNotificationServiceClient client;
    readonly SnsSettings settings;
    int refused;

    public SnsTextMessagesTests()
    {
        settings = new SnsSettings { Endpoint = new() { Address = new Uri(sns.Url), Region = "ap-northeast-1" } };
        client = SnsTextMessages.Connect(settings, new BasicAWSCredentials("AKIDEXAMPLE", "secret"));
    }

    protected override ITextMessages Texts => new SnsTextMessages(client, settings);

    protected override IReadOnlyList<(string To, string Body)> Taken =>
        [.. sns.Requests.Skip(refused).Select(request => (request.Parameters["PhoneNumber"], request.Parameters["Message"]))];

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return sns.DisposeAsync();
    }

    protected override void OptOut(PhoneNumber customer)
    {
        sns.Answer(SnsAnswer.Error(400, "OptedOut", "The phone number has opted out."));
        refused++;
    }

    [Fact]
    public async Task A_text_is_a_transactional_one_to_the_customers_number_and_to_no_topic()
    {
        await Texts.Send(SampleOrder.Customer, "x", Cancellation);

        var parameters = Assert.Single(sns.Requests).Parameters;
        Assert.Equal("+819012345678", parameters["PhoneNumber"]);
        Assert.Equal("AWS.SNS.SMS.SMSType", parameters["MessageAttributes.entry.1.Name"]);
        Assert.Equal("Transactional", parameters["MessageAttributes.entry.1.Value.StringValue"]);
        Assert.DoesNotContain(parameters.Keys, key => key is "TopicArn" or "TargetArn" or "MessageAttributes.entry.2.Name");
    }

    [Fact]
    public async Task A_shop_that_has_a_sender_id_sends_under_it()
    {
        await new SnsTextMessages(client, settings with { SenderId = "MYSHOP" }).Send(SampleOrder.Customer, "x", Cancellation);

        var parameters = Assert.Single(sns.Requests).Parameters;
        Assert.Equal("AWS.SNS.SMS.SenderID", parameters["MessageAttributes.entry.2.Name"]);
        Assert.Equal("MYSHOP", parameters["MessageAttributes.entry.2.Value.StringValue"]);
    }

    [Theory]
    [InlineData("OptedOut", "Phone number is opted out")]
    [InlineData("InvalidParameter", "Invalid parameter: PhoneNumber Reason: +000 is not valid to publish to")]
    [InlineData("ParameterValueInvalid", "PhoneNumber is not valid")]
    public async Task A_number_that_can_take_no_texts_is_a_refusal(string code, string message)
    {
        sns.Answer(SnsAnswer.Error(400, code, message));

        Assert.Equal(code, Assert.IsType<TextReceipt.Refused>(await Texts.Send(SampleOrder.Customer, "x", Cancellation)).Reason);
    }

    [Theory]
    [InlineData(400, "InvalidParameter", "Invalid parameter: Message too long")]
    [InlineData(403, "AuthorizationError", "not authorized to perform SNS:Publish")]
    [InlineData(403, "InvalidClientTokenId", "The security token is invalid")]
    [InlineData(404, "NotFound", "x")]
    [InlineData(429, "Throttled", "Rate exceeded")]
    [InlineData(400, "SomethingNew", "x")]
    public async Task What_a_later_attempt_may_mend_is_an_outage_and_no_refusal(int status, string code, string message)
    {
        sns.Answer(SnsAnswer.Error(status, code, message));

        var outage = await Assert.ThrowsAnyAsync<AmazonSimpleNotificationServiceException>(
            () => Texts.Send(SampleOrder.Customer, "x", Cancellation));
        Assert.Equal(((HttpStatusCode)status, code), (outage.StatusCode, outage.ErrorCode));
    }

    [Fact]
    public async Task An_answer_without_a_message_id_is_no_acceptance()
    {
        sns.Answer(SnsAnswer.RawBody(200, "<html>a proxy's page</html>"));

        await Assert.ThrowsAsync<InvalidDataException>(() => Texts.Send(SampleOrder.Customer, "x", Cancellation));
    }

    [Fact]
    public async Task A_broken_connection_is_tried_no_more_often_than_was_set()
    {
        sns.Answer([.. Enumerable.Repeat(SnsAnswer.DropConnection, 20)]);

        await Assert.ThrowsAnyAsync<Exception>(() => Texts.Send(SampleOrder.Customer, "x", Cancellation));
        Assert.InRange(sns.Requests.Count, 1, 3);
    }
}
