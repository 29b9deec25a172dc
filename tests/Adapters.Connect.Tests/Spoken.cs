using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect.Tests;

/// <summary>The line's own words, by the tag of their language: a test case carries no language.</summary>
static class Spoken
{
    public static PhraseBook Japanese => In("ja-JP");

    public static PhraseBook English => In("en-US");

    public static IEnumerable<PhraseBook> All => LinePhrases.Standard.Offered.Select(LinePhrases.Standard.In);

    public static PhraseBook In(string tag) => LinePhrases.Standard.In(LinePhrases.Standard.LanguageOf(tag));

    /// <summary>As the line's first two languages are called where they are compared.</summary>
    public static string NameOf(PhraseBook book) => book.Language == Language.Japanese ? "Japanese" : "English";

    /// <summary>The same, with another language first.</summary>
    public static LineWords Of(Language shopLanguage) =>
        new([shopLanguage, .. LinePhrases.Standard.Offered.Where(other => other != shopLanguage)], LinePhrases.Standard.In);
}
