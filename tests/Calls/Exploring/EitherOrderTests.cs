using System.Text.Json.Nodes;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Exploration;
using OrderHotline.CallSimulator.Functions;
using static OrderHotline.Calls.Tests.Exploring.PlantedLine;

namespace OrderHotline.Calls.Tests.Exploring;

/// <summary>Whether a block's session attributes or those of the session count is not documented: the line is the same either way.</summary>
public sealed class EitherOrderTests
{
    const string Placed = "placed, operators there";
    const string PlacedOfTheBot = "placed, operators there, the bot's attributes count";

    [Fact]
    public async Task No_call_to_the_deployed_line_comes_across_the_order()
    {
        var settings = Everywhere with { Depth = 4 };
        var oneOrder = settings with
        {
            Worlds = [.. settings.Worlds.Where(world => world.Connect.SessionAttributes == SessionAttributesOf.TheFlow)],
        };

        var (either, one) = (await Explore(settings), await Explore(oneOrder));

        // A call that came across it would be explored twice from there on.
        Assert.Equal(settings.Worlds.Length, oneOrder.Worlds.Length * 2);
        Assert.Equal((one.Calls, one.States, one.Transitions), (either.Calls, either.States, either.Transitions));
    }

    [Fact]
    public async Task A_dialogue_that_keeps_what_the_flow_passed_is_found_where_the_bots_attributes_count()
    {
        var broken = await Breaks<NothingIsOfferedThatWouldBeRefused>(
            Deployed,
            Keeping(In(PlacedOfTheBot, depth: 4)),
            "presses 2",
            "says \"I'd like to cancel my order\"",
            "says \"yes\"",
            "says \"December 1st\"");

        Assert.Equal(SessionAttributesOf.TheBot, broken.World.Connect.SessionAttributes);
        Assert.IsType<PropertyVerdict.Holds>(await Judge<NothingIsOfferedThatWouldBeRefused>(Deployed, Keeping(In(Placed, depth: 4))));
    }

    [Fact]
    public async Task It_is_found_among_all_worlds_too()
    {
        var settings = Everywhere with
        {
            Worlds = [.. Everywhere.Worlds.Where(world => world.Name.StartsWith("placed, ", StringComparison.Ordinal))],
            Depth = 4,
        };

        var broken = Assert.IsType<PropertyVerdict.Broken>(
            await Judge<NothingIsOfferedThatWouldBeRefused>(Deployed, Keeping(settings)));

        Assert.Equal(PlacedOfTheBot, broken.World.Name);
    }

    static Task<ExplorationResult> Explore(ExplorationSettings settings) =>
        CallExplorer.Explore(Deployed, settings, progress: null, TestContext.Current.CancellationToken);

    // The dialogue, as if it left in the session what the flow had passed of the order.
    static ExplorationSettings Keeping(ExplorationSettings settings)
    {
        return settings with { Functions = (orders, shop, log) => Plant(settings.Functions(orders, shop, log)) };

        static InvokeFunction Plant(InvokeFunction functions) => async (call, cancellation) =>
        {
            var answer = await functions(call, cancellation);
            if (call.Name != "OrderDialog" || answer is not FunctionAnswer.Replied(var reply, var took))
            {
                return answer;
            }

            var response = JsonNode.Parse(reply.Span)!;
            var session = response["sessionState"]!;
            var attributes = session["sessionAttributes"]!.AsObject();
            if (session["dialogAction"]!["type"]!.GetValue<string>() == "Close")
            {
                foreach (var (name, text) in JsonNode.Parse(call.Payload.Span)!["sessionState"]!["sessionAttributes"]!.AsObject())
                {
                    attributes.TryAdd(name, text?.DeepClone());
                }
            }

            return new FunctionAnswer.Replied(System.Text.Encoding.UTF8.GetBytes(response.ToJsonString()), took);
        };
    }
}
