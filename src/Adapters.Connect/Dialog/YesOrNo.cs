using System.Text;
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
/// <remarks>Politeness and hesitation are those of the date reader: "はい、よろしくお願いします" is a yes. 結構です, 大丈夫です and いいです
/// are left out: each is a yes to some and a "no, thank you" to others.</remarks>
public static class YesOrNo
{
    // Hiragana, as katakana is read as it.
    static readonly string[] JapaneseYes =
    [
        "はい", "はーい", "ええ", "うん", "そうです", "お願いします", "おねがいします", "お願いいたします", "お願い致します", "それでいいです", "それで大丈夫です",
        "いいですよ", "合っています", "合ってます", "あっています", "間違いありません", "その通りです", "そのとおりです", "おーけー", "おっけー", "いえす", "ok", "了解", "了解しました",
        "了解いたしました", "承知しました", "承知いたしました", "承知", "わかりました", "分かりました", "かしこまりました", "問題ありません", "問題ないです", "もちろん", "もちろんです",
        "そうしてください", "それにしてください", "それで進めてください",
    ];

    static readonly string[] JapaneseNo =
    [
        "いいえ", "いえ", "いや", "違います", "違う", "ちがいます", "ちがう", "だめ", "駄目", "やめ", "のー", "そうじゃない", "そうではない",
    ];

    static readonly string[] JapaneseFillers =
    [
        .. Courtesy.Words(Language.Japanese), "それで", "その日で", "その日に", "です", "よ", "ね", "で", "それ", "ー",
    ];

    static readonly string[] EnglishYes =
    [
        "yes ", "yeah ", "yep ", "yup ", "sure ", "ok ", "okay ", "correct ", "right ", "exactly ", "perfect ", "absolutely ", "of course ",
        "that is right ", "thats right ", "that is correct ", "thats correct ", "that is fine ", "thats fine ", "it is ", "please do ",
        "go ahead ", "sounds good ", "do it ", "that works ", "that works for me ", "works for me ", "that will work ", "thatll work ",
        "thatll do ", "that will do ", "no problem ", "not a problem ", "no worries ", "thats good ", "that is good ", "thats great ",
        "that is great ", "thats perfect ", "that is perfect ", "sounds great ", "sounds perfect ", "great ", "good ", "fine ", "alright ",
        "all right ", "lets do that ", "lets do it ", "definitely ", "certainly ", "by all means ", "that would be great ",
        "that would be fine ", "that would be good ", "thats ok ", "thats okay ", "that is ok ", "that is okay ",
    ];

    static readonly string[] EnglishNo =
    [
        "no ", "nope ", "nah ", "not ", "wrong ", "incorrect ", "dont ", "do not ", "that is wrong ", "that is not ", "thats wrong ",
        "thats not ",
    ];

    static readonly string[] EnglishFillers =
        [.. Courtesy.Words(Language.English).Select(word => $"{word} "), "then ", "that ", "so "];

    /// <summary>Reads an answer; what is missing or blank is neither yes nor no.</summary>
    public static Answer Read(string? said, Language language) => language == Language.Japanese
        ? Read(Normalise(said ?? "", divider: ""), JapaneseYes, JapaneseNo, JapaneseFillers)
        : Read(Normalise(said ?? "", divider: " "), EnglishYes, EnglishNo, EnglishFillers);

    /// <summary>What was said after a no that stands by itself, before a comma or the end of a sentence: it is an answer of its own. All
    /// of it when there is no such no.</summary>
    internal static string AfterTheNo(string said, Language language)
    {
        var (no, divider) = language == Language.Japanese ? (JapaneseNo, "") : (EnglishNo, " ");
        var end = said.AsSpan().IndexOfAny('、', '。', ',');
        var first = Normalise(end > 0 ? said[..end] : "", divider);
        return first.Length > 0 && Length(first, no) == first.Length
            ? said[(end + 1)..]
            : said;
    }

    // Of all the words that fit the longest was said: "no problem" is no "no".
    static Answer Read(string said, string[] yes, string[] no, string[] fillers)
    {
        var answer = Answer.Neither;
        for (var at = 0; at < said.Length;)
        {
            var rest = said.AsSpan(at);
            var (agrees, refuses, length) = (Length(rest, yes), Length(rest, no), Length(rest, fillers));
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
}
