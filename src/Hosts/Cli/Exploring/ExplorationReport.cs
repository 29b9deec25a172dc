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

    /// <summary>The same for machines.</summary>
    public static Task WriteJson(TextWriter output, ExplorationResult exploration, ExplorationSettings settings) =>
        JsonReport.Write(output, writer =>
        {
            writer.WritePropertyName("calls");
            writer.WriteRawValue(exploration.Calls.ToString(CultureInfo.InvariantCulture));
            writer.WriteNumber("depth", settings.Depth);
            writer.WriteNumber("beginnings", settings.Worlds.Length);
            writer.WriteNumber("states", exploration.States);
            writer.WriteNumber("steps", exploration.Transitions);
            writer.WriteBoolean("complete", exploration.IsComplete);
            writer.List("properties", exploration.Verdicts, verdict =>
            {
                writer.WriteString("property", verdict.Property.Sentence);
                writer.WriteBoolean("holds", verdict is not PropertyVerdict.Broken);
                writer.WriteString("brokenBy", Case(verdict).Failure);
            });
        });

    /// <summary>A property, and the call that breaks it; empty when it holds.</summary>
    public static (string Name, string Failure) Case(PropertyVerdict verdict) => (
        verdict.Property.Sentence,
        verdict is PropertyVerdict.Broken broken ? string.Join('\n', Call(broken).Select(VisibleText.OneLine)) : "");

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
