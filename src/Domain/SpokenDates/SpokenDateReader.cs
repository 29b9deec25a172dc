using NodaTime;

namespace OrderHotline.Domain;

/// <summary>
/// Reads what a person said about a day, in Japanese or English, or keyed in whatever language: words, kana, kanji, digits of either width, eras, counters,
/// weekdays, parts of a month, alternatives, refusals, corrections, and four digits of a keypad. Every word must be accounted for:
/// by the date itself, by a word that changes nothing, or by one whose effect is known. Beside any other, what was named is
/// <see cref="SpokenDate.Unsure"/>.
/// </summary>
/// <remarks>
/// Conventions: a bare weekday is the next one strictly after today; a bare day of the month is the next one on or after today; a
/// day and month without a year is the nearest occurrence; weeks run from Monday to Sunday, and "this week" starts today. Time
/// is linear in the length of the text; what lies beyond <see cref="MaxLength"/> is not read, and makes the rest unsure.
/// </remarks>
public static class SpokenDateReader
{
    /// <summary>How much of what was said is read, in UTF-16 units: no more than 4 KB.</summary>
    public const int MaxLength = 1024;

    /// <summary>Whether dates are heard in words in this language; in any other they are keyed only.</summary>
    public static bool Hears(Language language) => language == Language.Japanese || language == Language.English;

    /// <summary>Reads what was said. What was put into a slot counts only when nothing was said: a bot makes one day of "next
    /// week" and keeps to itself that it did.</summary>
    /// <param name="said">The caller's own words; null or blank when there are none.</param>
    /// <param name="slot">The value of the bot's date slot, if any; see <see cref="DateSlot"/>.</param>
    /// <param name="today">Today in the shop's zone.</param>
    /// <param name="language">The language that was spoken.</param>
    public static SpokenDate Read(string? said, string? slot, LocalDate today, Language language)
    {
        if (string.IsNullOrWhiteSpace(said))
        {
            return DateSlot.Read(slot);
        }

        return said.Length <= MaxLength ? Read(said, today, language)
            : Read(said.AsSpan(0, MaxLength), today, language) switch
            {
                var reading and (SpokenDate.NotADate or SpokenDate.Unsure) => reading,
                var reading => new SpokenDate.Unsure(reading, ["…"]),
            };
    }

    static SpokenDate Read(ReadOnlySpan<char> read, LocalDate today, Language language)
    {
        var words = new List<HeardWord>();
        if (NumericDate.TryReadKeypad(read, words))
        {
            return new Utterance(words, read, today, language).Reading();
        }

        if (!Hears(language))
        {
            return new SpokenDate.NotADate();
        }

        Span<char> letters = stackalloc char[MaxLength];
        Span<bool> pauses = stackalloc bool[MaxLength];
        var text = new SpokenText(letters, pauses);
        if (language == Language.Japanese)
        {
            JapaneseReader.Read(read, ref text, words);
        }
        else
        {
            EnglishReader.Read(read, ref text, words);
        }

        return new Utterance(words, text.Letters, today, language).Reading();
    }
}
