using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Simulation.Tests;

public sealed class SimulatedDayTests(ITestOutputHelper output)
{
    static readonly DaySettings AsItIs = new();

    [Fact]
    public void No_rule_is_broken_on_any_of_1000_bad_days()
    {
        var trial = Trial.Of(first: 1, seeds: 1_000, AsItIs);

        output.WriteLine(string.Join(", ", trial.Statistics.All.Select(count => $"{count.Key} {count.Value}")));
        Assert.Empty(trial.Broken.SelectMany(day => day.Value.Select(violation => $"seed {day.Key}: {violation}")));
    }

    [Fact]
    public void Bad_days_are_bad()
    {
        var trial = Trial.Of(first: 1, seeds: 500, AsItIs);

        // Killed in every kind of wait, before and after it begins.
        Assert.Equal(
            from wait in new[]
            {
                "a code", "a count of codes", "a look at proofs", "a look for what is due", "a look-up", "a message", "a proof", "a search", "a write",
            }
            from when in new[] { "before", "during" }
            orderby $"{when} {wait}"
            select $"{when} {wait}",
            trial.Statistics.Of("kill").Select(count => count.Key).Order(StringComparer.Ordinal));
        string[] faults =
        [
            "a write done by the table after the wait for it", "a write done by the table, its answer lost",
            "a write lost on its way to the table", "a write throttled by the table", "a message throttled", "a message not answered, and taken",
            "a message answered with a fault of the service's, and taken", "a message refused, the service being down",
            "a proof done by the table after the wait for it", "a proof done by the table, its answer lost",
            "a proof lost on its way to the table", "a proof throttled by the table", "a look at proofs throttled by the table",
            "a count of codes done by the table, its answer lost", "a code throttled", "a code not answered, and taken",
            "an event sent twice at once", "an event sent again by Connect", "a reply lost on its way to Connect",
        ];
        Assert.All(faults, fault => Assert.True(trial.Statistics[$"fault: {fault}"] > 10, fault));
        Assert.True(trial.Statistics["decided again"] > 100, "Writers must meet.");
        Assert.True(trial.Statistics["texts taken more than once"] > 10, "Doubts must come true.");
        Assert.True(trial.Statistics["proofs"] > 100, "Callers must prove who they are.");
        Assert.True(trial.Statistics["calls locked"] > 50, "Callers must be wrong too often.");
        Assert.True(trial.Statistics["proofs decided again"] > 50, "Attempts must meet.");
    }

    [Fact]
    public void The_same_seed_is_the_same_day()
    {
        var (once, again) = (Trial.Of(first: 1, seeds: 100, AsItIs), Trial.Of(first: 1, seeds: 100, AsItIs));

        Assert.Equal(once.Hash, again.Hash);
        Assert.Equal(once.Statistics.All, again.Statistics.All);
        Assert.NotEqual(once.Hash, Trial.Of(first: 2, seeds: 100, AsItIs).Hash);
    }

    [Fact]
    public void A_table_that_compares_first_and_writes_later_is_found_within_300_orders()
    {
        var (orders, seed) = (0L, 0UL);
        IReadOnlyList<Violation> violations;
        do
        {
            var report = DayReport.Of(++seed, AsItIs with { TableComparesFirstAndWritesLater = true });
            orders += report.Day.Statistics["orders"];
            violations = report.Violations;
        }
        while (orders < 300 && violations.Count == 0);

        output.WriteLine($"after {orders} orders: {string.Join(' ', violations)}");
        Assert.Contains(violations, violation => violation.Rule == "Every write follows the one before it");
    }

    public static TheoryData<string> Spoilt => [.. SpoiltStores.Keys];

    static Dictionary<string, (DaySettings Settings, string Rule)> SpoiltStores { get; } = new()
    {
        ["attempts are compared first and counted later"] = (
            AsItIs with { ProofsCompareFirstAndWriteLater = true }, "Every proof follows the one before it"),
        ["codes do not expire"] = (
            Reading(tried => EachCall(tried, call => call with { Pending = call.Pending is { } code ? code with { AskedAt = code.AskedAt + Duration.FromMinutes(2) } : null })),
            "A code proves within five minutes"),
        ["a lock is not kept"] = (
            Reading(tried => EachCall(tried, call => call.IsLocked ? call with { WrongAttempts = [] } : call)),
            "No call that is remembered is told of more than two answers that they are wrong"),
        ["the same wrong answer is another one"] = (
            Reading(tried => EachCall(tried, call => call with { WrongAttempts = [.. call.WrongAttempts.Select(attempt => $"{attempt}?")] })),
            "The same wrong answer counts once, however often it is sent"),
        ["an order's cap is ignored"] = (Reading(tried => tried with { CodesSent = [] }), "No more than three codes are sent for an order"),
        ["wrong ends are not counted for the order"] = (
            Reading(tried => tried with { WrongFactors = [] }),
            "The end of a number is a factor where the shop says so, and three wrong ones lock it"),
        ["everybody has proved everything"] = (
            Reading(tried => EachCall(tried, call => call with { Reached = new(Assurance.Possession, Operation.Cancel, call.LatestAt) })),
            "Whoever changes an order has shown what its history says"),
    };

    [Theory]
    [MemberData(nameof(Spoilt))]
    public void A_spoilt_table_of_proofs_is_found(string fault)
    {
        var (settings, rule) = SpoiltStores[fault];
        var trial = Trial.Of(first: 1, seeds: 400, settings);

        Assert.Contains(rule, trial.Broken.Values.SelectMany(violations => violations).Select(violation => violation.Rule));
    }

    static DaySettings Reading(Func<OrderVerification, OrderVerification> spoil) =>
        AsItIs with { SpoilProofs = proofs => new SpoiltProofs(proofs, spoil) };

    static OrderVerification EachCall(OrderVerification tried, Func<ContactVerification, ContactVerification> spoil) =>
        tried with { Contacts = [.. tried.Contacts.Select(spoil)] };

    [Fact]
    public void Clocks_that_are_further_apart_than_a_lease_are_found()
    {
        var trial = Trial.Of(first: 1, seeds: 500, AsItIs with { ClocksAreOff = Duration.FromMinutes(2) });

        Assert.Contains(
            trial.Broken.Values.SelectMany(violations => violations),
            violation => violation.Rule == "A message is handed over again only when the time before was in doubt");
    }

    [Fact]
    public void An_hour_without_a_message_service_loses_no_message_of_1000_changes()
    {
        var day = HourLongOutage.Of(seed: 1);
        var serviceWasBack = day.Faults.Outage.End;

        var report = DayReport.Checked(day);

        output.WriteLine($"the last message was out {HourLongOutage.UntilTheLastMessage(day, serviceWasBack).TotalMinutes:F1} minutes later");
        Assert.Empty(report.Violations);
        Assert.Equal(HourLongOutage.Changes, day.Statistics["changes"]);
        Assert.All(day.Traces(), trace =>
        {
            Assert.Empty(trace.Last.Outbox.Owed);

            // Earlier ones would tell what is not true any more.
            var told = Assert.Single(trace.Publishings, message => message.TakenAt is not null);
            Assert.Equal(trace.Changes.Last().After.Version, told.Number);
            Assert.True(told.TakenAt >= serviceWasBack);
        });
    }

    [Fact]
    public void Log_lines_are_searched_and_there_are_some_of_every_kind()
    {
        var log = Enumerable.Range(1, 50).SelectMany(seed => DayReport.Of((ulong)seed, AsItIs).Day.Log).ToList();

        Assert.All(
            ["\"CancelOrder\"", "\"ChangeOrderDate\"", "\"OrderTableRead\"", "\"RequestCode\"", "\"VerifyCaller\"", "\"Delivered\"", "\"Postponed\"", "\"SweepEnded\"", "(number)"],
            what => Assert.Contains(log, line => line.Contains(what, StringComparison.Ordinal)));
    }
}
