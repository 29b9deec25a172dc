using System.Text;
using NodaTime.Text;

namespace OrderHotline.Adapters.Connect.Tests;

public sealed class OpeningHoursTests
{
    // 2026-12-28 is a Monday.
    const string Shop = """
        {"version": 1, "verification": {"policy": "none"}, "zone": "Asia/Tokyo", "operators": {
          "hours": {"Monday": "09:00-12:00, 13:00-18:00", "Tuesday": "22:00-06:00", "Thursday": "00:00-24:00", "Sunday": "20:00-24:00"},
          "exceptions": {"2026-12-29": "closed", "2026-12-30": "23:00-01:00", "2027-01-07": "09:00-10:00"}}}
        """;

    static readonly OpeningHours Hours =
        Assert.IsType<ShopReading.Sound>(ShopFile.Read(Encoding.UTF8.GetBytes(Shop), _ => null, _ => null)).Shop.OperatorHours;

    [Theory]
    [InlineData("2026-12-28T08:59:59+09:00", false, "Monday, before")]
    [InlineData("2026-12-28T09:00:00+09:00", true, "Monday, the first moment")]
    [InlineData("2026-12-28T11:59:59+09:00", true, "Monday, before the pause")]
    [InlineData("2026-12-28T12:00:00+09:00", false, "Monday, the pause")]
    [InlineData("2026-12-28T13:00:00+09:00", true, "Monday, after the pause")]
    [InlineData("2026-12-28T18:00:00+09:00", false, "Monday, the last moment has passed")]
    [InlineData("2026-12-22T21:59:00+09:00", false, "Tuesday, before the night")]
    [InlineData("2026-12-22T22:00:00+09:00", true, "Tuesday night")]
    [InlineData("2026-12-23T05:59:00+09:00", true, "Wednesday morning belongs to Tuesday's night")]
    [InlineData("2026-12-23T06:00:00+09:00", false, "Wednesday has no hours of its own")]
    [InlineData("2026-12-24T00:00:00+09:00", true, "Thursday is open all day")]
    [InlineData("2026-12-24T23:59:59+09:00", true, "Thursday is open to the last second")]
    [InlineData("2026-12-25T00:00:00+09:00", false, "and not longer")]
    [InlineData("2026-12-27T23:59:59+09:00", true, "Sunday evening")]
    [InlineData("2026-12-28T00:00:00+09:00", false, "ends at midnight")]
    [InlineData("2026-12-29T23:00:00+09:00", false, "a Tuesday that is closed")]
    [InlineData("2026-12-30T03:00:00+09:00", false, "has no night either")]
    [InlineData("2026-12-30T23:30:00+09:00", true, "a Wednesday with a night of its own")]
    [InlineData("2026-12-31T00:30:00+09:00", true, "which goes on into Thursday")]
    [InlineData("2027-01-07T11:00:00+09:00", false, "a Thursday that is short")]
    [InlineData("2026-12-27T23:59:59Z", false, "the clock is the shop's: Monday, 8:59")]
    public void Operators_are_there_within_their_hours(string moment, bool areThere, string when) => Assert.True(
        areThere == Hours.AreOpenAt(OffsetDateTimePattern.Rfc3339.Parse(moment).Value.ToInstant()), when);

    [Fact]
    public void Hours_that_never_open_have_no_exceptions() =>
        Assert.False(Hours.NeverOpen().AreOpenAt(OffsetDateTimePattern.Rfc3339.Parse("2026-12-30T23:30:00+09:00").Value.ToInstant()));
}
