using System.Xml;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using OrderHotline.FakeSns;
using static OrderHotline.Compat.Sns.Tests.SnsClients;

namespace OrderHotline.Compat.Sns.Tests;

/// <summary>The message may have been accepted, and the caller must be told that nobody knows.</summary>
public sealed class UnknownOutcomeTests
{
    [Theory]
    [InlineData("<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\">\n  <PublishResult>\n    <MessageId>\n")]
    [InlineData("<PublishResponse><PublishResult><MessageId>567910cd-659e</MessageId></PublishResult>")]
    [InlineData("<PublishResponse><PublishResult><MessageId>567910cd-659e</MessageId></PublishResult></PublishRespo")]
    [InlineData("OK")]
    [InlineData("")]
    public async Task A_cut_off_answer_is_an_unknown_outcome_and_not_a_success(string body)
    {
        await using var sns = FakeSnsEndpoint.Start();
        sns.Answer(SnsAnswer.RawBody(200, body));
        using var client = ClientOf(sns, retries: 1);

        await Assert.ThrowsAsync<XmlException>(() => client.PublishAsync(ToPhone(), TestContext.Current.CancellationToken));

        Assert.Single(sns.Requests);
    }

    [Fact]
    public async Task A_page_that_is_no_answer_of_the_service_has_no_message_id()
    {
        await using var sns = FakeSnsEndpoint.Start();
        sns.Answer(SnsAnswer.RawBody(200, "<html><body><MessageId>of something else</MessageId></body></html>"));
        using var client = ClientOf(sns);

        var response = await client.PublishAsync(ToPhone(), TestContext.Current.CancellationToken);

        Assert.Null(response.MessageId);
    }

    [Fact]
    public async Task A_caller_who_cancels_while_the_service_is_silent_gets_a_cancellation()
    {
        await using var sns = FakeSnsEndpoint.Start();
        sns.Answer(SnsAnswer.Silence);
        using var client = ClientOf(sns, retries: 2);
        using var cancellation = new CancellationTokenSource();

        var publishing = client.PublishAsync(ToPhone(), cancellation.Token);
        await sns.NextRequestAsync(TestContext.Current.CancellationToken);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => publishing);
        Assert.Single(sns.Requests);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    public async Task A_service_that_stays_silent_is_a_time_out_of_every_attempt(int retries, int sent)
    {
        await using var sns = FakeSnsEndpoint.Start();
        sns.Answer(SnsAnswer.Silence, SnsAnswer.Silence);
        var config = ConfigFor(sns, retries);
        config.Timeout = TimeSpan.FromMilliseconds(500);
        config.MaxStaleConnectionRetries = 0; // Core takes some time-outs for a broken connection and would send again.
        using var client = new AmazonSimpleNotificationServiceClient(new BasicAWSCredentials(AccessKey, SecretKey), config);

        var thrown = await Assert.ThrowsAsync<TimeoutException>(
            () => client.PublishAsync(ToPhone(), TestContext.Current.CancellationToken));

        Assert.IsAssignableFrom<OperationCanceledException>(thrown.InnerException);
        Assert.Equal(sent, sns.Requests.Count);
    }
}
