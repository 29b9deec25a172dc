using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using OrderHotline.FakeSns;

namespace OrderHotline.Compat.Sns.Tests;

public sealed class EndpointTests
{
    [Theory]
    [InlineData("ap-northeast-1", false, false, "https://sns.ap-northeast-1.amazonaws.com")]
    [InlineData("cn-north-1", false, false, "https://sns.cn-north-1.amazonaws.com.cn")]
    [InlineData("ap-northeast-1", false, true, "https://sns.ap-northeast-1.api.aws")]
    [InlineData("cn-north-1", false, true, "https://sns.cn-north-1.api.amazonwebservices.com.cn")]
    [InlineData("us-east-1", true, false, "https://sns-fips.us-east-1.amazonaws.com")]
    [InlineData("us-east-1", true, true, "https://sns-fips.us-east-1.api.aws")]
    [InlineData("us-gov-west-1", true, false, "https://sns.us-gov-west-1.amazonaws.com")]
    [InlineData("us-gov-west-1", true, true, "https://sns-fips.us-gov-west-1.api.aws")]
    public void The_host_follows_from_the_region_and_its_partition(string region, bool fips, bool dualStack, string url)
    {
        var config = new AmazonSimpleNotificationServiceConfig
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(region),
            UseFIPSEndpoint = fips,
            UseDualstackEndpoint = dualStack,
        };

        Assert.Equal(url, EndpointOf(config).URL.TrimEnd('/'));
    }

    [Fact]
    public void A_service_url_goes_before_everything_else()
    {
        var config = new AmazonSimpleNotificationServiceConfig { ServiceURL = "http://127.0.0.1:4566", AuthenticationRegion = "x-1" };

        Assert.Equal("http://127.0.0.1:4566", EndpointOf(config).URL.TrimEnd('/'));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void A_service_url_cannot_be_made_FIPS_or_dual_stack(bool fips, bool dualStack)
    {
        var config = new AmazonSimpleNotificationServiceConfig
        {
            ServiceURL = "http://127.0.0.1:4566",
            UseFIPSEndpoint = fips,
            UseDualstackEndpoint = dualStack,
        };

        Assert.Throws<AmazonClientException>(() => EndpointOf(config));
    }

    [Fact]
    public async Task A_provider_of_the_callers_own_says_where_to_send()
    {
        await using var sns = FakeSnsEndpoint.Start();
        var config = new AmazonSimpleNotificationServiceConfig
        {
            RegionEndpoint = RegionEndpoint.APNortheast1,
            EndpointProvider = new StaticEndpointProvider(sns.Url),
        };
        using var client = new AmazonSimpleNotificationServiceClient(new BasicAWSCredentials("a", "b"), config);

        await client.PublishAsync(SnsClients.ToPhone(), TestContext.Current.CancellationToken);

        Assert.Single(sns.Requests);
    }

    static Endpoint EndpointOf(ClientConfig config) =>
        config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(new PublishRequest()));
}
