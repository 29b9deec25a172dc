using NodaTime;
using NodaTime.Text;

namespace OrderHotline.Domain.Tests;

/// <summary>Tables of what people say and how it reads: now, language, said, reads.</summary>
public sealed class SpokenDateTableTests
{
    static readonly DateTimeZone Tokyo = new ShippingPolicy().Zone;

    // Written elsewhere: a day of theirs may be read unsurely, and then is proposed. These are.
    static readonly string[] ProposedOnly =
    [
        "the tenth perhaps", "the tenth also works", "Friday, don't ring the bell", "can't we do Friday", "why don't we say Friday",
        "明日一日家にいますので明日で", "金曜じゃだめですか", "金曜にできないでしょうか",
    ];

    /// <summary>Our own rows: the reading is as they have it, unsure where they say so.</summary>
    public static TheoryData<SpokenDateRow> OwnRows =>
        [.. Rows("english.tsv"), .. Rows("japanese.tsv"), .. Rows("traps.tsv"), .. Rows("fresh-english.tsv"), .. Rows("fresh-japanese.tsv")];

    /// <summary>Rows that were written elsewhere.</summary>
    public static TheoryData<SpokenDateRow> ContractRows => [.. Rows("contract.tsv"), .. Rows("contract-2.tsv")];

    [Theory]
    [MemberData(nameof(OwnRows))]
    public void What_people_say_reads_as_the_table_has_it(SpokenDateRow row) => Assert.Equal(row.Reads, row.Read().ToString());

    [Theory]
    [MemberData(nameof(ContractRows))]
    public void A_row_written_elsewhere_reads_as_it_has_it_and_surely_but_for_those_that_are_only_proposed(SpokenDateRow row)
    {
        var reading = row.Read();

        Assert.Equal(row.Reads, (reading is SpokenDate.Unsure(var meant, _) ? meant : reading).ToString());
        Assert.Equal(ProposedOnly.Contains(row.Said), reading is SpokenDate.Unsure);
    }

    [Theory]
    [InlineData("fresh-english.tsv")]
    [InlineData("fresh-japanese.tsv")]
    [InlineData("english.tsv")]
    [InlineData("japanese.tsv")]
    public void A_language_has_at_least_300_rows_on_other_todays(string table)
    {
        var rows = Rows(table).ToList();

        Assert.True(rows.Count(row => row.Today != new LocalDate(2026, 11, 25)) >= 300);
        Assert.True(rows.Select(row => row.Today).Distinct().Count() >= 2);
    }

    /// <summary>All the rows of a table.</summary>
    public static IEnumerable<SpokenDateRow> Rows(string table)
    {
        using var reader = new StreamReader(typeof(SpokenDateTableTests).Assembly.GetManifestResourceStream(table)!);
        foreach (var line in reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            var cells = line.Split('\t');
            var now = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<Z+HH:mm>").Parse(cells[0]).Value;
            yield return new SpokenDateRow(
                now.ToInstant().InZone(Tokyo).Date,
                cells[1] == "ja-JP" ? Language.Japanese : Language.English,
                cells[2],
                cells[3]);
        }
    }
}

/// <summary>A row of a table.</summary>
public sealed record SpokenDateRow(LocalDate Today, Language Language, string Said, string Reads)
{
    public SpokenDate Read() => Read(Said);

    /// <summary>How something else reads in the same language on the same day.</summary>
    public SpokenDate Read(string said) => SpokenDateReader.Read(said, slot: null, Today, Language);
}
