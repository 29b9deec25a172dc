using NodaTime;

namespace OrderHotline.BadDays.Tests;

public sealed class BadDayTests(ITestOutputHelper output)
{
    static readonly DaySettings AsItIs = new();

    [Fact]
    public void No_rule_is_broken_on_any_of_1000_bad_days()
    {
        var trial = Trial.Of(first: 1, seeds: 1_000, AsItIs);

        output.WriteLine(string.Join(", ", trial.Figures.All.Select(figure => $"{figure.Key} {figure.Value}")));
        Assert.Empty(trial.Convicted.SelectMany(day => day.Value.Select(violation => $"seed {day.Key}: {violation}")));
    }

    [Fact]
    public void Bad_days_are_bad()
    {
        var trial = Trial.Of(first: 1, seeds: 300, AsItIs);

        // Killed in every kind of wait, before and after it begins.
        Assert.Equal(
            from wait in new[] { "a look for what is due", "a look-up", "a search", "a text", "a write" }
            from when in new[] { "before", "during" }
            orderby $"{when} {wait}"
            select $"{when} {wait}",
            trial.Figures.Of("kill").Select(count => count.Key).Order(StringComparer.Ordinal));
        string[] faults =
        [
            "a write done by the table when nobody waits any more", "a write done by the table, its answer lost",
            "a write lost on its way to the table", "a write throttled by the table", "a text throttled", "a text not answered, and taken",
            "a text answered with a fault of the service's, and taken", "a text refused, the service being down",
            "an event sent twice at once", "an event sent again by Connect", "a reply lost on its way to Connect",
        ];
        Assert.All(faults, fault => Assert.True(trial.Figures[$"fault: {fault}"] > 10, fault));
        Assert.True(trial.Figures["decided again"] > 100, "Writers must meet.");
        Assert.True(trial.Figures["texts taken more than once"] > 10, "Doubts must come true.");
    }

    [Fact]
    public void The_same_seed_is_the_same_day()
    {
        var (once, again) = (Trial.Of(first: 1, seeds: 100, AsItIs), Trial.Of(first: 1, seeds: 100, AsItIs));

        Assert.Equal(once.Hash, again.Hash);
        Assert.Equal(once.Figures.All, again.Figures.All);
        Assert.NotEqual(once.Hash, Trial.Of(first: 2, seeds: 100, AsItIs).Hash);
    }

    [Fact]
    public void A_table_that_compares_first_and_writes_later_is_convicted_within_300_orders()
    {
        var (orders, seed) = (0L, 0UL);
        IReadOnlyList<Violation> violations;
        do
        {
            var report = DayReport.Of(++seed, AsItIs with { TableComparesFirstAndWritesLater = true });
            orders += report.Day.Figures["orders"];
            violations = report.Violations;
        }
        while (orders < 300 && violations.Count == 0);

        output.WriteLine($"after {orders} orders: {string.Join(' ', violations)}");
        Assert.Contains(violations, violation => violation.Rule == "Every write follows the one before it");
    }

    [Fact]
    public void Clocks_that_are_further_apart_than_a_lease_are_convicted()
    {
        var trial = Trial.Of(first: 1, seeds: 500, AsItIs with { ClocksAreOff = Duration.FromMinutes(2) });

        Assert.Contains(
            trial.Convicted.Values.SelectMany(violations => violations),
            violation => violation.Rule == "A text is handed over again only when nobody could know of the time before");
    }

    [Fact]
    public void An_hour_without_a_text_service_loses_no_text_of_1000_changes()
    {
        var day = HourOfSilence.Of(seed: 1);
        var serviceWasBack = day.Weather.Outage.End;

        var report = DayReport.Judged(day);

        output.WriteLine($"the last text was out {HourOfSilence.UntilTheLastText(day, serviceWasBack).TotalMinutes:F1} minutes later");
        Assert.Empty(report.Violations);
        Assert.Equal(HourOfSilence.Changes, day.Figures["changes"]);
        Assert.All(day.Stories(), story =>
        {
            Assert.Empty(story.Last.OwedTexts);

            // Earlier ones would tell what is not true any more.
            var told = Assert.Single(story.Publishings, text => text.TakenAt is not null);
            Assert.Equal(story.Changes.Last().After.Version, told.Number);
            Assert.True(told.TakenAt >= serviceWasBack);
        });
    }

    [Fact]
    public void Log_lines_are_searched_and_there_are_some_of_every_kind()
    {
        var log = Enumerable.Range(1, 50).SelectMany(seed => DayReport.Of((ulong)seed, AsItIs).Day.Log).ToList();

        Assert.All(
            ["\"CancelOrder\"", "\"ChangeOrderDate\"", "\"OrderTableRead\"", "\"Delivered\"", "\"Postponed\"", "\"RoundEnded\"", "(number)"],
            what => Assert.Contains(log, line => line.Contains(what, StringComparison.Ordinal)));
    }
}
