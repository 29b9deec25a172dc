using FsCheck;
using FsCheck.Fluent;

namespace OrderHotline.Domain.Tests;

/// <summary>What carriers are known to dial for a number they do not give, and the many ways in which it arrives.</summary>
static class KeypadWords
{
    public static readonly string[] Known =
    [
        "ANONYMOUS", "RESTRICTED", "UNAVAILABLE", "PRIVATE", "UNKNOWN", "BLOCKED", "OUT OF AREA", "WITHHELD", "NO CALLER ID",
        "PRIVATE NUMBER", "UNKNOWN CALLER", "ANONYME", "PRIVATO", "UNBEKANNT", "HITSUCHI",
    ];

    // Codes of every length, and those of the countries in which Connect sells most numbers.
    static readonly string[] CountryCodes = ["", "1", "7", "33", "34", "39", "44", "49", "61", "65", "81", "82", "86", "91", "353", "886"];

    static readonly string[] Keys = ["ABC", "DEF", "GHI", "JKL", "MNO", "PQRS", "TUV", "WXYZ"];

    /// <summary>Words as strict numbers.</summary>
    public static Gen<string> Spelt =>
        from word in Gen.Elements(Known)
        from code in Gen.Elements(CountryCodes)
        from trunk in Gen.Elements("", "0", "00", "1")
        let number = $"+{code}{(code.Length > 0 ? trunk : "")}{Dial(word)}"
        where number.Length is >= 8 and <= 16
        select number;

    public static string Dial(string word) =>
        string.Concat(word.Where(char.IsAsciiLetterUpper).Select(letter => Array.FindIndex(Keys, key => key.Contains(letter)) + 2));

    /// <summary>Whether a generated text happens to be one; the rule is held to <see cref="Spelt"/> elsewhere.</summary>
    public static bool AreSpeltBy(string text) => Known.Any(word => text.EndsWith(Dial(word), StringComparison.Ordinal));
}
