using System.Diagnostics;
using Amazon;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using OrderHotline.FakeSns;
using static OrderHotline.Compat.Sns.Tests.SnsClients;

namespace OrderHotline.Compat.Sns.Tests;

/// <summary>What callers of the official package may write, as far as the stand-in goes.</summary>
public sealed class ClientSurfaceTests
{
    static readonly BasicAWSCredentials Credentials = new(AccessKey, SecretKey);

    public static TheoryData<string> Constructors => ["region", "config", "credentials and region", "credentials and config"];

    [Theory]
    [MemberData(nameof(Constructors))]
    public void Every_constructor_ends_in_the_region_it_was_given(string constructor)
    {
        var config = new AmazonSimpleNotificationServiceConfig { RegionEndpoint = RegionEndpoint.APNortheast1 };
        using var client = constructor switch
        {
            "region" => new AmazonSimpleNotificationServiceClient(RegionEndpoint.APNortheast1),
            "config" => new AmazonSimpleNotificationServiceClient(config),
            "credentials and region" => new AmazonSimpleNotificationServiceClient(Credentials, RegionEndpoint.APNortheast1),
            _ => new AmazonSimpleNotificationServiceClient(Credentials, config),
        };

        Assert.Equal(RegionEndpoint.APNortheast1, client.Config.RegionEndpoint);
    }

    [Fact]
    public async Task An_accepted_message_brings_its_id_its_status_and_the_request_id()
    {
        await using var sns = FakeSnsEndpoint.Start();
        sns.Answer(SnsAnswer.Ok("567910cd-659e-55d4-8ccb-5aaf14679dc0"));
        using var client = ClientOf(sns);

        var response = await client.PublishAsync(ToPhone(), TestContext.Current.CancellationToken);

        Assert.Equal("567910cd-659e-55d4-8ccb-5aaf14679dc0", response.MessageId);
        Assert.Null(response.SequenceNumber);
        Assert.Equal(System.Net.HttpStatusCode.OK, response.HttpStatusCode);
        Assert.Equal(Assert.Single(sns.Requests).AnswerId, response.ResponseMetadata.RequestId);
    }

    [Fact]
    public async Task A_FIFO_topic_answers_with_a_sequence_number()
    {
        await using var sns = FakeSnsEndpoint.Start();
        sns.Answer(SnsAnswer.RawBody(200, """
            <?xml version="1.0"?>
            <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
              <PublishResult><SequenceNumber>10000000000000003000</SequenceNumber><MessageId>m</MessageId></PublishResult>
            </PublishResponse>
            """));
        using var client = ClientOf(sns);

        var response = await client.PublishAsync(ToPhone(), TestContext.Current.CancellationToken);

        Assert.Equal("m", response.MessageId);
        Assert.Equal("10000000000000003000", response.SequenceNumber);
    }

    [Fact]
    public async Task One_client_serves_many_callers_at_once()
    {
        await using var sns = FakeSnsEndpoint.Start();
        using var client = ClientOf(sns);

        var responses = await Task.WhenAll(Enumerable.Range(0, 50).Select(
            number => client.PublishAsync(ToPhone($"order {number}"), TestContext.Current.CancellationToken)));

        Assert.Equal(50, responses.Select(response => response.MessageId).Distinct().Count());
        Assert.Equal(50, sns.Requests.Select(request => request.Parameters["Message"]).Distinct().Count());
    }

    [Fact]
    public async Task A_subclass_may_answer_for_the_service()
    {
        using IAmazonSimpleNotificationService client = new Answering();

        var response = await client.PublishAsync(ToPhone(), TestContext.Current.CancellationToken);

        Assert.Equal("of the subclass", response.MessageId);
    }

    [Fact]
    public void The_interface_knows_its_client_and_its_config()
    {
        var config = DefaultConfig<IAmazonSimpleNotificationService>();
        config.RegionEndpoint = RegionEndpoint.APNortheast1;

        using var client = Assert.IsType<AmazonSimpleNotificationServiceClient>(
            DefaultClient<IAmazonSimpleNotificationService>(config));

        Assert.IsType<AmazonSimpleNotificationServiceConfig>(client.Config);
    }

    [Fact]
    public void The_config_presents_itself_as_SNS()
    {
        var config = new AmazonSimpleNotificationServiceConfig();

        Assert.Equal("SNS", AmazonSimpleNotificationServiceConfig.ServiceId);
        Assert.Equal("sns", config.RegionEndpointServiceName);
        Assert.Equal("2010-03-31", config.ServiceVersion);
        Assert.Contains($"api/SNS#{FileVersionInfo.GetVersionInfo(config.GetType().Assembly.Location).FileVersion}", config.UserAgent);
    }

    static ClientConfig DefaultConfig<T>()
        where T : IAmazonService => T.CreateDefaultClientConfig();

    static IAmazonService DefaultClient<T>(ClientConfig config)
        where T : IAmazonService => T.CreateDefaultServiceClient(Credentials, config);

    sealed class Answering() : AmazonSimpleNotificationServiceClient(Credentials, RegionEndpoint.APNortheast1)
    {
        public override Task<PublishResponse> PublishAsync(PublishRequest request, CancellationToken cancellationToken = default) =>
            Task.FromResult(new PublishResponse { MessageId = "of the subclass" });
    }
}
