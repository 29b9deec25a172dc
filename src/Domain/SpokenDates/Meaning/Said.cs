namespace OrderHotline.Domain;

/// <summary>A day that was said, or a word that decides which of the days around it hold.</summary>
/// <param name="Word">What kind of word.</param>
/// <param name="Value">Its number.</param>
/// <param name="Phrase">The day or the days; null for a word.</param>
/// <param name="Paused">Whether a comma or a full stop stands before it.</param>
readonly record struct Said(DateWord Word, int Value, DatePhrase? Phrase, bool Paused);
