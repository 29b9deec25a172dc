using System.Text.Json.Nodes;
using NodaTime;
using OrderHotline.CallSimulator;
using OrderHotline.CallSimulator.Exploration;
using OrderHotline.ContactFlows;

namespace OrderHotline.Calls.Tests.Exploring;

/// <summary>What is deployed, with faults planted in its flows.</summary>
static class PlantedLine
{
    static readonly LocalDate Day = new(2026, 11, 25);

    public static Deployment Deployed { get; } = Deployment.Read(new(Path.Combine(AppContext.BaseDirectory, "deploy")));

    public static ExplorationSettings Everywhere { get; } = new() { Worlds = StartWorlds.All(Deployed, Day) };

    /// <summary>Calls that begin in one world.</summary>
    public static ExplorationSettings In(string world, int depth) =>
        Everywhere with { Worlds = [Everywhere.Worlds.Single(one => one.Name == world)], Depth = depth };

    /// <summary>The line with one flow edited.</summary>
    public static Deployment With(string flow, Action<JsonObject> edit) => With(Deployed, flow, edit);

    /// <summary>Another line with one flow edited.</summary>
    public static Deployment With(Deployment line, string flow, Action<JsonObject> edit)
    {
        var document = JsonNode.Parse(line.Flows[flow].ToJson())!.AsObject();
        edit(document);
        return line with
        {
            Flows = line.Flows.ToDictionary(
                known => known.Key,
                known => known.Key == flow ? Flow.Read(System.Text.Encoding.UTF8.GetBytes(document.ToJsonString())) : known.Value),
        };
    }

    public static JsonObject Action(this JsonObject flow, string identifier) =>
        flow["Actions"]!.AsArray().Single(action => action!["Identifier"]!.GetValue<string>() == identifier)!.AsObject();

    public static void Add(this JsonObject flow, string action) => flow["Actions"]!.AsArray().Add(JsonNode.Parse(action));

    public static void Next(this JsonObject action, string next) => action["Transitions"]!["NextAction"] = next;

    /// <summary>Leads on elsewhere, whatever went wrong.</summary>
    public static void Leads(this JsonObject action, string next)
    {
        action.Next(next);
        action.Error("NoMatchingError", next);
    }

    /// <summary>Puts other words into the place where a flow keeps them.</summary>
    public static void Says(this JsonObject flow, string action, string name, string words) =>
        flow.Action(action)["Parameters"]!["FlowAttributes"]![name]!["Value"] = words;

    /// <summary>Leads an error elsewhere.</summary>
    public static void Error(this JsonObject action, string error, string next) => action["Transitions"]!["Errors"]!.AsArray()
        .Single(branch => branch!["ErrorType"]!.GetValue<string>() == error)!["NextAction"] = next;

    /// <summary>Leads a result elsewhere.</summary>
    public static void Condition(this JsonObject action, string operand, string next) => action["Transitions"]!["Conditions"]!.AsArray()
        .Single(branch => branch!["Condition"]!["Operands"]![0]!.GetValue<string>() == operand)!["NextAction"] = next;

    /// <summary>The exploration, and what was found of one property.</summary>
    public static async Task<PropertyVerdict> Judge<TProperty>(Deployment deployment, ExplorationSettings settings)
        where TProperty : CallProperty =>
        Assert.Single(
            (await CallExplorer.Explore(deployment, settings, progress: null, TestContext.Current.CancellationToken)).Verdicts,
            verdict => verdict.Property is TProperty);

    /// <summary>Demands that a property is broken by this call, and by no shorter one.</summary>
    public static async Task<PropertyVerdict.Broken> Breaks<TProperty>(
        Deployment deployment, ExplorationSettings settings, params string[] acts)
        where TProperty : CallProperty
    {
        var broken = Assert.IsType<PropertyVerdict.Broken>(await Judge<TProperty>(deployment, settings));
        Assert.Equal(acts, broken.Acts.Skip(1).Select(act => act.ToString()));
        if (settings.Depth > 0 && broken.Length > 0)
        {
            Assert.IsType<PropertyVerdict.Holds>(await Judge<TProperty>(deployment, settings with { Depth = broken.Length - 1 }));
        }

        return broken;
    }
}
