namespace OrderHotline.Domain;

/// <summary>Reads English numbers, in digits and in words.</summary>
static class EnglishNumber
{
    const int TooLarge = 99_999;

    static readonly string[] Ones =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    static readonly string[] Ordinals =
    [
        "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth",
        "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    ];

    /// <summary>Reads 3, 3rd, three, third, twenty three, twenty third, two thousand twenty six.</summary>
    /// <returns>How many characters; 0 when there is no number.</returns>
    public static int Read(ReadOnlySpan<char> text, out int number, out bool isOrdinal)
    {
        var length = UpToNinetyNine(text, out number, out isOrdinal);
        if (length == 0 || isOrdinal)
        {
            return length;
        }

        var next = FirstWord(text[length..].TrimStart(' '));
        if (next is "hundred" or "thousand" or "million")
        {
            var isAYear = number == 2 && next is "thousand";
            var end = text.Length - text[length..].TrimStart(' ').Length + next.Length;
            var rest = text[end..].TrimStart(' ');
            rest = FirstWord(rest) is "and" ? rest[3..].TrimStart(' ') : rest;
            var more = UpToNinetyNine(rest, out var years, out isOrdinal);
            number = isAYear && !isOrdinal ? 2000 + years : TooLarge;
            return more > 0 ? text.Length - rest.Length + more : end;
        }

        // Twenty twenty-six.
        if (number == 20 && char.IsAsciiLetter(text[0]))
        {
            var rest = text[length..].TrimStart(' ');
            if (UpToNinetyNine(rest, out var years, out var ofADay) is > 0 and var more && !ofADay && years is >= 10 and <= 99)
            {
                number = 2000 + years;
                return text.Length - rest.Length + more;
            }
        }

        return length;
    }

    static int UpToNinetyNine(ReadOnlySpan<char> text, out int number, out bool isOrdinal)
    {
        (number, isOrdinal) = (0, false);
        var word = FirstWord(text);
        var digits = word.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : word.Length;
        if (digits > 0)
        {
            number = digits > 5 ? TooLarge : int.Parse(word[..digits], System.Globalization.CultureInfo.InvariantCulture);
            isOrdinal = word[digits..] is "st" or "nd" or "rd" or "th";
            var after = text[word.Length..].TrimStart(' ');
            if (!isOrdinal && number is 20 or 30 && Small(FirstWord(after), out var few, out var isNth) && isNth && few is >= 1 and <= 9)
            {
                (number, isOrdinal) = (number + few, true); // "20 third", written as it was heard
                return text.Length - after.Length + FirstWord(after).Length;
            }

            return isOrdinal || digits == word.Length ? word.Length : 0;
        }

        var tens = word switch
        {
            "twenty" => 20,
            "thirty" => 30,
            "forty" => 40,
            "fifty" => 50,
            "sixty" => 60,
            "seventy" => 70,
            "eighty" => 80,
            "ninety" => 90,
            "twentieth" => -20,
            "thirtieth" => -30,
            _ => 0,
        };
        if (tens == 0)
        {
            return Small(word, out number, out isOrdinal) ? word.Length : 0;
        }

        (number, isOrdinal) = (Math.Abs(tens), tens < 0);
        var rest = text[word.Length..].TrimStart(' ');
        if (tens > 0 && Small(FirstWord(rest), out var ones, out var ordinal) && ones is >= 1 and <= 9)
        {
            (number, isOrdinal) = (tens + ones, ordinal);
            return text.Length - rest.Length + FirstWord(rest).Length;
        }

        return word.Length;
    }

    static bool Small(ReadOnlySpan<char> word, out int number, out bool isOrdinal)
    {
        for (number = 0; number < Ones.Length; number++)
        {
            isOrdinal = word.SequenceEqual(Ordinals[number]);
            if (isOrdinal || word.SequenceEqual(Ones[number]))
            {
                return true;
            }
        }

        (number, isOrdinal) = (0, false);
        return false;
    }

    static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text) => text.IndexOf(' ') is >= 0 and var end ? text[..end] : text;
}
