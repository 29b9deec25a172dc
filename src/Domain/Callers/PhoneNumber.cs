using System.Text;

namespace OrderHotline.Domain;

/// <summary>
/// A telephone number in strict E.164 form, <c>+</c> and 7 to 15 ASCII digits
/// (<see href="https://www.itu.int/rec/T-REC-E.164">ITU-T E.164</see>). It is the key to a customer's orders, so nothing is
/// guessed: no spaces, no hyphens, no country assumed. A carrier's keypad word for a withheld number is nobody's.
/// </summary>
/// <remarks><see cref="ToString"/> masks the number, so that a log line or an exception cannot give a caller away by accident;
/// <see cref="ToE164"/> is for the store and the carrier.</remarks>
public readonly record struct PhoneNumber
{
    const int MinDigits = 7;
    const int MaxDigits = 15;
    const string JapanCountryCode = "+81";

    // The country code and ten digits.
    const int JapaneseMobileLength = 13;

    readonly string? e164;

    PhoneNumber(string e164) => this.e164 = e164;

    /// <summary>Reads strict E.164.</summary>
    /// <returns><see langword="false"/> when the text is anything else; <paramref name="number"/> is then the default.</returns>
    public static bool TryParse(string? text, out PhoneNumber number)
    {
        number = default;
        if (text is not ['+', >= '1' and <= '9', ..]
            || text.Length is < MinDigits + 1 or > MaxDigits + 1
            || text.AsSpan(1).ContainsAnyExceptInRange('0', '9')
            || WithheldNumber.IsSpeltBy(text.AsSpan(1)))
        {
            return false;
        }

        number = new PhoneNumber(text);
        return true;
    }

    /// <summary>
    /// Reads a number the way it is written inside Japan: <c>090-1234-5678</c>, <c>(03) 1234 5678</c>, <c>０９０１２３４５６７８</c>.
    /// The trunk zero becomes <c>+81</c>; 10 or 11 digits are expected with it.
    /// </summary>
    /// <returns><see langword="false"/> when the text is anything else, E.164 included; <paramref name="number"/> is then the
    /// default.</returns>
    public static bool TryParseJapanese(string? text, out PhoneNumber number)
    {
        number = default;
        var digits = new StringBuilder(JapanCountryCode, MaxDigits + 1);
        var count = 0;
        foreach (var c in text ?? "")
        {
            var digit = c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c;
            if (!char.IsAsciiDigit(digit))
            {
                if (c is '-' or '‐' or '－' or 'ー' or ' ' or '　' or '(' or ')' or '（' or '）')
                {
                    continue;
                }

                return false;
            }

            // One trunk zero and no more: two begin an international call.
            if ((count == 0 && digit != '0') || (count == 1 && digit == '0'))
            {
                return false;
            }

            if (count++ > 0)
            {
                digits.Append(digit);
            }
        }

        return count is 10 or 11 && TryParse(digits.ToString(), out number);
    }

    /// <summary>Whether text messages can reach it, as far as the number tells: inside Japan only numbers of mobile telephones, which begin
    /// with 060, 070, 080 or 090 and no further zero (https://www.soumu.go.jp/main_sosiki/joho_tsusin/top/tel_number/): 0800 is free of charge.
    /// Of other countries nothing is ruled out.
    /// </summary>
    public bool MayTakeTexts => e164 is not null
        && (!e164.StartsWith(JapanCountryCode, StringComparison.Ordinal)
            || (e164.Length == JapaneseMobileLength && e164[3] is '6' or '7' or '8' or '9' && e164[4] == '0' && e164[5] != '0'));

    /// <summary>The whole number, for the store and the carrier.</summary>
    /// <exception cref="InvalidOperationException">This is the default value, which is no number.</exception>
    public string ToE164() =>
        e164 ?? throw new InvalidOperationException("default(PhoneNumber) is no number: numbers come from PhoneNumber.TryParse.");

    /// <summary>The number with all but its first three and last two characters masked.</summary>
    public override string ToString() =>
        e164 is null ? "(no number)" : $"{e164[..3]}{new string('*', e164.Length - 5)}{e164[^2..]}";
}
