using Amazon.Lambda.RuntimeSupport;

namespace OrderHotline.Compat.Lambda.Tests.StandIn;

[Collection("Environment variables belong to the process")]
public sealed class RuntimeApiAddresses
{
    const string Variable = "AWS_LAMBDA_RUNTIME_API";

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task A_missing_address_is_an_error_that_says_what_would_be_right(string? missing)
    {
        using var setting = new Setting(Variable, missing);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(TestContext.Current.CancellationToken));

        Assert.Contains(Variable, failure.Message);
        Assert.Contains("127.0.0.1:9001", failure.Message);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9001")]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("localhost:")]
    [InlineData("localhost:0")]
    [InlineData("localhost:70000")]
    [InlineData("localhost:9001/path")]
    public async Task An_address_that_is_not_host_and_port_is_an_error_that_repeats_it(string wrong)
    {
        using var setting = new Setting(Variable, wrong);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(TestContext.Current.CancellationToken));

        Assert.Contains($"'{wrong}'", failure.Message);
    }

    static Task RunAsync(CancellationToken cancellationToken)
    {
        Func<Stream, Task<Stream>> echo = Task.FromResult;
        return LambdaBootstrapBuilder.Create(echo).Build().RunAsync(cancellationToken);
    }
}
