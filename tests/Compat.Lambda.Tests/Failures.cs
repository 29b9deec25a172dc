using System.Text.Json;
using OrderHotline.RuntimeApi;

namespace OrderHotline.Compat.Lambda.Tests;

public sealed class Failures
{
    [Fact]
    public async Task A_handler_failure_is_reported_and_the_next_event_is_still_served()
    {
        var isFirst = true;
        await using var function = RunningFunction.Start((_, _) =>
        {
            (var fails, isFirst) = (isFirst, false);
            return fails ? throw new InvalidDataException("注文が読めません 📦") : Task.FromResult(RunningFunction.Utf8("served"));
        });

        var failed = await function.SendAsync("{}");
        var served = await function.SendAsync("{}");

        Assert.True(failed.IsError);
        Assert.Equal("InvalidDataException", failed.ErrorType);
        Assert.Equal("InvalidDataException", failed.ErrorText("errorType"));
        Assert.Equal("注文が読めません 📦", failed.ErrorText("errorMessage"));
        Assert.False(served.IsError);
        Assert.Equal("served", served.Text);
    }

    [Fact]
    public async Task A_failure_report_names_the_method_that_failed()
    {
        await using var function = RunningFunction.Start(async (_, _) =>
        {
            await Task.Yield();
            return OrderDesk.Open();
        });

        using var report = JsonDocument.Parse((await function.SendAsync("{}")).Body);

        Assert.Contains(report.RootElement.GetProperty("stackTrace").EnumerateArray(), frame => frame.GetString()!.Contains("OrderDesk.Open"));
    }

    [Fact]
    public async Task A_failure_whose_message_is_broken_text_is_still_reported()
    {
        await using var function = RunningFunction.Start((_, _) => throw new InvalidDataException("half \ud83d of an emoji"));

        Assert.Equal("half \ufffd of an emoji", (await function.SendAsync("{}")).ErrorText("errorMessage"));
    }

    [Fact]
    public async Task A_handler_that_gives_up_by_cancellation_has_failed_and_does_not_end_the_loop()
    {
        await using var function = RunningFunction.Start((_, _) => throw new OperationCanceledException("too slow"));

        Assert.Equal("too slow", (await function.SendAsync("{}")).ErrorText("errorMessage"));
        Assert.True((await function.SendAsync("{}")).IsError);
    }

    [Fact]
    public async Task A_handler_that_returns_no_stream_has_failed()
    {
        await using var function = RunningFunction.Start((_, _) => Task.FromResult<Stream>(null!));

        Assert.Equal("ArgumentNullException", (await function.SendAsync("{}")).ErrorType);
    }

    [Fact]
    public async Task An_initializer_that_fails_is_reported_before_its_exception_leaves()
    {
        var initializer = new TaskCompletionSource<bool>();
        await using var function = RunningFunction.Start((_, _) => Task.FromResult(Stream.Null), () => initializer.Task);
        initializer.SetException(new InvalidDataException("no table"));

        await Assert.ThrowsAsync<InvalidDataException>(() => function.Run);

        var reported = await function.Api.InitializationError.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal("no table", reported.ErrorText("errorMessage"));
        Assert.Equal("InvalidDataException", reported.ErrorText("errorType"));
        Assert.Null(reported.ErrorType);
        Assert.Equal(1, function.Api.InitializationErrorCount);
        Assert.False(function.Api.Ready.IsCompleted);
    }

    [Fact]
    public async Task An_initializer_that_declines_ends_the_run_without_an_error()
    {
        await using var function = RunningFunction.Start((_, _) => Task.FromResult(Stream.Null), () => Task.FromResult(false));

        await function.Run;

        Assert.Equal(0, function.Api.InitializationErrorCount);
        Assert.False(function.Api.Ready.IsCompleted);
    }

    [Fact]
    public async Task The_initializer_runs_once_before_the_first_event()
    {
        var order = new List<string>();
        await using var function = RunningFunction.Start(
            (_, _) =>
            {
                order.Add("event");
                return Task.FromResult(RunningFunction.Utf8("1"));
            },
            () =>
            {
                order.Add("initializer");
                return Task.FromResult(true);
            });

        await function.SendAsync("{}");
        await function.SendAsync("{}");

        Assert.Equal(["initializer", "event", "event"], order);
    }

    [Fact]
    public async Task A_runtime_api_that_refuses_the_next_event_ends_the_run()
    {
        await using var function = RunningFunction.Echo();
        function.Api.Refuse(500, """{"errorMessage":"container error"}""");

        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => function.Run);

        Assert.Contains("500", refusal.Message);
    }

    [Fact]
    public async Task Cancellation_ends_a_waiting_run_quietly()
    {
        using var stop = new CancellationTokenSource();
        await using var api = FakeRuntimeApi.Start();
        var bootstrap = Amazon.Lambda.RuntimeSupport.LambdaBootstrapBuilder
            .Create((Func<Stream, Task<Stream>>)Task.FromResult)
            .ConfigureOptions(options => options.RuntimeApiEndpoint = api.Address)
            .Build();
        var run = Task.Run(() => bootstrap.RunAsync(stop.Token), TestContext.Current.CancellationToken);
        await api.Ready.WaitAsync(TestContext.Current.CancellationToken);

        await stop.CancelAsync();

        await run.WaitAsync(TestContext.Current.CancellationToken);
    }

    static class OrderDesk
    {
        public static Stream Open() => throw new InvalidOperationException("closed");
    }
}
