using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using OrderHotline.RuntimeApi;

namespace OrderHotline.Compat.Lambda.Tests;

/// <summary>A function under test: a bootstrap running against a Runtime API of its own until it is disposed of.</summary>
sealed class RunningFunction : IAsyncDisposable
{
    readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    RunningFunction(FakeRuntimeApi api, LambdaBootstrapBuilder builder)
    {
        Api = api;
        var bootstrap = builder.ConfigureOptions(options => options.RuntimeApiEndpoint = api.Address).Build();
        Run = Task.Run(() => bootstrap.RunAsync(_stop.Token)); // which blocks its thread
    }

    public FakeRuntimeApi Api { get; }

    /// <summary>The loop: a test that expects it to fail awaits it.</summary>
    public Task Run { get; }

    public static RunningFunction Start(Func<Stream, ILambdaContext, Task<Stream>> handler, LambdaBootstrapInitializer? initializer = null)
    {
        var builder = LambdaBootstrapBuilder.Create(handler);
        return new(FakeRuntimeApi.Start(), initializer is null ? builder : builder.UseBootstrapHandler(initializer));
    }

    public static RunningFunction Start(LambdaBootstrapBuilder builder) => new(FakeRuntimeApi.Start(), builder);

    /// <summary>A function that answers every event with the event.</summary>
    public static RunningFunction Echo() => Start((input, _) => Task.FromResult<Stream>(Copy(input)));

    /// <summary>A function that answers every event with what <paramref name="answer"/> reads from the context.</summary>
    public static RunningFunction Telling(Func<ILambdaContext, string> answer) =>
        Start((_, context) => Task.FromResult(Utf8(answer(context))));

    /// <exception cref="Exception">The loop ended before the event was answered.</exception>
    public async Task<Outcome> SendAsync(LambdaEvent lambdaEvent)
    {
        var outcome = Api.SendAsync(lambdaEvent);
        if (await Task.WhenAny(outcome, Run) == Run)
        {
            await Run;
        }

        return await outcome.WaitAsync(TestContext.Current.CancellationToken);
    }

    public Task<Outcome> SendAsync(string body) => SendAsync(new LambdaEvent(body));

    public static Stream Utf8(string text) => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Api.DisposeAsync();
        _stop.Dispose();
        await Run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    static MemoryStream Copy(Stream input)
    {
        var copy = new MemoryStream();
        input.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }
}
