namespace OrderHotline.Bench.Race.Tests;

public sealed class VerdictTests
{
    [Theory]
    [InlineData(79, "MISSED")]
    [InlineData(80, "met")]
    [InlineData(99, "met")]
    [InlineData(100, "met, and the aim")]
    public void Node_has_to_take_so_many_times_as_long(double node, string word) =>
        Assert.Equal(word, ColdAgainst(Role.Peer, ours: 10, other: node).Word);

    [Theory]
    [InlineData(46, "MISSED")]
    [InlineData(45, "met")]
    [InlineData(35, "met, and the aim")]
    public void Ours_may_take_so_many_times_as_long_as_the_floor(double ours, string word) =>
        Assert.Equal(word, ColdAgainst(Role.Floor, ours, other: 10).Word);

    [Theory]
    [InlineData(9, "MISSED")]
    [InlineData(10, "met")]
    [InlineData(20, "met, and the aim")]
    public void Another_runtime_must_not_be_the_faster(double other, string word) =>
        Assert.Equal(word, ColdAgainst(Role.OtherRuntime, ours: 10, other).Word);

    [Fact]
    public void A_figure_that_was_not_measured_has_no_verdict()
    {
        var verdicts = Verdict.On([Standing(Role.Peer, 10, 100)], Goal.Of(new RaceOptions()));

        Assert.Equal("cold total", Assert.Single(verdicts).Goal.What);
    }

    static Verdict ColdAgainst(Role role, double ours, double other) => Verdict
        .On([Standing(role, ours, other)], Goal.Of(new RaceOptions()))
        .Single(verdict => verdict.Goal.What == "cold total");

    static Standing Standing(Role role, double ours, double other) =>
        new(Function.CancelOrder, [Measured("ours", Role.Ours, ours), Measured("other", role, other)]);

    static Figures Measured(string name, Role role, double milliseconds) => new(
        new Contender(name, name, role, "", _ => [], "", "", (_, _) => true),
        Function.CancelOrder,
        [new ColdRun(milliseconds * 0.75, milliseconds * 0.25, 1, 1)],
        [],
        "",
        0,
        default);
}
