using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using OrderHotline.RuntimeApi;

namespace OrderHotline.Hosts.Lambda.Tests;

/// <summary>The executable as Lambda starts it, in a process of its own against a Runtime API of its own. Whatever a test makes of
/// it, its log must name no customer: that is checked when the process ends.</summary>
sealed class RunningLambda : IAsyncDisposable
{
    public static readonly (string, string) ContractNow = ("HOTLINE_FIXED_NOW", "2018-11-07T10:00+09:00");

    const string SecretKey = "SecretKeyOfTheseTests";

    static readonly ImmutableArray<string> Private =
        ["9012345678", "9087654321", "Justin", "Hoodie", "North Face", "髙﨑", "Jacket", "コーヒー", SecretKey];

    readonly Process process;
    readonly Task<string> output;
    readonly Task<string> errors;
    readonly Task ended;

    RunningLambda(FakeRuntimeApi api, Process process)
    {
        Api = api;
        this.process = process;
        output = process.StandardOutput.ReadToEndAsync();
        errors = process.StandardError.ReadToEndAsync();
        ended = process.WaitForExitAsync();
    }

    public FakeRuntimeApi Api { get; }

    public static RunningLambda Start(string handler, params IEnumerable<(string Name, string Value)> variables)
    {
        var api = FakeRuntimeApi.Start();
        var file = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "bootstrap.exe" : "bootstrap");
        var start = new ProcessStartInfo(file) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("HOTLINE_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        (string Name, string Value)[] standard =
        [
            ("_HANDLER", handler),
            ("AWS_LAMBDA_RUNTIME_API", api.Address),
            ("AWS_REGION", TestTable.Region),
            ("AWS_ACCESS_KEY_ID", "local"),
            ("AWS_SECRET_ACCESS_KEY", SecretKey),
        ];
        foreach (var (name, value) in standard.Concat(variables))
        {
            start.Environment[name] = value;
        }

        return new RunningLambda(api, Process.Start(start)!);
    }

    /// <summary>Sends one event.</summary>
    /// <returns>What the function made of it; fails when the process ends instead.</returns>
    public async Task<Outcome> Send(LambdaEvent lambdaEvent)
    {
        var outcome = Api.SendAsync(lambdaEvent);
        if (await Task.WhenAny(outcome, ended) == ended)
        {
            Assert.Fail($"The process ended. {await output}{await errors}");
        }

        return await outcome.WaitAsync(TestContext.Current.CancellationToken);
    }

    public Task<Outcome> Send(string json) => Send(new LambdaEvent(json));

    /// <summary>Sends one event, which must be answered.</summary>
    public async Task<Dictionary<string, string>> Ask(LambdaEvent lambdaEvent)
    {
        var outcome = await Send(lambdaEvent);
        Assert.False(outcome.IsError, outcome.Text);
        return JsonSerializer.Deserialize<Dictionary<string, string>>(outcome.Body.Span)!;
    }

    public Task<Dictionary<string, string>> Ask(string json) => Ask(new LambdaEvent(json));

    public Task<Dictionary<string, string>> Ask(byte[] json) => Ask(Encoding.UTF8.GetString(json));

    /// <summary>Why the function does not start, once it has given up.</summary>
    public async Task<Outcome> InitializationError()
    {
        await ended.WaitAsync(TestContext.Current.CancellationToken);
        Assert.True(Api.InitializationError.IsCompleted, $"The process ended without a word to Lambda. {await output}{await errors}");
        return await Api.InitializationError;
    }

    /// <summary>Ends the process.</summary>
    /// <returns>Everything it logged.</returns>
    public async Task<string> Stop()
    {
        process.Kill();
        await ended;
        return await output + await errors;
    }

    public async ValueTask DisposeAsync()
    {
        var log = await Stop();
        await Api.DisposeAsync();
        process.Dispose();
        Assert.All(Private, secret => Assert.DoesNotContain(secret, log, StringComparison.OrdinalIgnoreCase));
    }
}
