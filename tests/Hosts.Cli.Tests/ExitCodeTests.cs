using System.Diagnostics;
using System.Globalization;

namespace OrderHotline.Hosts.Cli.Tests;

/// <summary>The code that a command ends with says what kind of end it was.</summary>
public sealed class ExitCodeTests : IDisposable
{
    readonly Desk desk = new();

    public ExitCodeTests()
    {
        Directory.CreateDirectory(desk.PathOf("empty"));
        desk.Put("empty/notes.txt", "no flow");
        desk.Put("headings.tsv", "now\tlanguage\tsaid\treads\n");
    }

    public void Dispose() => desk.Dispose();

    [Theory]
    [InlineData("flow check @empty", "There is no flow in ")]
    [InlineData("flow draw @empty", "There is no flow in ")]
    [InlineData("run @empty", "There is no scenario in ")]
    [InlineData("explore --depth 0", "without an act nothing is checked")]
    [InlineData("date --table @headings.tsv", "nothing was checked")]
    public async Task Nothing_checked_is_not_success(string line, string words) => (await desk.Type(line)).FailedSaying(words);

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("orders")]
    [InlineData("flow check")]
    [InlineData("call --nonsense")]
    [InlineData("date")]
    public async Task What_is_typed_wrong_ends_with_2(string line) => Assert.Equal(ExitCodes.BadInput, (await desk.Type(line)).ExitCode);

    [Theory]
    [InlineData("orders list --caller +819012345678 --dynamodb http://127.0.0.1:1")]
    [InlineData("table create --dynamodb http://127.0.0.1:1")]
    public async Task A_service_that_fails_ends_with_3(string line) => (await desk.Type(line)).BrokeSaying("Nothing answers at ");

    [Fact]
    public async Task Help_tells_every_code() =>
        Assert.Contains(
            "Ends with 0: done; 1: a check failed; 2: ", (await desk.Type("--help")).Succeeded().Output.ReplaceLineEndings(" "), StringComparison.Ordinal);

    [Fact]
    public async Task Ctrl_C_ends_a_command_with_130()
    {
        using var interrupted = new CancellationTokenSource();
        await interrupted.CancelAsync();
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);

        Assert.Equal(ExitCodes.Interrupted, await HotlineCommand.Run(["explore", "--depth", "2"], output, error, interrupted.Token));
        Assert.Equal("Interrupted.\n", error.ToString());
    }

    [Fact]
    public async Task The_executable_heeds_the_signal_even_while_it_waits_for_somebody_to_type()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no kill -INT.");
        using var hotline = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "hotline"), ["call"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await hotline.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        using (var kill = Process.Start("kill", ["-INT", hotline.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await hotline.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Interrupted, hotline.ExitCode);
    }
}
