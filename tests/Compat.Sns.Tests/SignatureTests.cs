using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using OrderHotline.FakeSns;
using static OrderHotline.Compat.Sns.Tests.SnsClients;

namespace OrderHotline.Compat.Sns.Tests;

public sealed class SignatureTests
{
    [Theory]
    [InlineData("Hello order 1001")]
    [InlineData("ご注文番号1001の配達日を変更しました。\n😀 髙﨑 a+b&c=d%~*'()!")]
    public async Task A_request_is_signed_for_sns_in_its_region(string message)
    {
        await using var sns = FakeSnsEndpoint.Start();
        using var client = ClientOf(sns);

        await client.PublishAsync(ToPhone(message), TestContext.Current.CancellationToken);

        var signature = new SignatureVerifier(Assert.Single(sns.Requests));
        Assert.True(signature.IsSignedWith(SecretKey));
        Assert.Equal(AccessKey, signature.AccessKey);
        Assert.EndsWith("/ap-northeast-1/sns/aws4_request", signature.Scope);
        Assert.Contains("host", signature.SignedHeaders);
        Assert.Contains("x-amz-date", signature.SignedHeaders);
    }

    [Fact]
    public async Task The_session_token_of_a_role_is_sent_and_signed()
    {
        const string token = "FwoGZXIvYXdzEXAMPLE//////////wEaDEXAMPLETOKEN==";
        await using var sns = FakeSnsEndpoint.Start();
        using var client = new AmazonSimpleNotificationServiceClient(
            new SessionAWSCredentials(AccessKey, SecretKey, token), ConfigFor(sns));

        await client.PublishAsync(ToPhone(), TestContext.Current.CancellationToken);

        var sent = Assert.Single(sns.Requests);
        var signature = new SignatureVerifier(sent);
        Assert.Equal(token, sent.Headers["X-Amz-Security-Token"]);
        Assert.Contains("x-amz-security-token", signature.SignedHeaders);
        Assert.True(signature.IsSignedWith(SecretKey));
    }

    [Fact]
    public async Task A_retry_is_signed_again()
    {
        await using var sns = FakeSnsEndpoint.Start();
        sns.Answer(SnsAnswer.Error(500, "InternalError", "An internal error occurred"));
        using var client = ClientOf(sns, retries: 1);

        await client.PublishAsync(ToPhone(), TestContext.Current.CancellationToken);

        Assert.Equal(2, sns.Requests.Count);
        Assert.All(sns.Requests, sent => Assert.True(new SignatureVerifier(sent).IsSignedWith(SecretKey)));
    }

    [Fact]
    public async Task The_verifier_convicts_a_wrong_key_and_a_changed_body()
    {
        await using var sns = FakeSnsEndpoint.Start();
        using var client = ClientOf(sns);

        await client.PublishAsync(ToPhone(), TestContext.Current.CancellationToken);

        var sent = Assert.Single(sns.Requests);
        Assert.False(new SignatureVerifier(sent).IsSignedWith(SecretKey + "x"));
        Assert.False(new SignatureVerifier(sent with { Body = new byte[] { 1 } }).IsSignedWith(SecretKey));
    }
}
