using System.Collections.Immutable;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Exploration;
using OrderHotline.Contracts;

namespace OrderHotline.CallSimulator.Tests;

/// <summary>What the exploration leaves out by it: a bot whose code hook gives no answer has made nothing of what was said.</summary>
public sealed class LostForTheBotTests
{
    const string Hook = "OrderDialog";

    static readonly ExplorationSettings Settings = new()
    {
        Worlds = StartWorlds.All(Deployed.Line, SampleOrder.Now.InZone(BotCall.Tokyo).Date),
    };

    public static TheoryData<InjectedFault> NoAnswer => [InjectedFault.FailsBeforeItsWork, InjectedFault.TimesOut];

    [Theory]
    [MemberData(nameof(NoAnswer))]
    public async Task The_call_goes_on_the_same_whatever_was_said(InjectedFault fault)
    {
        var world = Settings.Worlds[0];
        var player = new StepPlayer(Deployed.Line, world, Settings);
        var asked = await AskedForADay(player, world);
        var goesOn = new List<CallState>();
        foreach (var act in CandidateActs.In(asked, ShopRecords.Of(world.Orders), world, Deployed.Line).Where(act => act is not CallerAct.HangsUp))
        {
            var faults = ImmutableSortedDictionary.Create<string, InjectedFault>(StringComparer.Ordinal).Add(Hook, fault);
            var step = await player.Play(asked, ShopRecords.Of(world.Orders), new(act, faults), TestContext.Current.CancellationToken);
            Assert.Equal(Hook, player.Calls[0]);
            goesOn.Add(step.After with { Now = default, Spoken = default });
        }

        Assert.InRange(goesOn.Count, 15, int.MaxValue);
        Assert.Single(goesOn.Distinct());
        Assert.Equal(asked.Bots.AsOf(world.At), goesOn[0].Bots);
    }

    [Fact]
    public async Task Each_way_is_played_with_one_act_and_what_is_answered_with_every_act()
    {
        var world = Settings.Worlds[0];
        var player = new StepPlayer(Deployed.Line, world, Settings);
        var asked = await AskedForADay(player, world);
        var (lost, steps) = (new HashSet<string>(StringComparer.Ordinal), new List<ExploredStep>());
        var acts = CandidateActs.In(asked, ShopRecords.Of(world.Orders), world, Deployed.Line).ToList();
        foreach (var act in acts)
        {
            await foreach (var step in player.EveryStep(asked, ShopRecords.Of(world.Orders), act, lost, TestContext.Current.CancellationToken))
            {
                steps.Add(step);
            }
        }

        Assert.Equal(acts, steps.Where(step => step.Act.Faults.IsEmpty).Select(step => step.Act.Act));
        var broken = steps.Where(step => step.Act.Faults.ContainsKey(Hook)).Select(step => string.Join(',', step.Act.Faults)).ToList();
        Assert.Equal(broken.Distinct(), broken);
        Assert.InRange(broken.Count, 2, int.MaxValue);
    }

    static async Task<CallState> AskedForADay(StepPlayer player, StartWorld world)
    {
        CallState? call = null;
        CallerAct?[] acts = [null, new CallerAct.StaysSilent(), new CallerAct.Presses("1"), new CallerAct.Presses("1")];
        foreach (var act in acts)
        {
            var nothingFails = ImmutableSortedDictionary<string, InjectedFault>.Empty;
            call = (await player.Play(call, ShopRecords.Of(world.Orders), new(act, nothingFails), TestContext.Current.CancellationToken)).After;
        }

        Assert.IsType<CallWaiting.ForAnswer>(call!.Waiting);
        return call;
    }
}
