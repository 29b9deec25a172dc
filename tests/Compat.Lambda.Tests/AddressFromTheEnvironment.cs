using Amazon.Lambda.RuntimeSupport;
using OrderHotline.RuntimeApi;

namespace OrderHotline.Compat.Lambda.Tests;

[Collection("Environment variables belong to the process")]
public sealed class AddressFromTheEnvironment
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task A_function_finds_the_runtime_api_by_address_and_by_name(string host)
    {
        await using var api = FakeRuntimeApi.Start();
        using var setting = new Setting("AWS_LAMBDA_RUNTIME_API", $"{host}:{api.Address.Split(':')[1]}");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Func<Stream, Task<Stream>> echo = Task.FromResult;
        var run = Task.Run(() => LambdaBootstrapBuilder.Create(echo).Build().RunAsync(stop.Token), stop.Token);

        var outcome = await api.SendAsync("1").WaitAsync(stop.Token);

        Assert.Equal("1", outcome.Text);
        await stop.CancelAsync();
        await run;
    }
}
