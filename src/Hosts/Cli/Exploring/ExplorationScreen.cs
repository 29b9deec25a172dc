using System.Globalization;
using OrderHotline.CallSimulator.Exploration;
using Spectre.Console;

namespace OrderHotline.Hosts.Cli;

/// <summary>Shows how far an exploration is: to a person at a terminal, and to nobody else.</summary>
static class ExplorationScreen
{
    /// <summary>Runs an exploration and shows its progress.</summary>
    public static Task<ExplorationResult> Watch(TextWriter output, int depth, Func<IProgress<ExplorationProgress>?, Task<ExplorationResult>> explore) =>
        !TerminalWriter.IsATerminal(output)
            ? explore(null)
            : AnsiConsole.Progress().AutoClear(true).StartAsync(async screen =>
            {
                var task = screen.AddTask("ring", maxValue: depth + 1);
                return await explore(new Progress<ExplorationProgress>(reached =>
                {
                    task.Value = reached.Depth + 1;
                    task.Description = string.Create(
                        CultureInfo.InvariantCulture, $"{reached.Depth} acts, {reached.States:N0} states, {reached.Transitions:N0} steps");
                }));
            });
}
