using System.Collections;
using static OrderHotline.Domain.Tests.Samples;

namespace OrderHotline.Domain.Tests;

public sealed class ShippingDaysTests
{
    [Fact]
    public void The_days_are_counted_indexed_and_listed_earliest_first()
    {
        var days = new ShippingPolicy { LatestDaysAhead = 3 }.PossibleDays(Now);

        Assert.Equal(3, days.Count);
        Assert.Equal(Day("2026-12-03"), days[1]);
        Assert.Equal([Day("2026-12-02"), Day("2026-12-03"), Day("2026-12-04")], days.ToList());

        var listed = new List<object>();
        foreach (var day in (IEnumerable)days)
        {
            listed.Add(day);
        }

        Assert.Equal(days.Cast<object>(), listed);
    }

    [Fact]
    public void None_is_no_day_at_all() => Assert.Empty(ShippingDays.None);
}
