using System.Collections.Immutable;
using OrderHotline.Domain;

namespace OrderHotline.Application;

/// <summary>What a part of the line says, in each language that the shop offers. A language's words are read when they are first
/// said.</summary>
public sealed class LineWords
{
    readonly ImmutableArray<(Language Language, Lazy<PhraseBook> Book)> books;

    /// <summary>Words in the offered languages.</summary>
    /// <param name="offered">The languages, the shop's own first: it is spoken where none of the others is meant. At least one.</param>
    /// <param name="read">Reads the words of one; asked once for each at most.</param>
    public LineWords(ImmutableArray<Language> offered, Func<Language, PhraseBook> read)
    {
        Offered = offered;
        books = [.. offered.Select(language => (language, new Lazy<PhraseBook>(() => read(language))))];
    }

    /// <summary>The languages, the shop's own first.</summary>
    public ImmutableArray<Language> Offered { get; }

    /// <summary>The shop's own language.</summary>
    public Language Default => Offered[0];

    /// <summary>The words of a language; those of the shop's own where it does not offer it any more.</summary>
    public PhraseBook In(Language language)
    {
        foreach (var (offered, book) in books)
        {
            if (offered == language)
            {
                return book.Value;
            }
        }

        return books[0].Book.Value;
    }

    /// <summary>The offered language of a locale of Connect's or Lex's: that of its country if there is one, else that of any; the
    /// shop's own when the locale is of another language or missing.</summary>
    public Language LanguageOf(string? locale)
    {
        var asTag = locale?.Replace('_', '-');
        var spoken = Default;
        foreach (var language in Offered.Reverse())
        {
            if (language.ToString().Equals(asTag, StringComparison.OrdinalIgnoreCase))
            {
                return language;
            }

            spoken = language.IsSpokenIn(locale) ? language : spoken;
        }

        return spoken;
    }
}
