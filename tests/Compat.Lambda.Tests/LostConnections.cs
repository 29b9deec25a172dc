using OrderHotline.RuntimeApi;

namespace OrderHotline.Compat.Lambda.Tests;

public sealed class LostConnections
{
    [Fact]
    public async Task A_connection_dropped_between_events_is_replaced()
    {
        await using var function = RunningFunction.Echo();

        await function.SendAsync(new LambdaEvent("1") { Drop = Drop.AfterReply });

        Assert.Equal("2", (await function.SendAsync("2")).Text);
        Assert.Equal(2, function.Api.ConnectionCount);
    }

    [Fact]
    public async Task A_connection_dropped_while_the_function_waits_is_replaced()
    {
        await using var function = RunningFunction.Echo();
        await function.SendAsync("1");

        Assert.Equal("2", (await function.SendAsync(new LambdaEvent("2") { Drop = Drop.BeforeEvent })).Text);
        Assert.Equal(2, function.Api.ConnectionCount);
    }

    [Fact]
    public async Task A_chunked_event_leaves_its_connection_in_use()
    {
        await using var function = RunningFunction.Echo();

        await function.SendAsync(new LambdaEvent("1") { Delivery = Delivery.Chunked });

        Assert.Equal("2", (await function.SendAsync("2")).Text);
        Assert.Equal(1, function.Api.ConnectionCount);
    }

    [Fact]
    public async Task A_connection_without_a_length_is_replaced_after_its_event()
    {
        await using var function = RunningFunction.Echo();

        await function.SendAsync(new LambdaEvent("1") { Delivery = Delivery.UntilClose });

        Assert.Equal("2", (await function.SendAsync("2")).Text);
    }
}
