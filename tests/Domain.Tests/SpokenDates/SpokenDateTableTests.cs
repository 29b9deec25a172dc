using NodaTime;
using NodaTime.Text;

namespace OrderHotline.Domain.Tests;

/// <summary>Tables of what people say and how it reads: now, language, said, reads.</summary>
public sealed class SpokenDateTableTests
{
    static readonly DateTimeZone Tokyo = new ShippingPolicy().Zone;

    public static TheoryData<string, string, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, string, string>();
            foreach (var table in typeof(SpokenDateTableTests).Assembly.GetManifestResourceNames()
                .Where(name => name.EndsWith(".tsv", StringComparison.Ordinal)))
            {
                using var reader = new StreamReader(typeof(SpokenDateTableTests).Assembly.GetManifestResourceStream(table)!);
                foreach (var line in reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1))
                {
                    var cells = line.Split('\t');
                    rows.Add(cells[0], cells[1], cells[2], cells[3]);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void What_people_say_reads_as_the_table_has_it(string now, string language, string said, string reads)
    {
        var moment = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<Z+HH:mm>").Parse(now).Value;
        var today = moment.ToInstant().InZone(Tokyo).Date;

        var reading = SpokenDateReader.Read(said, slot: null, today, language == "ja-JP" ? Language.Japanese : Language.English);

        Assert.Equal(reads, reading.ToString());
    }
}
