namespace OrderHotline.Domain;

/// <summary>Finds the words of a date in Japanese. Everything else, politeness and hesitation included, is passed over.</summary>
static class JapaneseDateWords
{
    static readonly Lexicon Words = new(JapaneseLexicon.Words());

    /// <summary>Hands over the words in the order in which they were said.</summary>
    public static void Read(ReadOnlySpan<char> said, Action<DateToken> take)
    {
        Span<char> buffer = stackalloc char[said.Length];
        var text = Normalise(said, buffer);
        var (wordEnd, dateEnd, hourEnd) = (0, -1, -1);
        var hoursBegan = false;
        for (var at = 0; at < text.Length;)
        {
            var rest = text[at..];
            var isAfterADate = at == dateEnd;
            if (NumericDate.Read(rest, take) is > 0 and var digits)
            {
                at = wordEnd = dateEnd = at + digits;
                continue;
            }

            if (isAfterADate && ReadCountedFromThat(rest, take) is > 0 and var counted)
            {
                at = wordEnd = dateEnd = at + counted;
                continue;
            }

            var length = Words.Find(rest, _ => true, out var means);
            if (length > 0 && Counts(text, at, length, wordEnd, means))
            {
                at = wordEnd = at + length;
                if (means is [{ Word: DateWord.TimeOfDay }])
                {
                    hourEnd = at;
                }
                else if (Take(means, isAfterADate, endsAnHour: at - length == hourEnd && !hoursBegan, take))
                {
                    dateEnd = at;
                }
                else
                {
                    hoursBegan |= at - length == hourEnd && means is [{ Word: DateWord.From }];
                }
            }
            else if (JapaneseNumber.Read(rest, take, out var isADate) is > 0 and var number)
            {
                at = wordEnd = at + number;
                (dateEnd, hourEnd) = isADate ? (at, hourEnd) : (dateEnd, at);
            }
            else
            {
                // か makes an alternative only right after a date: it stands in too many words.
                if (isAfterADate && rest[0] == 'か')
                {
                    take(new(DateWord.Or));
                }

                at++;
            }
        }
    }

    // One kind of digits, one kind of kana, small letters: ＡＳＡＰ, ジュウニガツ. Spaces, which a recogniser puts between all words,
    // stay only between digits.
    static ReadOnlySpan<char> Normalise(ReadOnlySpan<char> said, Span<char> buffer)
    {
        var length = 0;
        for (var i = 0; i < said.Length; i++)
        {
            var c = said[i] switch
            {
                >= '！' and <= '～' and var wide => char.ToLowerInvariant((char)(wide - '！' + '!')),
                '　' => ' ',
                >= 'ァ' and <= 'ヴ' and var katakana => (char)(katakana - 'ァ' + 'ぁ'),
                var other => char.ToLowerInvariant(other),
            };
            if (c != ' ' || (length > 0 && char.IsAsciiDigit(buffer[length - 1])
                && i + 1 < said.Length && NumericDate.Digit(said[i + 1]) >= 0))
            {
                buffer[length++] = c;
            }
        }

        return buffer[..length];
    }

    // Particles mean something only right after a date: 三日まで, and not まで in any word. An hour may stand between:
    // 明日の五時まで, but 明日の三時から五時まで is tomorrow.
    static bool Take(DateToken[] means, bool isAfterADate, bool endsAnHour, Action<DateToken> take)
    {
        var isAWord = false;
        foreach (var token in means)
        {
            if (isAfterADate || means.Length > 1 || !IsAParticle(token)
                || (endsAnHour && token.Word == DateWord.Until))
            {
                take(token);
                isAWord = true;
            }
        }

        return isAWord;
    }

    // 明日から一週間後, クリスマスの三日前: counted from the date just said, and not from today.
    static int ReadCountedFromThat(ReadOnlySpan<char> text, Action<DateToken> take)
    {
        var start = text.StartsWith("から", StringComparison.Ordinal) || text.StartsWith("より", StringComparison.Ordinal) ? 2
            : text[0] == 'の' ? 1
            : 0;
        var counted = new DateToken(DateWord.Or);
        var length = start == 0 ? 0 : JapaneseNumber.Read(text[start..], token => counted = token, out _);
        if (length == 0 || counted.Word != DateWord.DaysFromToday)
        {
            return 0;
        }

        take(new(DateWord.DaysAfterThat, counted.Value));
        return start + length;
    }

    // 次の belongs to a weekday right after it. A date in kana stands alone: neither とうきょう nor あすか is one.
    static bool Counts(ReadOnlySpan<char> text, int at, int length, int wordEnd, DateToken[] means) => means switch
    {
        [{ Word: DateWord.Next or DateWord.This or DateWord.Last }] =>
            Words.Find(text[(at + length)..], _ => true, out var next) > 0
            && next is [{ Word: DateWord.Weekday }],
        [{ Word: < DateWord.About }, ..] when IsKana(text[at]) && text[at] != 'の' =>
            (at == wordEnd || !IsKana(text[at - 1]) || "はがをにでとのもかやらてねよ".Contains(text[at - 1], StringComparison.Ordinal))
            && MayComeAfter(text[(at + length)..]),
        _ => true,
    };

    static bool MayComeAfter(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !IsKana(text[0]))
        {
            return true;
        }

        foreach (var word in JapaneseLexicon.AfterADate)
        {
            if (text.StartsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return Words.Find(text, _ => true, out var means) > 0 && means is [{ Word: < DateWord.About }, ..];
    }

    static bool IsKana(char c) => c is >= 'ぁ' and <= 'ゔ';

    static bool IsAParticle(DateToken token) => token.Word switch
    {
        DateWord.From or DateWord.Until or DateWord.Before or DateWord.After or DateWord.About =>
            token.Value != DateToken.OfWhatFollows,
        DateWord.To or DateWord.WeekOfThatDay or DateWord.DaysAfterThat or DateWord.PartOfThat => true,
        _ => false,
    };
}
