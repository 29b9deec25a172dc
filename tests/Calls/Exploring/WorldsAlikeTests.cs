using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Exploration;
using static OrderHotline.Calls.Tests.Exploring.PlantedLine;

namespace OrderHotline.Calls.Tests.Exploring;

/// <summary>Worlds that differ in their instance alone are explored as one until a call looks at what is different there.</summary>
public sealed class WorldsAlikeTests
{
    const int Depth = 3;

    static readonly ExplorationSettings Placed = Everywhere with
    {
        Worlds =
        [
            .. Everywhere.Worlds.Where(world => world.Name.StartsWith("placed, ", StringComparison.Ordinal)
                && world.Connect.SessionAttributes == SessionAttributesOf.TheFlow),
        ],
        Depth = Depth,
    };

    [Theory]
    [InlineData("closed", "placed, operators gone home")]
    [InlineData("nobody", "placed, no operator logged in")]
    [InlineData("full", "placed, full queue")]
    public async Task A_fault_that_one_of_them_has_is_found_in_that_one(string words, string world)
    {
        var line = With("Operator", flow => flow.Action(words)["Parameters"]!["Text"] = "ただいまお受けできません。");

        var together = Assert.IsType<PropertyVerdict.Broken>(await Judge<EveryPromptIsInTheCallersLanguage>(line, Placed));
        var alone = Assert.IsType<PropertyVerdict.Broken>(await Judge<EveryPromptIsInTheCallersLanguage>(line, In(world, Depth)));

        Assert.Equal(world, together.World.Name);
        Assert.Equal(alone.Acts.Select(act => act.ToString()), together.Acts.Select(act => act.ToString()));
    }

    [Fact]
    public async Task Together_they_have_the_states_of_each_and_those_alike_once()
    {
        var together = await Explore(Placed);
        var alone = new List<ExplorationResult>();
        foreach (var world in Placed.Worlds)
        {
            alone.Add(await Explore(In(world.Name, Depth)));
        }

        Assert.Equal(4, alone.Count);
        Assert.InRange(together.States, alone.Max(one => one.States) + 1, alone.Sum(one => one.States) - 1);
        Assert.All(alone.Append(together), one => Assert.All(one.Verdicts, verdict => Assert.IsType<PropertyVerdict.Holds>(verdict)));
    }

    static Task<ExplorationResult> Explore(ExplorationSettings settings) =>
        CallExplorer.Explore(Deployed, settings, progress: null, TestContext.Current.CancellationToken);
}
