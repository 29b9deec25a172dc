using System.Runtime.CompilerServices;

namespace OrderHotline.Hosts.Cli.Tests;

/// <summary>What README.md tells a newcomer to type does what it says.</summary>
public sealed class ReadmeTests
{
    const string Hotline = "dotnet run --project src/Hosts/Cli -- ";
    const string Simulation = "dotnet run -c Release --project tests/Simulation -- ";

    static readonly string Repository = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", ".."));

    static readonly string[] Commands =
    [
        .. File.ReadAllLines(Path.Combine(Repository, "README.md")).Where(line => line.StartsWith("dotnet ", StringComparison.Ordinal)),
    ];

    public static TheoryData<string> HotlineCommands =>
        [.. Commands.Where(command => command.StartsWith(Hotline, StringComparison.Ordinal)).Select(command => command[Hotline.Length..])];

    [Theory]
    [MemberData(nameof(HotlineCommands))]
    public async Task Every_command_of_hotline_runs(string arguments)
    {
        using var desk = new Desk();
        var inTheRepository = arguments.Replace("tests/", $"{Repository}/tests/", StringComparison.Ordinal);

        // The call waits for a person; here a file speaks.
        var ran = await desk.Type(arguments == "call"
            ? $"call --language en-US --input {Repository}/tests/Calls/Scripts/change-the-date.en.txt"
            : inTheRepository);

        Assert.NotEmpty(ran.Succeeded().Output);
    }

    [Fact]
    public void No_other_command_is_promised() =>
        Assert.Equal(
            ["dotnet test Hexagonal.sln"],
            Commands.Where(command => !command.StartsWith(Hotline, StringComparison.Ordinal)
                && !command.StartsWith(Simulation, StringComparison.Ordinal)));

    static string Here([CallerFilePath] string file = "") => file;
}
