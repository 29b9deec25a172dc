using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Exploration;
using OrderHotline.CallSimulator.Scenarios;
using OrderHotline.Domain;
using OrderHotline.Hosts.Cli;

namespace OrderHotline.Softphone.Tests;

/// <summary>The explorer's acts, over HTTP: a page sees the states that the explorer finds in this process.</summary>
public sealed class ExplorerOverHttpTests
{
    const int Paths = 200;
    const int LongestPath = 8;

    static readonly ExplorationSettings Settings = new() { Worlds = Worlds() };

    [Fact]
    public async Task The_page_sees_the_states_that_the_explorer_finds()
    {
        var (overHttp, inProcess) = (new HashSet<string>(), new HashSet<string>());
        var (steps, ended) = (0, 0);
        for (var number = 0; number < Settings.Worlds.Length; number++)
        {
            var world = Settings.Worlds[number];
            await using var telephone = await Telephone.Rings(Telephone.Line, Beginning(world));
            for (var path = number; path < Paths; path += Settings.Worlds.Length)
            {
                var (taken, over) = await Walk(telephone, world, new Random(path));
                steps += taken;
                ended += over ? 1 : 0;
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Paths} paths in {Settings.Worlds.Length} worlds, {steps} steps, {ended} calls ended, {overHttp.Count} states.");
        Assert.Equal(inProcess.Order(StringComparer.Ordinal), overHttp.Order(StringComparer.Ordinal));
        Assert.InRange(overHttp.Count, 100, int.MaxValue);

        async Task<(int Steps, bool IsOver)> Walk(Telephone telephone, StartWorld world, Random chance)
        {
            var player = new StepPlayer(Telephone.Line, world, Settings);
            var isSlow = chance.Next(4) == 0;
            await telephone.Break(
                [.. isSlow ? ["functionSlow"] : (string[])[], .. world.Operators is OperatorsFound.Closed ? ["operatorsClosed"] : (string[])[]]);
            var isEnglish = chance.Next(2) == 0;
            var picture = await telephone.Call(isEnglish ? "en-US" : "ja-JP");
            var faults = isSlow ? Slow : ImmutableSortedDictionary<string, InjectedFault>.Empty;
            var step = await player.Play(null, ShopRecords.Of(world.Orders), new(null, faults), TestContext.Current.CancellationToken);
            CallerAct chosen = isEnglish ? new CallerAct.Presses("2") : new CallerAct.StaysSilent();
            for (var taken = 1; ; taken++)
            {
                step = await player.Play(step.After, step.RecordsAfter, new(chosen, faults), TestContext.Current.CancellationToken);
                var (seen, found) = (Seen(picture), Found(step));
                Assert.True(seen == found, $"{world.Name}, after {chosen}:\n{seen}\n{found}");
                overHttp.Add($"{world.Name}: {seen}");
                inProcess.Add($"{world.Name}: {found}");
                if (step.After.Waiting is CallWaiting.Over || taken == LongestPath)
                {
                    if (step.After.Waiting is not CallWaiting.Over)
                    {
                        await telephone.Do("(hang up)");
                    }

                    return (taken, step.After.Waiting is CallWaiting.Over);
                }

                // The last is to hang up: seldom enough that calls get somewhere.
                var acts = CandidateActs.In(step.After, step.RecordsAfter, world, Telephone.Line).ToList();
                chosen = acts[chance.Next(chance.Next(10) == 0 ? acts.Count : acts.Count - 1)];
                await telephone.Do(CallerInput.Write(chosen));
                picture = await telephone.Picture();
            }
        }
    }

    static readonly ImmutableSortedDictionary<string, InjectedFault> Slow = ImmutableSortedDictionary<string, InjectedFault>.Empty
        .Add("ChangeOrderDate", InjectedFault.TimesOut)
        .Add("CancelOrder", InjectedFault.TimesOut);

    // Whose session attributes count is no part of a softphone.
    static ImmutableArray<StartWorld> Worlds() =>
    [
        .. StartWorlds.All(Telephone.Line, new LocalDate(2026, 11, 25))
            .Where(world => world.Connect.SessionAttributes == SessionAttributesOf.TheFlow)
            .Where(world => world.Operators is OperatorsFound.AsDeployed or OperatorsFound.Closed),
    ];

    static ScenarioStart Beginning(StartWorld world) =>
        new(PhoneNumber.TryParse(world.From, out var caller) ? caller : null, world.At)
        {
            ShopChanges = world.ShopChanges,
            Orders = [.. world.Orders.Select(order => OrderDescription.From(order, world.From is null ? null : order.Owner))],
        };

    static string Seen(JsonElement picture)
    {
        var waiting = picture.GetProperty("waiting");
        var last = picture.LastStep();
        var order = last.GetProperty("order");
        return InWords(
            waiting.GetProperty("for").GetString()!,
            waiting.GetProperty("flow").GetString()!,
            waiting.GetProperty("action").GetString(),
            waiting.GetProperty("language").GetString()!,
            picture.TryGetProperty("end", out var end) ? end.GetString() : null,
            order.ValueKind == JsonValueKind.Null ? "no order"
                : $"{order.GetProperty("ships").GetString()} {order.GetProperty("state").GetString()} {order.GetProperty("changes")}",
            last.GetProperty("lines").EnumerateArray()
                .Where(line => line.GetProperty("of").GetString() == "Line")
                .Select(line => line.GetProperty("text").GetString()!));
    }

    static string Found(ExploredStep step) => InWords(
        step.After.Waiting switch
        {
            CallWaiting.ForKey => "key",
            CallWaiting.ForDigits => "digits",
            CallWaiting.ForAnswer => "answer",
            CallWaiting.ForOperator => "operator",
            _ => "nothing",
        },
        step.After.Flow,
        step.After.Action,
        step.After.Language,
        step.End?.ToString(),
        step.World.From is null || step.OrdersAfter.IsEmpty ? "no order"
            : step.OrdersAfter[0] is var order
                ? $"{NodaTime.Text.LocalDatePattern.Iso.Format(order.ShippingDate)} {order.State.GetType().Name} {order.Version}" : "",
        step.Events.OfType<CallEvent.Heard>().Where(heard => heard.By == Audience.Caller).Select(heard => new CallLine(CallPart.Line, PlainWords.From(heard.Words)).Text));

    static string InWords(
        string waiting, string flow, string? action, string language, string? end, string order, IEnumerable<string> heard) =>
        $"{waiting} in {flow}/{action}, {language}, {end ?? "goes on"}, {order.ToUpperInvariant()}: {string.Join(" / ", heard)}";
}
