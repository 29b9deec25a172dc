namespace OrderHotline.Domain;

/// <summary>Words and what they mean for a date; of several that fit, the longest is the one that was said.</summary>
sealed class Lexicon
{
    // By the first two letters. Made when a language is first spoken, within a call: freezing it would cost that call more than it
    // saves all later ones.
    readonly Dictionary<int, List<(string Word, DateToken[] Means)>> words = [];

    /// <param name="entries">Words that mean the same, divided by <c>|</c>. Of the same word twice, the first counts.</param>
    public Lexicon(IEnumerable<(string Words, DateToken[] Means)> entries)
    {
        foreach (var (alike, means) in entries)
        {
            foreach (var word in alike.Split('|'))
            {
                var key = Key(word);
                if (!words.TryGetValue(key, out var bucket))
                {
                    words.Add(key, bucket = []);
                }

                bucket.Add((word, means));
            }
        }
    }

    /// <summary>Finds the longest word that the text starts with.</summary>
    /// <param name="text">What is still to be read.</param>
    /// <param name="endsWord">Whether a word may end there; given what comes after it.</param>
    /// <param name="means">What the word means.</param>
    /// <returns>The word's length; 0 when there is none.</returns>
    public int Find(ReadOnlySpan<char> text, Func<char, bool> endsWord, out DateToken[] means)
    {
        means = [];
        var longest = 0;
        if (text.Length > 1)
        {
            Find(Key(text), text, endsWord, ref means, ref longest);
        }

        if (longest == 0 && text.Length > 0)
        {
            Find(Key(text[..1]), text, endsWord, ref means, ref longest);
        }

        return longest;
    }

    /// <summary>Finds a word like <see cref="Find(ReadOnlySpan{char}, Func{char, bool}, out DateToken[])"/>, but leaves whole a hesitation
    /// that begins inside it and goes on beyond it.</summary>
    public int FindBeforeAFiller(ReadOnlySpan<char> text, Func<char, bool> endsWord, bool dividesWords, out DateToken[] means)
    {
        var length = Find(text, endsWord, out means);
        for (var inside = 1; inside < length && means is not [{ Word: DateWord.Filler }]; inside++)
        {
            if ((!dividesWords || text[inside - 1] == ' ') && Find(text[inside..], endsWord, out var other) is var filler
                && filler > Math.Max(2, length - inside) && other is [{ Word: DateWord.Filler }])
            {
                return Find(text[..inside].TrimEnd(' '), endsWord, out means);
            }
        }

        return length;
    }

    void Find(int key, ReadOnlySpan<char> text, Func<char, bool> endsWord, ref DateToken[] means, ref int longest)
    {
        if (!words.TryGetValue(key, out var bucket))
        {
            return;
        }

        foreach (var (word, meaning) in bucket)
        {
            if (word.Length > longest && text.StartsWith(word, StringComparison.Ordinal)
                && (text.Length == word.Length || endsWord(text[word.Length])))
            {
                (means, longest) = (meaning, word.Length);
            }
        }
    }

    static int Key(ReadOnlySpan<char> text) => (text[0] << 16) | (text.Length > 1 ? text[1] : 0);
}
