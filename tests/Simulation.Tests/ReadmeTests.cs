using System.Runtime.CompilerServices;

namespace OrderHotline.Simulation.Tests;

/// <summary>What README.md tells a newcomer to type is understood.</summary>
public sealed class ReadmeTests
{
    const string Command = "dotnet run -c Release --project tests/Simulation -- ";

    [Fact]
    public void The_simulation_understands_the_arguments_that_README_gives_it()
    {
        var readme = Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "README.md");
        var command = Assert.Single(File.ReadLines(readme), line => line.StartsWith(Command, StringComparison.Ordinal));

        Assert.True(TrialOptions.TryRead(command[Command.Length..].Split(' '), out _, out var problem), problem);
    }

    static string Here([CallerFilePath] string file = "") => file;
}
