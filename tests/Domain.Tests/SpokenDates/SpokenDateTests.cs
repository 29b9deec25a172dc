using static OrderHotline.Domain.Tests.Samples;

namespace OrderHotline.Domain.Tests;

public sealed class SpokenDateTests
{
    public static TheoryData<SpokenDate, string> Notations => new()
    {
        { new SpokenDate.Day(Day("2026-12-02")), "Day 2026-12-02" },
        { new SpokenDate.Day(Day("0987-01-02")), "Day 0987-01-02" },
        { new SpokenDate.Range(Day("2026-12-14"), Day("2026-12-20")), "Range 2026-12-14..2026-12-20" },
        { new SpokenDate.OneOf([Day("2026-12-16"), Day("2026-12-14")]), "OneOf 2026-12-16,2026-12-14" },
        { new SpokenDate.Earliest(), "Earliest" },
        { new SpokenDate.NotADate(), "NotADate" },
        { new SpokenDate.Shift(7), "Shift +7" },
        { new SpokenDate.Shift(-2), "Shift -2" },
        { new SpokenDate.Unsure(new SpokenDate.Day(Day("2026-12-02")), ["perhaps"]), "Unsure Day 2026-12-02" },
    };

    [Theory]
    [MemberData(nameof(Notations))]
    public void A_spoken_date_is_written_in_the_notation_of_the_call_contract(SpokenDate date, string notation) =>
        Assert.Equal(notation, date.ToString());

    [Fact]
    public void The_same_days_in_the_same_order_are_the_same_answer()
    {
        var either = new SpokenDate.OneOf([Day("2026-12-14"), Day("2026-12-16")]);
        var again = new SpokenDate.OneOf([Day("2026-12-14"), Day("2026-12-16")]);

        Assert.Equal(either, again);
        Assert.Equal(either.GetHashCode(), again.GetHashCode());
        Assert.NotEqual(either, new SpokenDate.OneOf([Day("2026-12-16"), Day("2026-12-14")]));
        Assert.NotEqual(either, new SpokenDate.OneOf([Day("2026-12-14")]));
        Assert.False(either.Equals(null));
    }

    [Fact]
    public void No_days_at_all_are_an_answer_too() =>
        Assert.Equal("OneOf ", new SpokenDate.OneOf(default).ToString());

    [Fact]
    public void A_range_of_one_day_is_not_that_day() =>
        Assert.NotEqual<SpokenDate>(
            new SpokenDate.Day(Day("2026-12-02")),
            new SpokenDate.Range(Day("2026-12-02"), Day("2026-12-02")));

    [Fact]
    public void An_unsure_day_is_never_taken_for_that_day()
    {
        SpokenDate unsure = new SpokenDate.Unsure(new SpokenDate.Day(Day("2026-12-02")), ["perhaps"]);

        Assert.False(unsure is SpokenDate.Day);
        Assert.NotEqual(new SpokenDate.Day(Day("2026-12-02")), unsure);
        Assert.Equal(new SpokenDate.Unsure(new SpokenDate.Day(Day("2026-12-02")), ["perhaps"]), unsure);
        Assert.NotEqual(new SpokenDate.Unsure(new SpokenDate.Day(Day("2026-12-02")), ["maybe"]), unsure);
        Assert.Equal(unsure.GetHashCode(), new SpokenDate.Unsure(new SpokenDate.Day(Day("2026-12-02")), ["perhaps"]).GetHashCode());
    }

    [Fact]
    public void Nothing_cannot_be_unsure_and_what_is_unsure_is_so_once()
    {
        var unsure = new SpokenDate.Unsure(new SpokenDate.Earliest(), default);

        Assert.Empty(unsure.Words);
        Assert.Throws<ArgumentException>(() => new SpokenDate.Unsure(new SpokenDate.NotADate(), []));
        Assert.Throws<ArgumentException>(() => new SpokenDate.Unsure(unsure, []));
    }
}
