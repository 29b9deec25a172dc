using OrderHotline.Domain;

namespace OrderHotline.Calls.Tests.Understanding;

/// <summary>What callers say when they are asked how they can be helped, and what they mean by it.</summary>
static class UtteranceTable
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Understanding");

    /// <summary>The rows of a language's table.</summary>
    public static IReadOnlyList<CallersWords> Of(string language) => Read(File.ReadAllText(Path.Combine(Folder, $"utterances.{language}.tsv")));

    /// <summary>Reads a table: words, tab, intent. Lines that begin with # are comments, and some begin a section.</summary>
    public static IReadOnlyList<CallersWords> Read(string table)
    {
        var rows = new List<CallersWords>();
        var section = TableSection.First;
        foreach (var line in table.Split('\n'))
        {
            section = line switch
            {
                _ when line.StartsWith("# Written later", StringComparison.Ordinal) => TableSection.Later,
                _ when line.StartsWith("# Near misses", StringComparison.Ordinal) => TableSection.NearMisses,
                _ when line.StartsWith("# Written last", StringComparison.Ordinal) => TableSection.Last,
                _ => section,
            };
            if (line.Length > 0 && line[0] != '#')
            {
                var fields = line.Split('\t');
                Assert.True(fields is [{ Length: > 0 }, { Length: > 0 }], $"\"{line}\" is not words, a tab and an intent.");
                rows.Add(new(fields[0], fields[1], section));
            }
        }

        return rows;
    }
}

/// <summary>A row of the table.</summary>
/// <param name="Words">What was said.</param>
/// <param name="Intent">What was meant.</param>
/// <param name="Section">Where it stands.</param>
sealed record CallersWords(string Words, string Intent, TableSection Section)
{
    /// <summary>Whether the bot was mended by what it made of this row. How well it understands is what the other rows say.</summary>
    public bool WasLookedAt => Section switch
    {
        TableSection.First => Fnv1a.Hash(Words) % 2 == 0,
        TableSection.Last => false,
        _ => true,
    };
}

/// <summary>The sections of a table.</summary>
enum TableSection
{
    /// <summary>Written before the samples; one half of it was looked at.</summary>
    First,

    /// <summary>Written after them, and looked at.</summary>
    Later,

    /// <summary>What sounds like another intent. All of it must be right.</summary>
    NearMisses,

    /// <summary>Written at the end, and never looked at.</summary>
    Last,
}
