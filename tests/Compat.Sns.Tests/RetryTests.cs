using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using OrderHotline.FakeSns;
using static OrderHotline.Compat.Sns.Tests.SnsClients;

namespace OrderHotline.Compat.Sns.Tests;

/// <summary>How often AWSSDK.Core sends, which the official client leaves to it too.</summary>
public sealed class RetryTests
{
    public static TheoryData<SnsAnswer> Breaks => [SnsAnswer.DropConnection, SnsAnswer.CloseConnection];

    [Theory]
    [InlineData("26-error-throttling-400")]
    [InlineData("27-error-throttled-429")]
    [InlineData("28-error-internal-500")]
    [InlineData("29-error-503")]
    [InlineData("30-error-503-no-body")]
    [InlineData("31-error-empty-body-500")]
    public async Task A_passing_fault_is_retried_and_then_accepted(string recorded)
    {
        var (status, body) = RecordedWire.ErrorAnswer(recorded);
        await using var sns = FakeSnsEndpoint.Start();
        sns.Answer(SnsAnswer.RawBody(status, body), SnsAnswer.Ok("accepted"));
        using var client = ClientOf(sns, retries: 1);

        var response = await client.PublishAsync(ToPhone(), TestContext.Current.CancellationToken);

        Assert.Equal("accepted", response.MessageId);
        Assert.Equal(2, sns.Requests.Count);
    }

    [Theory]
    [InlineData("20-error-invalid-parameter")]
    [InlineData("22-error-authorization")]
    [InlineData("25-error-expired-token")]
    [InlineData("34-error-kms-throttling")]
    [InlineData("38-error-optedout")]
    public async Task A_refusal_is_not_retried(string recorded)
    {
        var (status, body) = RecordedWire.ErrorAnswer(recorded);
        await using var sns = FakeSnsEndpoint.Start();
        sns.Answer(SnsAnswer.RawBody(status, body));
        using var client = ClientOf(sns, retries: 1);

        await Assert.ThrowsAnyAsync<AmazonSimpleNotificationServiceException>(
            () => client.PublishAsync(ToPhone(), TestContext.Current.CancellationToken));

        Assert.Single(sns.Requests);
    }

    [Fact]
    public async Task A_fault_that_stays_is_thrown_after_the_retries_asked_for()
    {
        await using var sns = FakeSnsEndpoint.Start();
        sns.Answer(SnsAnswer.Error(503, "ServiceUnavailable", "1"), SnsAnswer.Error(503, "ServiceUnavailable", "2"));
        using var client = ClientOf(sns, retries: 1);

        var thrown = await Assert.ThrowsAsync<AmazonSimpleNotificationServiceException>(
            () => client.PublishAsync(ToPhone(), TestContext.Current.CancellationToken));

        Assert.Equal("2", thrown.Message);
        Assert.Equal(2, sns.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task A_broken_connection_is_sent_again_even_if_no_retries_are_asked_for(SnsAnswer broken)
    {
        await using var sns = FakeSnsEndpoint.Start();
        sns.Answer(broken, broken, SnsAnswer.Ok("third"));
        using var client = ClientOf(sns, retries: 0);

        var response = await client.PublishAsync(ToPhone(), TestContext.Current.CancellationToken);

        Assert.Equal("third", response.MessageId);
        Assert.Equal(3, sns.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task Without_retries_of_either_kind_a_broken_connection_is_an_error_after_one_request(SnsAnswer broken)
    {
        await using var sns = FakeSnsEndpoint.Start();
        sns.Answer(broken);
        using var client = WithoutStaleConnectionRetries(sns, retries: 0);

        await Assert.ThrowsAnyAsync<IOException>(() => client.PublishAsync(ToPhone(), TestContext.Current.CancellationToken));

        Assert.Single(sns.Requests);
    }

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task Without_stale_connection_retries_a_broken_connection_is_a_fault_like_others(SnsAnswer broken)
    {
        await using var sns = FakeSnsEndpoint.Start();
        sns.Answer(broken, SnsAnswer.Ok("second"));
        using var client = WithoutStaleConnectionRetries(sns, retries: 1);

        var response = await client.PublishAsync(ToPhone(), TestContext.Current.CancellationToken);

        Assert.Equal("second", response.MessageId);
        Assert.Equal(2, sns.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task A_reused_connection_that_breaks_is_no_different(SnsAnswer broken)
    {
        await using var sns = FakeSnsEndpoint.Start();
        sns.Answer(SnsAnswer.Ok("first"), broken);
        using var client = WithoutStaleConnectionRetries(sns, retries: 0);
        await client.PublishAsync(ToPhone(), TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<IOException>(() => client.PublishAsync(ToPhone(), TestContext.Current.CancellationToken));

        Assert.Equal(2, sns.Requests.Count);
    }

    [Fact]
    public async Task A_rejected_signature_is_retried_by_the_servers_clock_if_the_clocks_differ()
    {
        await using var sns = FakeSnsEndpoint.Start(new ClockBehind(TimeSpan.FromMinutes(27)));
        sns.Answer(SnsAnswer.Error(403, "SignatureDoesNotMatch", "Signature expired"));
        using var client = ClientOf(sns, retries: 1);

        await client.PublishAsync(ToPhone(), TestContext.Current.CancellationToken);

        var dates = sns.Requests.Select(request => request.Headers["X-Amz-Date"]).ToArray();
        Assert.Equal(2, dates.Length);
        Assert.True(string.CompareOrdinal(dates[1], dates[0]) < 0);
    }

    [Fact]
    public async Task Another_refusal_from_a_server_with_another_clock_is_not_retried()
    {
        var (status, body) = RecordedWire.ErrorAnswer("41-clock-skew");
        await using var sns = FakeSnsEndpoint.Start(new ClockBehind(TimeSpan.FromMinutes(27)));
        sns.Answer(SnsAnswer.RawBody(status, body));
        using var client = ClientOf(sns, retries: 1);

        await Assert.ThrowsAnyAsync<AmazonSimpleNotificationServiceException>(
            () => client.PublishAsync(ToPhone(), TestContext.Current.CancellationToken));

        Assert.Single(sns.Requests);
    }

    static AmazonSimpleNotificationServiceClient WithoutStaleConnectionRetries(FakeSnsEndpoint sns, int retries)
    {
        var config = ConfigFor(sns, retries);
        config.MaxStaleConnectionRetries = 0;
        return new(new BasicAWSCredentials(AccessKey, SecretKey), config);
    }

    sealed class ClockBehind(TimeSpan lag) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() - lag;
    }
}
