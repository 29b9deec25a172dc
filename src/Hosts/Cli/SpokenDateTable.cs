using OrderHotline.CallSimulator.Scenarios;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Cli;

/// <summary>A table of what people say and how it should read: now, language, said, reads, with a line of headings.</summary>
static class SpokenDateTable
{
    /// <summary>Reads every row, and what is said in it on the shop's day.</summary>
    /// <exception cref="InvalidDataException">A row is not of that kind; the message names the file and the line.</exception>
    public static IEnumerable<SpokenDateRow> Read(string file, ShippingPolicy policy, IReadOnlyList<string> lines)
    {
        for (var number = 2; number <= lines.Count; number++)
        {
            if (lines[number - 1].Length == 0)
            {
                continue;
            }

            if (lines[number - 1].Split('\t') is not [var now, var name, var said, var expected])
            {
                throw Wrong(number, "four columns are expected, divided by tabs: now, language, said, reads");
            }

            if (!ScenarioMoment.TryParse(now, out var moment))
            {
                throw Wrong(number, $"\"{now}\" is no moment with its offset, such as 2026-11-25T10:00+09:00");
            }

            if (!Language.TryParse(name, out var language) || !SpokenDateReader.Hears(language))
            {
                throw Wrong(number, $"\"{name}\" is neither ja-JP nor en-US");
            }

            var reading = SpokenDateReader.Read(said, slot: null, policy.Today(moment), language);
            yield return new SpokenDateRow(number, said, reading, expected);
        }

        InvalidDataException Wrong(int line, string what) => new($"{file}, line {line}: {what}.");
    }
}

/// <summary>What became of a row.</summary>
enum RowVerdict
{
    /// <summary>It reads as the table has it and, if that is a day or a shift, surely.</summary>
    Agreed,

    /// <summary>The line would ask: the day of the table is read, but not surely, or no day is read.</summary>
    Unsure,

    /// <summary>It reads as a day or a shift that the table does not have, surely or not.</summary>
    Wrong,
}

/// <summary>One row: what was said, how it reads, and how the table has it.</summary>
sealed record SpokenDateRow(int Line, string Said, SpokenDate Reading, string Expected)
{
    /// <summary>Whether the table has one day or one shift, and nothing vague.</summary>
    public bool ExpectsADay { get; } = Expected.StartsWith("Day ", StringComparison.Ordinal)
        || Expected.StartsWith("Shift ", StringComparison.Ordinal);

    /// <summary>What became of it.</summary>
    public RowVerdict Verdict { get; } = Judge(Reading, Expected);

    static RowVerdict Judge(SpokenDate reading, string expected)
    {
        var meant = reading is SpokenDate.Unsure(var named, _) ? named : reading;
        var isADay = meant is SpokenDate.Day or SpokenDate.Shift;
        return reading.ToString() == expected || (!isADay && meant.ToString() == expected) ? RowVerdict.Agreed
            : isADay && meant.ToString() != expected ? RowVerdict.Wrong
            : RowVerdict.Unsure;
    }
}
