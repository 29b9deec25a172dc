namespace OrderHotline.Simulation.Tests;

public sealed class AttackTests(WeakTrials weakTrials, ITestOutputHelper output) : IClassFixture<WeakTrials>
{
    const int Attackers = 10_000;

    public static TheoryData<string> Weak => [.. Weaknesses.All.Keys];

    [Fact]
    public void Ten_thousand_attackers_change_nothing_without_proof_and_guess_as_often_as_luck_has_it()
    {
        var trial = AttackTrial.Of(first: 1, Attackers, new Weakness());

        foreach (var (what, count) in trial.Statistics.All)
        {
            output.WriteLine($"{count,12:N0}  {what}");
        }

        output.WriteLine($"by luck {trial.CodesByLuck} right guesses of codes, {trial.EndsByLuck} of ends");
        Assert.Empty(trial.Broken.Select(broken => $"{broken.Key}: {broken.Value}"));
        Assert.True(trial.Statistics["guesses of codes"] > Attackers);
        Assert.True(trial.Statistics["changes by who had seen the code or the number"] > Attackers / 10);
    }

    [Theory]
    [MemberData(nameof(Weak))]
    public void A_weak_shop_is_found_out(string weakness)
    {
        var broken = weakTrials.Of(weakness).Broken;

        output.WriteLine(string.Join('\n', broken.Select(found => $"{found.Value.Count,6:N0}  {found.Key}: {found.Value.How}")));
        Assert.Contains(Weaknesses.All[weakness].Rule, broken.Keys);
    }

    [Fact]
    public void Every_rule_is_broken_by_a_weak_shop() => Assert.Equal(
        AttackRules.All.Order(StringComparer.Ordinal),
        Weaknesses.All.Keys.SelectMany(weakness => weakTrials.Of(weakness).Broken.Keys).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void The_same_attackers_do_the_same_again()
    {
        var trials = Enumerable.Range(0, 2).Select(_ => AttackTrial.Of(first: 7, 50, new Weakness()).Statistics.All.ToList()).ToList();

        Assert.Equal(trials[0], trials[1]);
    }

    [Theory]
    [InlineData(0, 1e-6, 0, 0)]
    [InlineData(10_000, 1e-6, 0, 1)]
    [InlineData(1_000_000, 1e-6, 0, 6)]
    [InlineData(1_000_000, 1e-4, 69, 134)]
    public void Luck_has_its_bounds(long guesses, double chance, int least, int most) =>
        Assert.Equal((least, most), AttackTrial.ByLuck(guesses, chance));
}

/// <summary>The trials of weak shops, each held once.</summary>
public sealed class WeakTrials
{
    // The least that finds every weakness, and more.
    const int Attackers = 500;

    readonly Dictionary<string, Lazy<AttackTrial>> trials = Weaknesses.All.ToDictionary(
        planted => planted.Key, planted => new Lazy<AttackTrial>(() => AttackTrial.Of(first: 1, Attackers, planted.Value.Weakness)));

    internal AttackTrial Of(string weakness) => trials[weakness].Value;
}
