using System.Diagnostics;
using System.Text;
using System.Text.Json;
using OrderHotline.RuntimeApi;

namespace OrderHotline.Hosts.Lambda.Tests;

/// <summary>The executable as Lambda starts it, in a process of its own against a Runtime API of its own. Whatever a test makes of
/// it, its log must name no customer: that is checked when the process ends.</summary>
sealed class RunningLambda : IAsyncDisposable
{
    public static readonly (string, string) ContractNow = ("HOTLINE_FIXED_NOW", "2018-11-07T10:00:00+09:00");

    static readonly string Executable = ExecutableUnderTest();

    readonly Process process;
    readonly TaskCompletionSource logIsRead;
    readonly StringBuilder log = new();
    bool isHungUp;
    readonly Task<string> output;
    readonly Task<string> errors;
    readonly Task ended;

    RunningLambda(FakeRuntimeApi api, Process process, bool isLogRead)
    {
        Api = api;
        this.process = process;
        logIsRead = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        output = ReadLog();
        if (isLogRead)
        {
            ReadTheLog();
        }

        errors = process.StandardError.ReadToEndAsync();
        ended = process.WaitForExitAsync();
    }

    public FakeRuntimeApi Api { get; }

    public static RunningLambda Start(string handler, params IEnumerable<(string Name, string Value)> variables) =>
        Start(new ProcessStartInfo(Executable), handler, variables, isLogRead: true);

    /// <summary>Starts it from a shell, which can give it another standard output. The log is not read before the test asks.</summary>
    /// <param name="script">Ends in running the executable, which is <c>$0</c>.</param>
    /// <param name="handler">Which function.</param>
    /// <param name="variables">Its environment.</param>
    public static RunningLambda StartFromAShell(string script, string handler, params IEnumerable<(string Name, string Value)> variables) =>
        Start(new ProcessStartInfo("/bin/sh", ["-c", script, Executable]), handler, variables, isLogRead: false);

    static RunningLambda Start(
        ProcessStartInfo start, string handler, IEnumerable<(string Name, string Value)> variables, bool isLogRead)
    {
        var api = FakeRuntimeApi.Start();
        (start.UseShellExecute, start.RedirectStandardOutput, start.RedirectStandardError) = (false, true, true);
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("HOTLINE_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        (string Name, string Value)[] standard =
        [
            ("_HANDLER", handler),
            ("AWS_LAMBDA_RUNTIME_API", api.Address),
            ("AWS_LAMBDA_HANDLER_LOG_FORMAT", "Unformatted"),
            ("AWS_REGION", TestTable.Region),
            ("AWS_ACCESS_KEY_ID", "local"),
            ("AWS_SECRET_ACCESS_KEY", PersonalData.SecretKey),
        ];
        foreach (var (name, value) in standard.Concat(variables))
        {
            start.Environment[name] = value;
        }

        return new RunningLambda(api, Process.Start(start)!, isLogRead);
    }

    /// <summary>Begins to read the log, from its first line.</summary>
    public void ReadTheLog() => logIsRead.TrySetResult();

    /// <summary>Closes the log's other end.</summary>
    public void HangUpOnTheLog()
    {
        isHungUp = true;
        process.StandardOutput.Close();
    }

    /// <summary>What is read of the log.</summary>
    public string LogSoFar
    {
        get
        {
            lock (log)
            {
                return $"{log}";
            }
        }
    }

    async Task<string> ReadLog()
    {
        await logIsRead.Task;
        var piece = new char[4096];
        while (!isHungUp && await process.StandardOutput.ReadAsync(piece) is > 0 and var length)
        {
            lock (log)
            {
                log.Append(piece, 0, length);
            }
        }

        return LogSoFar;
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

    /// <summary>Sends one event with a minute for it, of which a call takes seven seconds at most.</summary>
    public Task<Outcome> Send(string json) => Send(new LambdaEvent(json) { Deadline = DateTimeOffset.UtcNow.AddMinutes(1) });

    /// <summary>Sends one event, which must be answered.</summary>
    public async Task<Dictionary<string, string>> Ask(LambdaEvent lambdaEvent)
    {
        var outcome = await Send(lambdaEvent);
        Assert.False(outcome.IsError, outcome.Text);
        return ReplyOf(outcome);
    }

    public async Task<Dictionary<string, string>> Ask(string json)
    {
        var outcome = await Send(json);
        Assert.False(outcome.IsError, outcome.Text);
        return ReplyOf(outcome);
    }

    public Task<Dictionary<string, string>> Ask(byte[] json) => Ask(Encoding.UTF8.GetString(json));

    /// <summary>Why the function does not start, once it has given up.</summary>
    public async Task<Outcome> InitializationError()
    {
        await ended.WaitAsync(TestContext.Current.CancellationToken);
        Assert.True(Api.InitializationError.IsCompleted, $"The process ended without a word to Lambda. {await output}{await errors}");
        return await Api.InitializationError;
    }

    /// <summary>The reply as a flow gets it.</summary>
    public static Dictionary<string, string> ReplyOf(Outcome outcome) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(outcome.Body.Span)!;

    /// <summary>Completes when the process has ended.</summary>
    public Task Ended => ended;

    /// <summary>Ends the process at once, in the middle of whatever it does.</summary>
    public void Kill() => process.Kill();

    /// <summary>Ends the process.</summary>
    /// <returns>Everything it logged.</returns>
    public async Task<string> Stop()
    {
        process.Kill();
        await ended;
        ReadTheLog();
        return await output + await errors;
    }

    public async ValueTask DisposeAsync()
    {
        var logged = await Stop();
        await Api.DisposeAsync();
        process.Dispose();
        Assert.Empty(PersonalData.In(logged, Api.RequestIds));
    }

    // The one that was built for these tests, or any other that Lambda might run, such as a published one.
    static string ExecutableUnderTest()
    {
        var given = Environment.GetEnvironmentVariable("HOTLINE_BOOTSTRAP");
        var file = string.IsNullOrEmpty(given)
            ? Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "bootstrap.exe" : "bootstrap")
            : Path.GetFullPath(given);
        Console.WriteLine($"The function under test is {file}{(File.Exists(file) ? "" : ", and there is no such file")}.");
        return file;
    }
}
