using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static OrderHotline.Domain.Tests.Samples;

namespace OrderHotline.Domain.Tests;

public sealed class DateSlotTests
{
    static readonly LocalDate FirstDay = Day("1952-01-01");
    static readonly LocalDate LastDay = Day("2099-12-31");

    [Theory]
    [InlineData("2026-12-14", "Day 2026-12-14")]
    [InlineData("2028-02-29", "Day 2028-02-29")]
    [InlineData("2000-02-29", "Day 2000-02-29")]
    [InlineData("9999-12-31", "Day 9999-12-31")]
    [InlineData("PRESENT_REF", "Earliest")]
    [InlineData("2026-W51", "Range 2026-12-14..2026-12-20")]
    [InlineData("2026-W51-WE", "Range 2026-12-19..2026-12-20")]
    [InlineData("2026-W01", "Range 2025-12-29..2026-01-04")]
    [InlineData("2026-W53", "Range 2026-12-28..2027-01-03")]
    [InlineData("2026-W53-WE", "Range 2027-01-02..2027-01-03")]
    [InlineData("0001-W01", "Range 0001-01-01..0001-01-07")]
    [InlineData("9998-W52", "Range 9998-12-21..9998-12-27")]
    [InlineData("2026-12", "Range 2026-12-01..2026-12-31")]
    [InlineData("2028-02", "Range 2028-02-01..2028-02-29")]
    [InlineData("2026", "Range 2026-01-01..2026-12-31")]
    [InlineData("202X", "Range 2020-01-01..2029-12-31")]
    [InlineData("999X", "Range 9990-01-01..9999-12-31")]
    [InlineData("20XX", "Range 2000-01-01..2099-12-31")]
    [InlineData("99XX", "Range 9900-01-01..9999-12-31")]
    [InlineData("2027-SP", "Range 2027-03-01..2027-05-31")]
    [InlineData("2027-SU", "Range 2027-06-01..2027-08-31")]
    [InlineData("2027-FA", "Range 2027-09-01..2027-11-30")]
    [InlineData("2026-WI", "Range 2026-12-01..2027-02-28")]
    [InlineData("2027-WI", "Range 2027-12-01..2028-02-29")]
    [InlineData("9998-WI", "Range 9998-12-01..9999-02-28")]
    [InlineData("2027-Q1", "Range 2027-01-01..2027-03-31")]
    [InlineData("2027-Q2", "Range 2027-04-01..2027-06-30")]
    [InlineData("2027-Q3", "Range 2027-07-01..2027-09-30")]
    [InlineData("2027-Q4", "Range 2027-10-01..2027-12-31")]
    public void A_slot_reads_as_the_days_it_stands_for_and_no_others(string slot, string date) =>
        Assert.Equal(date, DateSlot.Read(slot).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("next week")]
    [InlineData("来週の月曜日")]
    [InlineData("present_ref")]
    [InlineData(" 2026-12-14")]
    [InlineData("2026-12-14 ")]
    [InlineData("2026-12-14T10:00")]
    [InlineData("2026-12-14\n")]
    [InlineData("２０２６-１２-１４")]
    [InlineData("2026/12/14")]
    [InlineData("20261214")]
    [InlineData("2026-1-140")]
    [InlineData("2026-02-29")]
    [InlineData("2100-02-29")]
    [InlineData("2026-04-31")]
    [InlineData("2026-13-01")]
    [InlineData("2026-00-10")]
    [InlineData("2026-12-00")]
    [InlineData("-026-12-14")]
    [InlineData("2026-00")]
    [InlineData("2026-13")]
    [InlineData("2026-XX")]
    [InlineData("2026-1")]
    [InlineData("2026-W00")]
    [InlineData("2026-W54")]
    [InlineData("2025-W53")]
    [InlineData("2025-W53-WE")]
    [InlineData("2026-W5")]
    [InlineData("2026-W5a")]
    [InlineData("2026-Wa5-WE")]
    [InlineData("2026-w51")]
    [InlineData("2026-W51-WD")]
    [InlineData("2026-W51-MO")]
    [InlineData("2026-Q0")]
    [InlineData("2026-Q5")]
    [InlineData("2026-AU")]
    [InlineData("2026-wi")]
    [InlineData("2026-")]
    [InlineData("0000")]
    [InlineData("0000-12-31")]
    [InlineData("000X")]
    [InlineData("00XX")]
    [InlineData("9999")]
    [InlineData("9999-12")]
    [InlineData("20aX")]
    [InlineData("2aXX")]
    [InlineData("2XXX")]
    [InlineData("XXXX")]
    [InlineData("202x")]
    [InlineData("20X6")]
    public void Everything_else_is_no_date(string? slot) => Assert.Equal(new SpokenDate.NotADate(), DateSlot.Read(slot));

    [Fact]
    public void Every_day_from_1952_to_2099_reads_back_as_that_very_day() =>
        Assert.All(EveryDay, day => Assert.Equal(new SpokenDate.Day(day), DateSlot.Read(Iso(day))));

    [Fact]
    public void The_month_and_the_week_of_every_day_from_1952_to_2099_hold_it()
    {
        foreach (var day in EveryDay)
        {
            var date = day.ToDateTimeUnspecified();
            var week = $"{ISOWeek.GetYear(date):0000}-W{ISOWeek.GetWeekOfYear(date):00}";

            Holds($"{day.Year:0000}-{day.Month:00}", day, days: CalendarSystem.Iso.GetDaysInMonth(day.Year, day.Month));
            Holds(week, day, days: 7);
            if (day.DayOfWeek >= IsoDayOfWeek.Saturday)
            {
                Holds($"{week}-WE", day, days: 2);
            }
        }
    }

    [Fact]
    public void No_text_whatever_makes_the_reader_fail_and_a_day_is_always_the_real_day_that_was_written() =>
        ForEvery.Value(
            Slots,
            slot =>
            {
                switch (DateSlot.Read(slot))
                {
                    case SpokenDate.Day(var day):
                        Assert.Equal(slot, Iso(day));
                        break;
                    case SpokenDate.Range(var from, var to):
                        Assert.True(from < to);
                        break;
                    case var other:
                        Assert.True(other is SpokenDate.NotADate || slot == "PRESENT_REF");
                        break;
                }
            },
            tests: 10_000);

    static IEnumerable<LocalDate> EveryDay
    {
        get
        {
            for (var day = FirstDay; day <= LastDay; day = day.PlusDays(1))
            {
                yield return day;
            }
        }
    }

    static string Iso(LocalDate day) => $"{day.Year:0000}-{day.Month:00}-{day.Day:00}";

    static void Holds(string slot, LocalDate day, int days)
    {
        var range = Assert.IsType<SpokenDate.Range>(DateSlot.Read(slot));
        Assert.True(range.From <= day && day <= range.To, $"{slot} leaves {day} out.");
        Assert.Equal(days, Period.DaysBetween(range.From, range.To) + 1);
    }

    // Texts of a slot's own alphabet, so that many are forms of it; and any text at all.
    static Gen<string?> Slots => Gen.OneOf(
        ArbMap.Default.GeneratorFor<string?>(),
        from length in Gen.Choose(0, 12)
        from letters in Gen.ArrayOf(Gen.Elements("0123459-XWQESPUFAI １".ToCharArray()), length)
        select (string?)new string(letters),
        from year in Gen.Elements("2026", "0000", "0001", "9998", "9999", "202", "20", "X026", "99999")
        from rest in Gen.Elements("", "X", "XX", "-WI", "-W53", "-W00-WE", "-Q1", "-02", "-02-29", "-12-31", "-W-1", "-1-1-1")
        select (string?)(year + rest),
        from year in Gen.Choose(0, 9999)
        from month in Gen.Choose(0, 13)
        from day in Gen.Choose(0, 32)
        select (string?)$"{year:0000}-{month:00}-{day:00}");
}
