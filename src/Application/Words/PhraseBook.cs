using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using OrderHotline.Domain;

namespace OrderHotline.Application;

/// <summary>The words of one language, by the path of their phrase. It holds every phrase that is asked of it: word files are checked
/// against their <see cref="Vocabulary"/> by tests, and a shop's own words when its file is read.</summary>
/// <param name="language">The language.</param>
/// <param name="words">The words; each of a list under the path of the list, a dot, and its number from 0.</param>
public sealed class PhraseBook(Language language, IReadOnlyDictionary<string, string> words)
{
    static readonly char[] ListDividers = [',', '、'];

    readonly ConcurrentDictionary<string, string[]> heard = new(StringComparer.Ordinal);

    /// <summary>The language.</summary>
    public Language Language { get; } = language;

    /// <summary>Says a phrase.</summary>
    /// <param name="phrase">The phrase.</param>
    /// <param name="values">What is put into it, in the order of its placeholders.</param>
    public string Say(Phrase phrase, params ReadOnlySpan<string> values)
    {
        var text = words[phrase.Path];
        if (values.IsEmpty)
        {
            return text;
        }

        var said = new DefaultInterpolatedStringHandler(text.Length, values.Length);
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('{', at);
            if (open < 0)
            {
                said.AppendFormatted(text.AsSpan(at));
                break;
            }

            var close = text.IndexOf('}', open);
            said.AppendFormatted(text.AsSpan(at, open - at));
            said.AppendLiteral(values[IndexOf(phrase, text.AsSpan(open + 1, close - open - 1))]);
            at = close + 1;
        }

        return said.ToStringAndClear();
    }

    /// <summary>The words of a phrase that is heard, one by one. They are told apart once.</summary>
    /// <param name="phrase">The phrase.</param>
    /// <param name="prepared">Makes one ready to be compared; those that come out empty are left out.</param>
    public string[] WordsOf(Phrase phrase, Func<string, string> prepared) => heard.GetOrAdd(
        phrase.Path,
        (path, make) => [.. words[path].Split(ListDividers).Select(make).Where(word => word.Length > 0)],
        prepared);

    /// <summary>The words of a phrase that the code does not know; null where there are none.</summary>
    public string? Find(string path) => words.GetValueOrDefault(path);

    /// <summary>One of a list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="number">Which, from 0.</param>
    public string Member(Phrase list, int number) => words[Vocabulary.Member(list.Path, number)];

    static int IndexOf(Phrase phrase, ReadOnlySpan<char> name)
    {
        var index = phrase.Placeholders.Length - 1;
        while (index > 0 && !name.SequenceEqual(phrase.Placeholders[index]))
        {
            index--;
        }

        return index;
    }
}
