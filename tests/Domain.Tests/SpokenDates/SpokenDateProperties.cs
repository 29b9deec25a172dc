using FsCheck;
using FsCheck.Fluent;

namespace OrderHotline.Domain.Tests;

/// <summary>What holds of every row of every table, whatever is put around or between its words.</summary>
public sealed class SpokenDateProperties
{
    static readonly SpokenDateRow[] Rows =
    [
        .. new[] { "contract.tsv", "contract-2.tsv", "english.tsv", "japanese.tsv", "traps.tsv", "fresh-english.tsv", "fresh-japanese.tsv" }
            .SelectMany(SpokenDateTableTests.Rows)
            .Where(row => !row.Said.All(letter => char.IsAsciiDigit(letter) || char.IsBetween(letter, '０', '９') || letter == '#')),
    ];

    static readonly SpokenDateRow[] SureDays = [.. Rows.Where(row => row.Read() is SpokenDate.Day)];

    static readonly string[] Turns =
    [
        " not ", "n't ", " no ", " but ", " so ", "i mean", " sorry", "instead", "please ship", "can you", "called", "ordered", "actually", " or ",
        " wait ", "rather", "only", " if ", "except", "won't", "doesn't", "make ", " let's ", " yes ", "away", "meeting", " better", "busy", "birthday",
        "anything", "party", " no,", "what about", "second thought", "scratch", "noon", "name is", "this is", "every", " soon", " asap", "whenever", "any ", "don't care", "home", "free", "work", "once", "when",
        "じゃ", "では", "いや", "しか", "以外", "ので", "けど", "ですが", "なら", "無理", "だめ", "違", "やっぱ", "はい", "ごめん", "間違", "困", "した", "た田", "いえ", "ええ",
        "やはり", "大丈夫", "だと", "を", "から", " from ", " off ", "because", " since ", "ほしい", "欲しい", "より", "違い", "困",  "いい", "か、", "どう", "ますか", "ですか", "せんか", "あ、", "でしょうか", "買った", "書いて", "も", "ですね", "かね",
    ];

    // Days that are named outright. Where a row refuses, corrects itself, turns or speaks of something else, a refusal before or after it
    // covers only part of it, and an "or" joins only its end.
    static readonly SpokenDateRow[] NamedOutright =
    [
        .. SureDays.Where(row => !Turns.Any(turn => $" {row.Said.ToLowerInvariant()} ".Contains(turn, StringComparison.Ordinal))),
    ];

    static readonly string[] EnglishRefusals =
    [
        "not {0}", "anything but {0}", "any day except {0}", "I can't do {0}", "I'm away {0}", "don't ship it {0}", "we're closed {0}",
        "avoid {0}", "{0} won't work", "{0} is no good", "{0} doesn't suit me", "{0} is out", "neither {0} nor Monday",
    ];

    static readonly string[] JapaneseRefusals =
    [
        "{0}は無理です", "{0}以外", "{0}以外ならいつでも", "{0}じゃなくて", "{0}は都合が悪いです", "{0}はだめ", "{0}は旅行です", "{0}は避けてください", "{0}は留守にしています",
    ];

    static readonly string[] EnglishBreakingOff =
    [
        "no", "wait", "no wait", "hold on", "hang on", "scratch that", "forget that", "actually no", "or", "or rather", "but", "I mean",
        "on second thought", "let me think", "never mind", "oh no", "my mistake", "or maybe", "or is it",
    ];

    static readonly string[] JapaneseBreakingOff =
    [
        "いや", "いえ", "いいえ", "いやいや", "いや待って", "いや違う", "違う", "あ違う", "やっぱり", "待って", "もとい", "というか", "間違えました", "いや、やっぱり", "じゃなくて",
    ];

    static readonly Gen<SpokenDateRow> AnyRow = Gen.Elements(Rows);

    [Fact]
    public void Politeness_and_hesitation_change_no_reading_wherever_they_stand() => ForEvery.Value(
        from row in AnyRow
        from filler in Gen.Elements(Courtesy.Words(row.Language).ToArray())
        from said in Inserted(row, row.Language == Language.Japanese ? $"{filler}、" : filler)
        select (row, said),
        tried => Assert.Equal(Meant(tried.row.Read()), Meant(tried.row.Read(tried.said))),
        tests: 5_000);

    [Fact]
    public void An_unknown_word_leaves_no_sure_day() => ForEvery.Value(
        from row in AnyRow
        where !row.Said.Contains("name is", StringComparison.Ordinal) && !row.Said.Contains("this is", StringComparison.Ordinal)
        from word in row.Language == Language.Japanese ? Gen.Elements("ほげ", "ぬるぽ", "鬱蒼", "ぺけ") : Gen.Elements("blorp", "zonk", "quux")
        from said in Inserted(row, word)
        select (row, said),
        tried => Assert.False(tried.row.Read(tried.said) is SpokenDate.Day or SpokenDate.Shift, tried.said),
        tests: 5_000);

    [Fact]
    public void A_day_that_is_refused_is_not_read() => ForEvery.Value(
        from row in Gen.Elements(NamedOutright)
        from refusal in Gen.Elements(row.Language == Language.Japanese ? JapaneseRefusals : EnglishRefusals)
        select (row, refused: string.Format(System.Globalization.CultureInfo.InvariantCulture, refusal, row.Said)),
        tried => Assert.NotEqual(tried.row.Read(), Meant(tried.row.Read(tried.refused))),
        tests: 5_000);

    [Fact]
    public void A_day_after_which_the_caller_breaks_off_is_not_sure() => ForEvery.Value(
        from row in Gen.Elements(SureDays)
        from breakingOff in Gen.Elements(row.Language == Language.Japanese ? JapaneseBreakingOff : EnglishBreakingOff)
        from parted in Gen.Elements("", row.Language == Language.Japanese ? "、" : ",")
        where parted.Length > 0 || row.Said[^1] is not ('で' or 'は') // でいい, はい: without a pause they are other words
        select (row, said: $"{row.Said}{parted}{(row.Language == Language.Japanese ? "" : " ")}{breakingOff}"),
        tried => Assert.False(tried.row.Read(tried.said) is SpokenDate.Day, tried.said),
        tests: 5_000);

    [Fact]
    public void Two_different_days_joined_by_or_are_never_one() => ForEvery.Value(
        from one in Gen.Elements(NamedOutright)
        from other in Gen.Elements(NamedOutright)
        where one.Language == other.Language && one.Said[^1] is not ('す' or 'は') // あすか is a name, and ですか a question
        select (one, other),
        pair =>
        {
            var both = pair.one.Language == Language.Japanese ? $"{pair.one.Said}か{pair.other.Said}" : $"{pair.one.Said} or {pair.other.Said}";
            var (first, second) = (Meant(pair.one.Read()), Meant(pair.one.Read(pair.other.Said)));
            var reading = Meant(pair.one.Read(both));

            // The second may take over the first one's month or week, and with it be the same day.
            Assert.True(
                first == second || reading is not SpokenDate.Day || Shares(pair.one, pair.other, reading), $"{both} reads {reading}");
        },
        tests: 5_000);

    static bool Shares(SpokenDateRow one, SpokenDateRow other, SpokenDate reading) =>
        one.Read(other.Said) != reading && reading == one.Read();

    static SpokenDate Meant(SpokenDate reading) => reading is SpokenDate.Unsure(var meant, _) ? meant : reading;

    // Before, after or between words; in Japanese, which writes none apart, after a particle or a comma.
    static Gen<string> Inserted(SpokenDateRow row, string word) =>
        row.Language == Language.English
            ? from at in Gen.Choose(0, row.Said.Split(' ').Length)
              select string.Join(' ', row.Said.Split(' ')[..at].Append(word).Concat(row.Said.Split(' ')[at..]))
            : from at in Gen.Elements(Enumerable.Range(0, row.Said.Length + 1).Where(at => MayBeParted(row.Said, at)).ToArray())
              select row.Said.Insert(at, word);

    static bool MayBeParted(string said, int at) => at == 0 || at == said.Length
        || (said[at - 1] is '、' or ' ' && !"一二三四五六七八九十".Contains(said[at], StringComparison.Ordinal))
        || (at > 1 && "はがをにと".Contains(said[at - 1], StringComparison.Ordinal) && said[at - 2] > '一');
}
