using OrderHotline.RuntimeApi;

namespace OrderHotline.Compat.Lambda.Tests.StandIn;

public sealed class BrokenRuntimeApi
{
    [Fact]
    public async Task An_event_cut_off_in_the_middle_ends_the_run_and_never_reaches_the_handler()
    {
        var handled = 0;
        await using var function = RunningFunction.Start((_, _) =>
        {
            handled++;
            return Task.FromResult(Stream.Null);
        });

        var failure = await Assert.ThrowsAsync<IOException>(
            () => function.SendAsync(new LambdaEvent("{\"a\":1}") { Delivery = Delivery.CutOff }));

        Assert.Contains("before its reply was whole", failure.Message);
        Assert.Equal(0, handled);
    }

    [Fact]
    public async Task A_runtime_api_that_is_not_there_is_named()
    {
        var api = FakeRuntimeApi.Start();
        await api.DisposeAsync();
        var run = Amazon.Lambda.RuntimeSupport.LambdaBootstrapBuilder
            .Create((Func<Stream, Task<Stream>>)Task.FromResult)
            .ConfigureOptions(options => options.RuntimeApiEndpoint = api.Address)
            .Build()
            .RunAsync(TestContext.Current.CancellationToken);

        var failure = await Assert.ThrowsAsync<IOException>(() => run);

        Assert.Contains(api.Address, failure.Message);
    }
}
