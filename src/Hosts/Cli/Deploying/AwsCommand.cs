using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrderHotline.Hosts.Cli;

/// <summary>The <c>aws</c> command line: the one way in which <c>hotline</c> reaches an account.</summary>
/// <remarks>It signs in, retries, reads pages and asks each service as everybody's <c>aws</c> does, so nothing of that is here. Every option
/// that is used is in 2.9.19, the one of Debian 12.</remarks>
sealed class AwsCommand
{
    /// <summary>What an option is given that must not be seen in a list of processes: its text comes by standard input.</summary>
    public const string Given = "file:///dev/stdin";

    static readonly Version Oldest = new(2, 9);

    static readonly string Executable = OperatingSystem.IsWindows() ? "aws.exe" : "aws";

    readonly string program;

    AwsCommand(string program, string region) => (this.program, Region) = (program, region);

    /// <summary>The region that everything is asked in.</summary>
    public string Region { get; }

    /// <summary>Finds <c>aws</c> and the region.</summary>
    /// <param name="region">The region that was typed; null for the one that <c>aws</c> itself would take.</param>
    /// <param name="cancellation">Ends the asking.</param>
    /// <exception cref="AwsFailure">There is no <c>aws</c>, or it is too old.</exception>
    /// <exception cref="InvalidDataException">Nobody says which region.</exception>
    public static async Task<AwsCommand> Open(string? region, CancellationToken cancellation)
    {
        var found = OnPath() ?? throw new AwsFailure("aws --version", code: null, "There is no aws on the PATH.", AwsFailure.Install);
        var unplaced = new AwsCommand(found, "");
        var (_, said, _) = await unplaced.Run(["--version"], given: null, cancellation);
        if (!Version.TryParse(said.Split(' ')[0].Split('/')[^1].Trim(), out var version) || version < Oldest)
        {
            throw new AwsFailure("aws --version", code: null, $"It is {said.Trim()}; hotline needs {Oldest} or later.", AwsFailure.Install);
        }

        region ??= Environment.GetEnvironmentVariable("AWS_REGION") ?? Environment.GetEnvironmentVariable("AWS_DEFAULT_REGION")
            ?? (await unplaced.Run(["configure", "get", "region"], given: null, cancellation)).Output.Trim();
        return region.Length > 0
            ? new(found, region)
            : throw new InvalidDataException("Nobody says in which region: name it, such as --region ap-northeast-1.");
    }

    /// <summary>Asks something of AWS.</summary>
    /// <param name="words">Service, operation and options.</param>
    /// <param name="cancellation">Ends the asking.</param>
    /// <param name="given">What <see cref="Given"/> among the words stands for.</param>
    /// <returns>What it answers; an empty object where it answers nothing.</returns>
    /// <exception cref="AwsFailure">It does not answer that.</exception>
    public async Task<JsonNode> Ask(IReadOnlyList<string> words, CancellationToken cancellation, string? given = null)
    {
        var (ended, output, error) = await Run([.. words, "--region", Region, "--output", "json"], given, cancellation);
        if (ended != 0)
        {
            throw AwsFailure.Read($"aws {words[0]} {words[1]}", error);
        }

        try
        {
            return (output.Trim().Length > 0 ? JsonNode.Parse(output) : null) ?? new JsonObject();
        }
        catch (JsonException)
        {
            throw new AwsFailure($"aws {words[0]} {words[1]}", code: null, "It answered something that is no JSON.", "Is it really aws that is first on the PATH?");
        }
    }

    /// <summary>Asks for something that may not be there.</summary>
    /// <returns>Null when a failure with one of these codes says that it is not.</returns>
    public async Task<JsonNode?> AskForWhatMayLack(IReadOnlyList<string> words, IReadOnlyCollection<string> codes, CancellationToken cancellation)
    {
        try
        {
            return await Ask(words, cancellation);
        }
        catch (AwsFailure failure) when (codes.Contains(failure.Code))
        {
            return null;
        }
    }

    async Task<(int Ended, string Output, string Error)> Run(IReadOnlyList<string> words, string? given, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var start = new ProcessStartInfo(program, words)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        (start.Environment["AWS_PAGER"], start.Environment["AWS_CLI_AUTO_PROMPT"]) = ("", "off");
        using var aws = Process.Start(start)!;
        try
        {
            var (output, error) = (aws.StandardOutput.ReadToEndAsync(cancellation), aws.StandardError.ReadToEndAsync(cancellation));
            await Give(aws.StandardInput, given);
            await aws.WaitForExitAsync(cancellation);
            return (aws.ExitCode, await output, await error);
        }
        finally
        {
            if (!aws.HasExited)
            {
                aws.Kill(entireProcessTree: true);
            }
        }
    }

    static async Task Give(StreamWriter input, string? given)
    {
        try
        {
            await input.WriteAsync(given);
            input.Close();
        }
        catch (IOException)
        {
            // It ended before it had read all, and says why by its code and its errors.
        }
    }

    static string? OnPath() => (
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        let file = Path.Combine(folder, Executable)
        where File.Exists(file)
        select file).FirstOrDefault();
}
