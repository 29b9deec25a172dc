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
/// <remarks>結構です, 大丈夫です and いいです are left out: each is a yes to some and a "no, thank you" to others.</remarks>
public static class YesOrNo
{
    static readonly string[] JapaneseYes = LongestFirst(
        "はい", "ええ", "うん", "そうです", "お願いします", "おねがいします", "お願いいたします", "お願い致します", "それでいいです", "それで大丈夫です",
        "いいですよ", "合っています", "合ってます", "あっています", "間違いありません", "その通りです", "そのとおりです", "オーケー", "オッケー", "イエス");

    static readonly string[] JapaneseNo = LongestFirst(
        "いいえ", "いえ", "いや", "違います", "違う", "ちがいます", "ちがう", "だめ", "ダメ", "駄目", "やめ", "ノー", "そうじゃない", "そうではない");

    static readonly string[] JapaneseFillers =
        LongestFirst("えーと", "ええと", "えっと", "あの", "それで", "その日で", "どうぞ", "です", "よ", "ね", "ありがとうございます");

    static readonly string[] EnglishYes = LongestFirst(
        "yes ", "yeah ", "yep ", "yup ", "sure ", "ok ", "okay ", "correct ", "right ", "exactly ", "perfect ", "absolutely ",
        "of course ",
        "that is right ", "thats right ", "that is correct ", "thats correct ", "that is fine ", "thats fine ", "it is ",
        "please do ", "go ahead ", "sounds good ", "do it ");

    static readonly string[] EnglishNo = LongestFirst(
        "no ", "nope ", "nah ", "not ", "wrong ", "incorrect ", "dont ", "do not ",
        "that is wrong ", "that is not ", "thats wrong ", "thats not ");

    static readonly string[] EnglishFillers = LongestFirst("please ", "thank you ", "thanks ", "um ", "uh ", "well ", "oh ");

    /// <summary>Reads an answer; what is missing or blank is neither yes nor no.</summary>
    public static Answer Read(string? said, Language language) => language == Language.Japanese
        ? Read(Normalise(said ?? "", divider: ""), JapaneseYes, JapaneseNo, JapaneseFillers)
        : Read(Normalise(said ?? "", divider: " "), EnglishYes, EnglishNo, EnglishFillers);

    static Answer Read(string said, string[] yes, string[] no, string[] fillers)
    {
        var answer = Answer.Neither;
        for (var at = 0; at < said.Length;)
        {
            var rest = said.AsSpan(at);
            if (answer == Answer.Neither && Length(rest, no) > 0)
            {
                return Answer.No;
            }

            if (Length(rest, yes) is > 0 and var length)
            {
                answer = Answer.Yes;
            }
            else
            {
                length = Length(rest, fillers);
            }

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
        foreach (var word in words)
        {
            if (said.StartsWith(word, StringComparison.Ordinal))
            {
                return word.Length;
            }
        }

        return 0;
    }

    // Letters alone: small, without punctuation, and words kept apart only where the language does so.
    static string Normalise(string said, string divider)
    {
        var text = new StringBuilder(said.Length + 1);
        foreach (var c in said.AsSpan(0, Math.Min(said.Length, SpokenDateReader.MaxLength)))
        {
            if (char.IsLetterOrDigit(c) || c == 'ー')
            {
                text.Append(char.ToLowerInvariant(c));
            }
            else if (c is not ('\'' or '’') && text.Length > 0 && text[^1] != ' ')
            {
                text.Append(divider);
            }
        }

        return text.Length > 0 && text[^1] != ' ' ? text.Append(divider).ToString() : text.ToString();
    }

    static string[] LongestFirst(params IEnumerable<string> words) => [.. words.OrderByDescending(word => word.Length)];
}
