using OrderHotline.CallSimulator.Exploration;

using static OrderHotline.Calls.Tests.Exploring.PlantedLine;

namespace OrderHotline.Calls.Tests.Exploring;

/// <summary>The deployed line, in every call up to a few acts.</summary>
public sealed class EveryCallTests
{
    [Fact]
    public async Task Every_property_holds_in_every_call_to_the_deployed_line()
    {
        var exploration = await Explore(Everywhere with { Depth = 5 });

        Assert.Empty(exploration.Verdicts
            .OfType<PropertyVerdict.Broken>()
            .Select(broken => $"{broken.Why} {string.Join(", ", broken.Acts)}"));
        Assert.Equal(CallProperties.All.Length, exploration.Verdicts.Length);
        Assert.InRange((long)exploration.Calls, 500_000, long.MaxValue);
        Assert.False(exploration.IsComplete);
    }

    [Fact]
    public async Task Merging_leaves_out_no_call()
    {
        var settings = In("placed, operators there", depth: 4);

        var merged = await Explore(settings);
        var oneByOne = await Explore(settings with { Properties = [.. settings.Properties, new RemembersEverything()] });

        Assert.Equal(oneByOne.Calls, merged.Calls);
        Assert.InRange(merged.States, 1, oneByOne.States / 2);
        Assert.DoesNotContain(oneByOne.Verdicts, verdict => verdict is PropertyVerdict.Broken);
    }

    [Fact]
    public async Task An_exploration_tells_the_same_whoever_does_the_work()
    {
        var settings = In("due tomorrow, before the cut-off, operators gone home", depth: 4);

        var (one, another) = (await Explore(settings with { Workers = 1 }), await Explore(settings with { Workers = 3 }));

        Assert.Equal((one.Calls, one.States, one.Transitions), (another.Calls, another.States, another.Transitions));
    }

    [Fact]
    public async Task Attributes_that_only_functions_read_keep_calls_apart_when_they_are_said_to()
    {
        // Why an operator was asked for: nobody is there to hear it.
        var settings = In("placed, operators gone home", depth: 4);

        var (merged, apart) = (await Explore(settings), await Explore(settings with { FunctionsReadAttributes = true }));

        Assert.Equal(merged.Calls, apart.Calls);
        Assert.InRange(apart.States, merged.States + 1, int.MaxValue);
    }

    [Fact]
    public async Task A_world_that_soon_comes_to_an_end_is_explored_whole()
    {
        var exploration = await Explore(In("withheld number, no operator logged in", depth: 30));

        Assert.True(exploration.IsComplete);
        Assert.InRange(exploration.Depth, 1, 29);
    }

    // Each of these is what a caller hears who asks for a day beyond an edge of the policy.
    [Theory]
    [InlineData("nothing ships tomorrow", "We do not ship on that day.")]
    [InlineData("at the cut-off", "That is too soon for us to ship.")]
    [InlineData("due on the last day", "That is too far ahead.")]
    [InlineData("the year's last day", "Shipping on Friday, January 1st, is that right?")]
    [InlineData("a minute before the cut-off", "Shipping on Thursday, November 26th, is that right?")]
    public async Task The_edges_of_the_policy_are_asked_for(string world, string words)
    {
        var exploration = await Explore(In(world, depth: 2) with { Properties = [new NeverSays(words)] });

        Assert.IsType<PropertyVerdict.Broken>(Assert.Single(exploration.Verdicts));
    }

    static Task<ExplorationResult> Explore(ExplorationSettings settings) =>
        CallExplorer.Explore(Deployed, settings, progress: null, TestContext.Current.CancellationToken);

    sealed class NeverSays(string words) : CallProperty
    {
        public override string Sentence => $"Nobody hears {words}";

        public override string? WhatIsWrong(string remembered, ExploredStep step) =>
            step.Heard.Any(heard => heard.Words.Contains(words, StringComparison.Ordinal)) ? words : null;
    }

    /// <summary>Keeps every call apart from every other.</summary>
    sealed class RemembersEverything : CallProperty
    {
        public override string Sentence => "Every call is its own";

        public override string Remember(string before, ExploredStep step) => $"{before}, {step.Act}";
    }
}
