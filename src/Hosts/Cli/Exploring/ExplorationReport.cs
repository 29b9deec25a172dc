using System.Globalization;
using OrderHotline.CallSimulator;
using OrderHotline.CallSimulator.Exploration;
using OrderHotline.CallSimulator.Scenarios;

namespace OrderHotline.Hosts.Cli;

/// <summary>What came of an exploration, in words.</summary>
static class ExplorationReport
{
    const string Extension = ".call";

    /// <summary>The figures, and a line or more for each property.</summary>
    public static string Text(ExplorationResult exploration, ExplorationSettings settings, TimeSpan took) => string.Join(
        '\n',
        ((IEnumerable<string>)[
            string.Create(
                CultureInfo.InvariantCulture,
                $"{exploration.Calls:N0} calls of up to {settings.Depth} acts, from {settings.Worlds.Length} beginnings"),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{exploration.States:N0} states, {exploration.Transitions:N0} steps, {took.TotalSeconds:0.0} seconds"),
            exploration.IsComplete
                ? "every state was played on from: this is true of calls of any length"
                : $"states that only longer calls reach are left out: --depth {settings.Depth + 1} goes on",
            .. exploration.Verdicts.SelectMany(verdict => verdict switch
            {
                PropertyVerdict.Broken broken => Call(broken).Prepend($"{broken.Property.Sentence}: broken after {Acts(broken.Length)}"),
                _ => [$"{verdict.Property.Sentence}: holds"],
            }),
        ]).Select(VisibleText.OneLine));

    /// <summary>Writes the shortest call that breaks each property, a scenario each.</summary>
    public static async Task Write(
        Deployment deployment, ExplorationSettings settings, ExplorationResult exploration, DirectoryInfo folder, CancellationToken cancellation)
    {
        folder.Create();
        foreach (var broken in exploration.Verdicts.OfType<PropertyVerdict.Broken>())
        {
            var scenario = await CounterExamples.AsScenario(deployment, settings, broken, cancellation);
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, scenario.Name + Extension), ScenarioText.Write(scenario), cancellation);
        }
    }

    static IEnumerable<string> Call(PropertyVerdict.Broken broken) =>
        [$"  {broken.World.Name}", .. broken.Acts.Select(act => $"  - {act}"), $"  {broken.Why}"];

    static string Acts(int number) => number == 1 ? "1 act" : $"{number} acts";
}
