namespace OrderHotline.Domain;

/// <summary>What some carriers put on the line for a number they do not give: a word on the letters of a telephone keypad, as
/// ANONYMOUS is 266696687. As a key it would make one customer of everybody who withholds theirs.</summary>
static class WithheldNumber
{
    // The key of each letter from A to Z, https://www.itu.int/rec/T-REC-E.161
    const string Keypad = "22233344455566677778889999";

    // Country codes of two digits; 1 and 7 have one, and all others three: https://www.itu.int/rec/T-REC-E.164
    const string TwoDigitCodes =
        "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98";

    // A new word is one line. One of fewer than six letters would be too many people's number.
    static readonly string[] Words =
    [
        "ANONYMOUS", "BLOCKED", "CONFIDENTIAL", "NO CALLER ID", "NO NUMBER", "NOT AVAILABLE", "NOT PROVIDED", "OUT OF AREA", "PAYPHONE",
        "PRIVATE", "RESTRICTED", "SUPPRESSED", "UNAVAILABLE", "UNKNOWN", "WITHHELD",
        "CALLER UNKNOWN", "UNKNOWN CALLER", "UNKNOWN NAME", "UNKNOWN NUMBER",
        "PRIVATE CALL", "PRIVATE CALLER", "PRIVATE NAME", "PRIVATE NUMBER", "NUMBER WITHHELD", "WITHHELD NUMBER",
        "BLOCKED CALL", "BLOCKED CALLER", "BLOCKED NUMBER", "ID WITHHELD", "ID BLOCKED",
        "ANONYM", "ANONYME", "ANONIMO", "ANONIEM", "DESCONOCIDO", "DESCONHECIDO", "INCONNU", "MASQUE", "OCULTO", "PRIVADO", "PRIVATO",
        "SCONOSCIUTO", "UNBEKANNT", "UNTERDRUECKT", "HITSUCHI", "HITSUUCHI", "KENGAI",
    ];

    /// <summary>Whether these digits are such a word: as it is or after a country code, and after leading zeros and ones.</summary>
    /// <param name="digits">A telephone number's digits, without its plus sign.</param>
    public static bool IsSpeltBy(ReadOnlySpan<char> digits) =>
        IsAWord(digits) || IsAWord(digits[Math.Min(digits.Length, CountryCodeLength(digits))..]);

    static int CountryCodeLength(ReadOnlySpan<char> digits) => digits switch
    {
        ['1' or '7', ..] => 1,
        [_, _, ..] when TwoDigitCodes.AsSpan().Contains(digits[..2], StringComparison.Ordinal) => 2,
        _ => 3,
    };

    // No letter is on the keys 0 and 1: in front of a word they are what one dials first.
    static bool IsAWord(ReadOnlySpan<char> digits)
    {
        digits = digits.TrimStart("01");
        foreach (var word in Words)
        {
            if (IsSpelt(word, digits))
            {
                return true;
            }
        }

        return false;
    }

    static bool IsSpelt(string word, ReadOnlySpan<char> digits)
    {
        var at = 0;
        foreach (var letter in word)
        {
            if (letter != ' ' && (at == digits.Length || digits[at++] != Keypad[letter - 'A']))
            {
                return false;
            }
        }

        return at == digits.Length;
    }
}
