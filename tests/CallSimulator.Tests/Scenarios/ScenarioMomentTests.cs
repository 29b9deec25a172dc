using NodaTime.Text;
using OrderHotline.CallSimulator.Scenarios;

namespace OrderHotline.CallSimulator.Tests;

public sealed class ScenarioMomentTests
{
    [Theory]
    [InlineData("2018-11-07T10:00+09:00", "2018-11-07T01:00:00Z")]
    [InlineData("2018-11-07T01:00Z", "2018-11-07T01:00:00Z")]
    [InlineData("2018-11-07T10:00:30+09:00", "2018-11-07T01:00:30Z")]
    [InlineData("2018-11-07T01:00:00.5Z", "2018-11-07T01:00:00.5Z")]
    public void A_moment_is_read_with_its_offset(string text, string utc)
    {
        Assert.True(ScenarioMoment.TryParse(text, out var moment));
        Assert.Equal(utc, InstantPattern.ExtendedIso.Format(moment));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2018-11-07")]
    [InlineData("2018-11-07T10:00")]
    [InlineData("2018-02-30T10:00Z")]
    [InlineData("now")]
    [InlineData("1899-12-31T23:59Z")]
    [InlineData("9999-12-31T23:59:59-18:00")]
    public void A_moment_without_an_offset_is_none(string? text) => Assert.False(ScenarioMoment.TryParse(text, out _));
}
