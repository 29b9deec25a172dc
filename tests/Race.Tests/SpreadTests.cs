namespace OrderHotline.Bench.Race.Tests;

public sealed class SpreadTests
{
    [Theory]
    [InlineData(new[] { 7.0 }, 7, 7, 7)]
    [InlineData(new[] { 4.0, 1.0, 3.0, 2.0 }, 2.5, 1.75, 3.25)]
    [InlineData(new[] { 5.0, 1.0, 4.0, 2.0, 3.0 }, 3, 2, 4)]
    public void The_median_and_the_quartiles_are_those_of_the_sorted_values(
        double[] values, double median, double lowerQuartile, double upperQuartile) =>
        Assert.Equal(new Spread(median, lowerQuartile, upperQuartile), Spread.Of(values));

    [Fact]
    public void One_slow_call_of_a_hundred_is_the_worst_and_not_the_p99()
    {
        double[] calls = [.. Enumerable.Repeat(1.0, 99), 100];

        Assert.Equal(1.99, Spread.Quantile(calls, 0.99), 6);
        Assert.Equal(100, Spread.Quantile(calls, 1));
    }

    [Fact]
    public void Nothing_measured_has_no_spread() => Assert.Throws<ArgumentException>(() => Spread.Of([]));
}
