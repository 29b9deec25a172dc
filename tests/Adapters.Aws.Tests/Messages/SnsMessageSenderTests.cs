using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;
using OrderHotline.FakeSns;

namespace OrderHotline.Adapters.Aws.Tests;

public sealed class SnsMessageSenderTests : MessageSenderContract, IAsyncDisposable
{
    readonly FakeSnsEndpoint sns = FakeSnsEndpoint.Start();
    readonly AmazonSimpleNotificationServiceClient client;
    readonly SnsSettings settings;
    int refused;

    public SnsMessageSenderTests()
    {
        settings = new SnsSettings { Endpoint = new() { Address = new Uri(sns.Url), Region = "ap-northeast-1" } };
        client = SnsMessageSender.CreateClient(settings, new BasicAWSCredentials("AKIDEXAMPLE", "secret"), oneConnection: TimeSpan.FromSeconds(5));
    }

    protected override IMessageSender Sender => new SnsMessageSender(client, settings);

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
    public async Task A_message_is_a_transactional_one_to_the_customers_number_and_to_no_topic()
    {
        await Sender.Send(SampleOrder.Customer, "x", Cancellation);

        var parameters = Assert.Single(sns.Requests).Parameters;
        Assert.Equal("+819012345678", parameters["PhoneNumber"]);
        Assert.Equal("AWS.SNS.SMS.SMSType", parameters["MessageAttributes.entry.1.Name"]);
        Assert.Equal("Transactional", parameters["MessageAttributes.entry.1.Value.StringValue"]);
        Assert.DoesNotContain(parameters.Keys, key => key is "TopicArn" or "TargetArn" or "MessageAttributes.entry.2.Name");
    }

    [Fact]
    public async Task A_shop_that_has_a_sender_id_sends_under_it()
    {
        await new SnsMessageSender(client, settings with { SenderId = "MYSHOP" }).Send(SampleOrder.Customer, "x", Cancellation);

        var parameters = Assert.Single(sns.Requests).Parameters;
        Assert.Equal("AWS.SNS.SMS.SenderID", parameters["MessageAttributes.entry.2.Name"]);
        Assert.Equal("MYSHOP", parameters["MessageAttributes.entry.2.Value.StringValue"]);
    }

    [Theory]
    [InlineData("OptedOut", "Phone number is opted out")]
    [InlineData("InvalidParameter", "Invalid parameter: PhoneNumber Reason: +000 is not valid to publish to")]
    [InlineData("ParameterValueInvalid", "PhoneNumber is not valid")]
    public async Task A_number_that_can_take_no_messages_is_a_refusal(string code, string message)
    {
        sns.Answer(SnsAnswer.Error(400, code, message));

        Assert.Equal(code, Assert.IsType<MessageReceipt.Refused>(await Sender.Send(SampleOrder.Customer, "x", Cancellation)).Reason);
    }

    [Theory]
    [InlineData(400, "InvalidParameter", "Invalid parameter: Message too long")]
    [InlineData(403, "AuthorizationError", "not authorized to perform SNS:Publish")]
    [InlineData(403, "InvalidClientTokenId", "The security token is invalid")]
    [InlineData(404, "NotFound", "x")]
    [InlineData(429, "Throttled", "Rate exceeded")]
    [InlineData(400, "SomethingNew", "x")]
    public async Task What_a_later_attempt_may_mend_is_no_refusal_and_SNS_has_said_that_it_did_not_take_the_message(
        int status, string code, string message)
    {
        sns.Answer(SnsAnswer.Error(status, code, message));

        var notTaken = Assert.IsType<MessageReceipt.NotTaken>(await Sender.Send(SampleOrder.Customer, "x", Cancellation));
        Assert.Equal((code, message), (notTaken.Reason, notTaken.Details));
    }

    [Theory]
    [InlineData(500, "InternalError")]
    [InlineData(503, "ServiceUnavailable")]
    [InlineData(408, "RequestTimeout")]
    public async Task A_service_that_is_broken_may_have_taken_the_message(int status, string code)
    {
        sns.Answer(SnsAnswer.Error(status, code, "x"));

        await Assert.ThrowsAnyAsync<AmazonSimpleNotificationServiceException>(() => Sender.Send(SampleOrder.Customer, "x", Cancellation));
    }

    [Fact]
    public async Task An_answer_without_a_message_id_is_no_acceptance()
    {
        sns.Answer(SnsAnswer.RawBody(200, "<html>a proxy's page</html>"));

        await Assert.ThrowsAsync<InvalidDataException>(() => Sender.Send(SampleOrder.Customer, "x", Cancellation));
    }

    [Fact]
    public async Task A_message_is_handed_over_once_whatever_becomes_of_it_because_each_attempt_is_noted()
    {
        SnsAnswer[] inDoubt = [SnsAnswer.DropConnection, SnsAnswer.CloseConnection, SnsAnswer.Error(500, "InternalError", "x")];
        SnsAnswer[] notTaken = [SnsAnswer.Error(429, "Throttled", "x"), SnsAnswer.Error(400, "Throttling", "x")];
        sns.Answer([.. inDoubt, .. notTaken]);

        foreach (var attempt in Enumerable.Range(1, inDoubt.Length))
        {
            await Assert.ThrowsAnyAsync<Exception>(() => Sender.Send(SampleOrder.Customer, "x", Cancellation));
            Assert.Equal(attempt, sns.Requests.Count);
        }

        foreach (var attempt in Enumerable.Range(inDoubt.Length + 1, notTaken.Length))
        {
            Assert.IsType<MessageReceipt.NotTaken>(await Sender.Send(SampleOrder.Customer, "x", Cancellation));
            Assert.Equal(attempt, sns.Requests.Count);
        }
    }
}
