using NodaTime;

namespace OrderHotline.Simulation;

/// <summary>The shop's calendar, said once more and differently, so that the line's own is judged and not repeated: Tokyo is nine hours
/// ahead of UTC the whole year round, and what is packed from 17:00 leaves tomorrow.</summary>
/// <param name="DaysOff">Whether nothing ships on a day.</param>
sealed record ShopDays(Func<LocalDate, bool> DaysOff)
{
    const int PackingHour = 17;
    const int FarthestDay = 30;
    static readonly Duration TokyoIsAhead = Duration.FromHours(9);

    public static LocalDate Today(Instant now) => (now + TokyoIsAhead).InUtc().Date;

    /// <summary>The first day whose parcels nobody has begun to pack.</summary>
    public static LocalDate FirstUnpacked(Instant now) =>
        Today(now).PlusDays((now + TokyoIsAhead).InUtc().Hour >= PackingHour ? 2 : 1);

    public static LocalDate Farthest(Instant now) => Today(now).PlusDays(FarthestDay);

    public bool MayShipOn(LocalDate day, Instant now) => day >= FirstUnpacked(now) && day <= Farthest(now) && !DaysOff(day);
}
