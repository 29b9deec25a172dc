using System.Text;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>What a caller answered to a question that asks for a yes.</summary>
public enum Answer
{
    /// <summary>Neither, or both, or something that is a yes to some and a no to others.</summary>
    Neither,

    /// <summary>Yes, and nothing else.</summary>
    Yes,

    /// <summary>No, whatever follows.</summary>
    No,
}

/// <summary>Hears a yes or a no in the caller's own words. A yes is one only when nothing else was said, because it moves a
/// parcel; a no may go on, because it only leads to the next question.</summary>
/// <remarks>Which words are a yes, a no, or neither and go with either, the word file of the language says. Politeness and hesitation are
/// those of the date reader: "はい、よろしくお願いします" is a yes.</remarks>
public static class YesOrNo
{
    // Of what is said after a no nothing counts; what stands around a yes must be one of these.
    static Heard In(PhraseBook words, Phrase? alsoYes = null)
    {
        var divider = Divider(words);
        return new(
            divider,
            alsoYes is null ? All(LinePhrases.Yes, words) : [.. All(LinePhrases.Yes, words), .. All(alsoYes, words)],
            All(LinePhrases.No, words),
            [.. Courtesy.Words(words.Language).Select(word => word + divider), .. All(LinePhrases.AroundAnAnswer, words)]);
    }

    static string Divider(PhraseBook words) => words.Say(LinePhrases.Between).Length > 0 ? " " : "";

    static string[] All(Phrase phrase, PhraseBook words) => words.WordsOf(phrase, word => Normalise(word, Divider(words)));

    /// <summary>Reads an answer; what is missing or blank is neither yes nor no.</summary>
    /// <param name="said">What was said.</param>
    /// <param name="words">The words of the caller's language.</param>
    public static Answer Read(string? said, PhraseBook words) => Read(said, words, alsoYes: null);

    /// <summary>Reads an answer to the question whether to move an order to a day: "change it" is a yes to that.</summary>
    /// <param name="said">What was said.</param>
    /// <param name="words">The words of the caller's language.</param>
    public static Answer ReadForMoving(string? said, PhraseBook words) => Read(said, words, LinePhrases.YesToMoving);

    /// <summary>Reads an answer to the question whether to cancel an order: "cancel it" is a yes to that.</summary>
    /// <param name="said">What was said.</param>
    /// <param name="words">The words of the caller's language.</param>
    public static Answer ReadForCancelling(string? said, PhraseBook words) => Read(said, words, LinePhrases.YesToCancelling);

    /// <inheritdoc cref="Read(string?, PhraseBook)"/>
    /// <param name="said">What was said.</param>
    /// <param name="words">The words of the caller's language.</param>
    /// <param name="alsoYes">Words that are a yes to this question; null for none.</param>
    internal static Answer Read(string? said, PhraseBook words, Phrase? alsoYes)
    {
        var heard = In(words, alsoYes);
        return Read(Normalise(said ?? "", heard.Divider), heard);
    }

    /// <summary>Whether one of some words was said, among others.</summary>
    internal static bool Mentions(string said, Phrase some, PhraseBook words)
    {
        var divider = Divider(words);
        var heard = divider + Normalise(said, divider);
        return All(some, words).Any(word => heard.Contains(divider + word, StringComparison.Ordinal));
    }

    /// <summary>The words that are a yes and a no, which none may be.</summary>
    internal static IEnumerable<string> YesAndNo(PhraseBook words)
    {
        var heard = In(words);
        return heard.Yes.Intersect(heard.No).Select(word => word.Trim());
    }

    /// <summary>What was said after a no that stands by itself, before a comma or the end of a sentence: it is an answer of its own. All
    /// of it when there is no such no.</summary>
    internal static string AfterTheNo(string said, PhraseBook words)
    {
        var end = said.AsSpan().IndexOfAny('、', '。', ',');
        if (end <= 0)
        {
            return said;
        }

        var heard = In(words);
        var first = Normalise(said[..end], heard.Divider);
        return first.Length > 0 && Length(first, heard.No) == first.Length
            ? said[(end + 1)..]
            : said;
    }

    // Of all the words that fit the longest was said: "no problem" is no "no".
    static Answer Read(string said, Heard heard)
    {
        var answer = Answer.Neither;
        for (var at = 0; at < said.Length;)
        {
            var rest = said.AsSpan(at);
            var (agrees, refuses, length) = (Length(rest, heard.Yes), Length(rest, heard.No), Length(rest, heard.Around));
            if (refuses > Math.Max(agrees, length))
            {
                return answer == Answer.Neither ? Answer.No : Answer.Neither;
            }

            answer = agrees > 0 && agrees >= length ? Answer.Yes : answer;
            length = Math.Max(agrees, length);
            if (length == 0)
            {
                return Answer.Neither;
            }

            at += length;
        }

        return answer;
    }

    static int Length(ReadOnlySpan<char> said, string[] words)
    {
        var longest = 0;
        foreach (var word in words)
        {
            if (word.Length > longest && said.StartsWith(word, StringComparison.Ordinal))
            {
                longest = word.Length;
            }
        }

        return longest;
    }

    // Letters alone: small, of one width and kana, without punctuation, and words kept apart only where the language does so.
    static string Normalise(string said, string divider)
    {
        var text = new StringBuilder(said.Length + 1);
        foreach (var c in said.AsSpan(0, Math.Min(said.Length, SpokenDateReader.MaxLength)))
        {
            if (char.IsLetterOrDigit(c) || c == 'ー')
            {
                text.Append(c switch
                {
                    >= 'ァ' and <= 'ヴ' => (char)(c - 'ァ' + 'ぁ'),
                    >= '！' and <= '～' => char.ToLowerInvariant((char)(c - '！' + '!')),
                    _ => char.ToLowerInvariant(c),
                });
            }
            else if (c is not ('\'' or '’') && text.Length > 0 && text[^1] != ' ')
            {
                text.Append(divider);
            }
        }

        return text.Length > 0 && text[^1] != ' ' ? text.Append(divider).ToString() : text.ToString();
    }

    /// <summary>What is listened for in one language, each word as <see cref="Normalise"/> leaves it.</summary>
    readonly record struct Heard(string Divider, string[] Yes, string[] No, string[] Around);
}
