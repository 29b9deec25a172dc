using NodaTime;

namespace OrderHotline.Domain.Tests;

/// <summary>
/// The shop's calendar, worked out a second time and differently: from the zone's offset, and by walking day by day. What
/// <see cref="ShippingPolicy"/> says is checked against it.
/// </summary>
sealed class ShopCalendar(ShippingPolicy policy)
{
    public bool IsWithTheCarrier(Order order, Instant now)
    {
        var (today, time) = Wall(now);
        return order.State is OrderState.Shipped
            || order.ShippingDate <= today
            || (order.ShippingDate == today.PlusDays(1) && time >= policy.CutOff);
    }

    public List<LocalDate> PossibleDays(Instant now)
    {
        var (today, time) = Wall(now);
        var days = new List<LocalDate>();
        for (var ahead = 1; ahead <= policy.LatestDaysAhead; ahead++)
        {
            var day = today.PlusDays(ahead);
            if (!IsBeingPacked(ahead, time) && IsOpen(day))
            {
                days.Add(day);
            }
        }

        return days;
    }

    public DayVerdict WhyNot(LocalDate day, Instant now)
    {
        var (today, time) = Wall(now);
        var ahead = Period.DaysBetween(today, day);
        return ahead < 0 ? DayVerdict.InThePast
            : ahead > policy.LatestDaysAhead ? DayVerdict.TooFar
            : ahead == 0 || IsBeingPacked(ahead, time) ? DayVerdict.TooSoon
            : DayVerdict.NotAShippingDay;
    }

    bool IsBeingPacked(int ahead, LocalTime time) => ahead == 1 && time >= policy.CutOff;

    bool IsOpen(LocalDate day) =>
        policy.ClosedWeekdays.All(closed => closed != day.DayOfWeek) && policy.ClosedDates.All(closed => closed != day);

    (LocalDate Today, LocalTime Time) Wall(Instant now)
    {
        var (date, time) = (now + Duration.FromSeconds(policy.Zone.GetUtcOffset(now).Seconds)).InUtc().LocalDateTime;
        return (date, time);
    }
}
