namespace OrderHotline.Domain;

/// <summary>Words and what they mean for a date; of several that fit, the longest is the one that was said.</summary>
sealed class Lexicon
{
    // Made when a language is first spoken, within a call: freezing it would cost that call more than it saves all later ones.
    readonly Dictionary<char, (string Word, DateToken[] Means)[]> byFirstLetter;

    public Lexicon(IEnumerable<(string Word, DateToken[] Means)> words) => byFirstLetter = words
        .GroupBy(entry => entry.Word[0])
        .ToDictionary(group => group.Key, group => group.OrderByDescending(entry => entry.Word.Length).ToArray());

    /// <summary>Finds the longest word that the text starts with.</summary>
    /// <param name="text">What is still to be read.</param>
    /// <param name="endsWord">Whether a word may end there; given what comes after it.</param>
    /// <param name="means">What the word means; nothing for one that is known only to be passed over.</param>
    /// <returns>The word's length; 0 when there is none.</returns>
    public int Find(ReadOnlySpan<char> text, Func<char, bool> endsWord, out DateToken[] means)
    {
        if (!text.IsEmpty && byFirstLetter.TryGetValue(text[0], out var words))
        {
            foreach (var (word, meaning) in words)
            {
                if (text.StartsWith(word, StringComparison.Ordinal)
                    && (text.Length == word.Length || endsWord(text[word.Length])))
                {
                    means = meaning;
                    return word.Length;
                }
            }
        }

        means = [];
        return 0;
    }
}
