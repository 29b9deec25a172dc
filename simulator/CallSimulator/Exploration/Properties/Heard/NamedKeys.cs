using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>What a prompt says that a key does.</summary>
enum KeyMeaning
{
    /// <summary>Words that nothing is known of.</summary>
    Unknown,

    /// <summary>Changes the shipping date.</summary>
    AnotherDay,

    /// <summary>Cancels, or asks whether to.</summary>
    Cancellation,

    /// <summary>Leads to an operator.</summary>
    Operator,

    /// <summary>Says yes.</summary>
    Yes,

    /// <summary>Says no.</summary>
    No,

    /// <summary>Leaves the order as it is.</summary>
    Keep,

    /// <summary>Asks for the same digits once more.</summary>
    KeyAgain,

    /// <summary>Wishes to be called back.</summary>
    CallBack,

    /// <summary>Wishes no call back.</summary>
    NoCallBack,

    /// <summary>Wishes to be called back at another number.</summary>
    OtherNumber,

    /// <summary>Goes on.</summary>
    More,
}

/// <summary>Reads what prompts in Japanese and English say that keys do: 「キャンセルは二」, "To cancel, press 2".</summary>
static partial class NamedKeys
{
    const string Digits = "〇一二三四五六七八九";

    // The first words that are found decide, so the closer ones stand first.
    static readonly ImmutableArray<(string Words, KeyMeaning Meaning)> Meanings =
    [
        ("key it in again", KeyMeaning.KeyAgain),
        ("押し直", KeyMeaning.KeyAgain),
        ("hear it again", KeyMeaning.Unknown),
        ("もう一度", KeyMeaning.Unknown),
        ("しない", KeyMeaning.Keep),
        ("このまま", KeyMeaning.Keep),
        ("keep", KeyMeaning.Keep),
        ("leave", KeyMeaning.Keep),
        ("ほかの番号", KeyMeaning.OtherNumber),
        ("another number", KeyMeaning.OtherNumber),
        ("不要", KeyMeaning.NoCallBack),
        ("no call back", KeyMeaning.NoCallBack),
        ("if not", KeyMeaning.NoCallBack),
        ("ご希望", KeyMeaning.CallBack),
        ("この番号", KeyMeaning.CallBack),
        ("折り返し", KeyMeaning.CallBack),
        ("that number", KeyMeaning.CallBack),
        ("called back", KeyMeaning.CallBack),
        ("would like that", KeyMeaning.CallBack),
        ("キャンセル", KeyMeaning.Cancellation),
        ("cancel", KeyMeaning.Cancellation),
        ("オペレーター", KeyMeaning.Operator),
        ("operator", KeyMeaning.Operator),
        ("変更", KeyMeaning.AnotherDay),
        ("change", KeyMeaning.AnotherDay),
        ("ほか", KeyMeaning.More),
        ("anything else", KeyMeaning.More),
        ("はい", KeyMeaning.Yes),
        ("よろしけれ", KeyMeaning.Yes),
        ("yes", KeyMeaning.Yes),
        ("is right", KeyMeaning.Yes),
        ("take it", KeyMeaning.Yes),
        ("いいえ", KeyMeaning.No),
        ("no", KeyMeaning.No),
    ];

    /// <summary>The keys that a prompt names, each with what it is said to do; those whose words are not known are left out.</summary>
    public static IEnumerable<(char Key, KeyMeaning Meaning)> In(string prompt)
    {
        var words = SpokenWords.WithoutMarkup(prompt);
        return Japanese().Matches(words)
            .Select(found => (KeyOf(found), Meaning(found.Groups["does"].Value)))
            .Concat(English().Matches(words).Select(found => (KeyOf(found), Meaning(found.Groups["does"].Value))))
            .Where(named => named.Item2 != KeyMeaning.Unknown);
    }

    static char KeyOf(Match found) => found.Groups["key"].Value switch
    {
        "ゼロ" => '0',
        [var digit] when Digits.Contains(digit, StringComparison.Ordinal) => (char)('0' + Digits.IndexOf(digit, StringComparison.Ordinal)),
        var key => key[0],
    };

    static KeyMeaning Meaning(string does) =>
        Meanings.FirstOrDefault(known => does.Contains(known.Words, StringComparison.OrdinalIgnoreCase)).Meaning;

    // 「発送日の変更は一を」, 「よろしければ一を」, and 「オペレーターが承ります。ゼロを押すか」, which says it in the sentence before.
    [GeneratedRegex(
        "(?<does>[^、。]+)(?:(?:は|ば|たら)、?|。(?=[^、。]{1,2}を押))(?<key>ゼロ|[〇一二三四五六七八九])(?=を|、|です)",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Japanese();

    // "To cancel, press 2", "an operator can help. Press 0", and "press 1 for yes, or 2 for no".
    [GeneratedRegex(
        @"(?:press|or) (?<key>\d) (?:for|to) (?<does>[^,.]+)|(?<does>[^.]+?)[,.]? (?:or )?press (?<key>\d)(?! (?:for|to) )",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex English();
}
