using System.Globalization;
using NodaTime;

namespace OrderHotline.CallSimulator.Timing;

/// <summary>How long words take to say, by estimate: the same for the same words, and good for comparing one call with another. No voice was
/// timed for it.</summary>
/// <remarks>Japanese is counted in morae, seven a second: a kana is one, a small ゃ none, a kanji two (the readings of the common ones have one
/// to four), a digit two (いち, に, さん, …), and a Latin letter four fifths of one. Other languages are counted in words, two and a half a second, and each
/// digit of a number is one. Marks of punctuation are pauses, and so are those of SSML. What has letters, and none of Japan, is said in another language, as an offer of it is. A recorded prompt takes no time: nothing here tells
/// how long it is.</remarks>
public static class SpeechLength
{
    const double MoraePerSecond = 7;
    const double MoraePerKanji = 2;
    const double MoraePerDigit = 2;
    const double MoraePerLetter = 0.8;
    const double WordsPerSecond = 2.5;
    const double Comma = 0.3;
    const double FullStop = 0.6;
    const double UsualBreak = 0.4;

    const string Small = "ぁぃぅぇぉゃゅょゎァィゥェォャュョヮ";

    /// <summary>How long it takes.</summary>
    /// <param name="words">Plain text or SSML.</param>
    /// <param name="language">A tag such as <c>ja-JP</c>.</param>
    public static Duration Of(string words, string language)
    {
        if (words.StartsWith("(prompt ", StringComparison.Ordinal))
        {
            return Duration.Zero;
        }

        var (seconds, plain) = WithoutMarkup(words);
        var isJapanese = language.StartsWith("ja", StringComparison.OrdinalIgnoreCase) && (plain.Any(IsJapanese) || !plain.Any(char.IsLetter));
        seconds += isJapanese ? plain.Sum(Morae) / MoraePerSecond : Words(plain) / WordsPerSecond;
        return Duration.FromSeconds(seconds + plain.Select((c, at) => Pause(plain, at, c)).Sum());
    }

    static double Morae(char c) => c switch
    {
        _ when Small.Contains(c, StringComparison.Ordinal) => 0,
        (>= 'ぁ' and <= 'ゖ') or (>= 'ァ' and <= 'ヶ') or 'ー' => 1,
        (>= '一' and <= '鿿') or '々' => MoraePerKanji,
        _ when char.IsDigit(c) => MoraePerDigit,
        _ when char.IsLetter(c) => MoraePerLetter,
        _ => 0,
    };

    static bool IsJapanese(char c) => c is (>= 'ぁ' and <= 'ヶ') or (>= '一' and <= '鿿');

    static int Words(string plain)
    {
        var words = 0;
        var isWithin = false;
        foreach (var c in plain)
        {
            words += char.IsDigit(c) || (char.IsLetter(c) && !isWithin) ? 1 : 0;
            isWithin = char.IsLetter(c) || (isWithin && c is '\'' or '’');
        }

        return words;
    }

    // Between digits a mark is a part of the number, and behind a letter that stands alone it is spelt with it: "9 a.m.".
    static double Pause(string plain, int at, char c) => c switch
    {
        _ when at > 0 && at < plain.Length - 1 && char.IsDigit(plain[at - 1]) && char.IsDigit(plain[at + 1]) => 0,
        '.' when at > 0 && char.IsAsciiLetter(plain[at - 1]) && (at < 2 || !char.IsLetter(plain[at - 2])) => 0,
        '、' or '，' or ',' or ';' or ':' => Comma,
        '。' or '．' or '.' or '！' or '!' or '？' or '?' => FullStop,
        _ => 0,
    };

    static (double Seconds, string Plain) WithoutMarkup(string words)
    {
        if (!words.StartsWith("<speak", StringComparison.Ordinal))
        {
            return (0, words);
        }

        var (seconds, plain) = (0.0, new System.Text.StringBuilder());
        for (var at = 0; at < words.Length;)
        {
            var close = words[at] == '<' ? words.IndexOf('>', at) : -1;
            if (close < 0)
            {
                plain.Append(words[at++]);
                continue;
            }

            seconds += Break(words.AsSpan(at, close - at));
            at = close + 1;
        }

        return (seconds, plain.ToString());
    }

    static double Break(ReadOnlySpan<char> tag)
    {
        if (!tag.StartsWith("<break"))
        {
            return 0;
        }

        var begin = tag.IndexOf("time=\"") + "time=\"".Length;
        if (begin < "time=\"".Length)
        {
            return UsualBreak;
        }

        var time = tag[begin..];
        time = time[..Math.Max(time.IndexOf('"'), 0)];
        var isMilliseconds = time.EndsWith("ms");
        return double.TryParse(time.TrimEnd("ms"), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? Math.Clamp(isMilliseconds ? number / 1000 : number, 0, 10)
            : UsualBreak;
    }
}
