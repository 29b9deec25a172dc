using FsCheck.Fluent;
using OrderHotline.Application;
using OrderHotline.Domain.Tests;

namespace OrderHotline.Adapters.Connect.Tests;

public sealed class SpeakableTests
{
    [Theory]
    [InlineData("The North Face Summit L3 Ventrix 2.0 Hoodie", "The North Face Summit L3 Ventrix 2.0 Hoodie")]
    [InlineData("髙﨑 花子", "髙﨑 花子")]
    [InlineData("$1000", "$1000")]
    [InlineData("a $5.50 mug", "a $5.50 mug")]
    [InlineData("Jacket 🧥", "Jacket 🧥")]
    [InlineData("か\u3099きのたね", "か\u3099きのたね")]
    [InlineData("Beyoncé's \"Lemonade\"", "Beyoncé's \"Lemonade\"")]
    [InlineData("100% [cotton] {M}", "100% [cotton] {M}")]
    [InlineData("  two   words ", "two words")]
    [InlineData("全角　空白", "全角 空白")]
    [InlineData("one\r\ntwo\tthree\u0000four\u0085five\u2028six", "one two three four five six")]
    [InlineData("</speak><break time='10s'/>", "/speak break time='10s'/")]
    [InlineData("$.External.orderId", ".External.orderId")]
    [InlineData("$.$.", "..")]
    [InlineData("$$1", "$1")]
    [InlineData("$['key'] and $", "['key'] and")]
    [InlineData("$\u200B.x", ".x")]
    [InlineData("abc\u202Edef\u2066ghi\u2069\u200F\uFEFF", "abcdefghi")]
    [InlineData("\uE000private\uFFFFnowhere", "privatenowhere")]
    [InlineData("", "")]
    [InlineData("$", "")]
    [InlineData(" <> \u0000", "")]
    public void What_is_read_aloud_is_one_line_without_markup_or_references(string text, string spoken)
    {
        Assert.Equal(spoken, Speakable.Text(text, Spoken.English));
        Assert.Equal(spoken, Speakable.Text(text, Spoken.Japanese));
    }

    // A lone surrogate is no text, and no attribute can carry it.
    [Fact]
    public void Half_a_character_is_not_read_aloud()
    {
        Assert.Equal("ab", Speakable.Text("a\ud83eb", Spoken.English));
        Assert.Equal("ab", Speakable.Text("a\udde5b\ud83e", Spoken.English));
        Assert.Equal("ab", Speakable.Text("a\uFFFDb", Spoken.English));
    }

    [Theory]
    [InlineData("en-US", "A&B", "A and B")]
    [InlineData("ja-JP", "A&B", "AアンドB")]
    [InlineData("en-US", "R&D <b>", "R and D b")]
    [InlineData("ja-JP", "R&D <b>", "RアンドD b")]
    public void An_ampersand_is_read_in_the_contacts_language(string language, string text, string spoken) =>
        Assert.Equal(spoken, Speakable.Text(text, Spoken.In(language)));

    [Theory]
    [InlineData("en-US")]
    [InlineData("ja-JP")]
    public void A_long_text_is_cut_between_characters(string language)
    {
        var room = Speakable.MaxLength;

        Assert.Equal(new string('x', room), Speakable.Text(new string('x', 10_000), Spoken.In(language)));
        Assert.Equal(new string('x', room - 1), Speakable.Text(new string('x', room - 1) + "🧥", Spoken.In(language)));
        Assert.Equal(new string('x', room - 2) + "🧥", Speakable.Text(new string('x', room - 2) + "🧥", Spoken.In(language)));
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("ja-JP")]
    public void A_cut_leaves_no_dollar_sign_for_what_follows_to_complete(string language) =>
        Assert.Equal(
            new string('x', Speakable.MaxLength - 1),
            Speakable.Text(new string('x', Speakable.MaxLength - 1) + "$1000", Spoken.In(language)));

    [Theory]
    [InlineData("en-US")]
    [InlineData("ja-JP")]
    public void Words_that_were_put_in_count_as_well(string language) =>
        Assert.InRange(Speakable.Text(new string('&', Speakable.MaxLength), Spoken.In(language)).Length, 1, Speakable.MaxLength);

    [Fact]
    public void Nothing_that_is_not_read_aloud_uses_up_the_room() =>
        Assert.Equal("Jacket", Speakable.Text(new string('\n', 1000) + "Jacket", Spoken.English));

    /// <summary>Nearly every name is, and every call has one or two: nothing is made anew for them.</summary>
    [Theory]
    [InlineData("The North Face Summit L3 Ventrix 2.0 Hoodie")]
    [InlineData("髙﨑 花子")]
    [InlineData("Jacket 🧥")]
    [InlineData("")]
    public void What_is_fit_as_it_stands_is_given_back_itself(string text) => Assert.Same(text, Speakable.Text(text, Spoken.English));

    [Fact]
    public void A_text_is_on_one_line_exactly_when_nothing_of_it_is_made_otherwise()
    {
        var (fit, unfit) = (0, 0);
        ForEvery.Value(
            Gen.OneOf(HostileTexts.All, Gen.Elements("a", "Jacket", "着", "🧥", " ", "  ", "　", "\n", "\u200B", "\ud83e", "e\u0301").ListOf().Select(string.Concat)),
            text =>
            {
                var isFit = OneLine.Is(text);

                Assert.Equal(OneLine.From(text) == text, isFit);
                (fit, unfit) = isFit ? (fit + 1, unfit) : (fit, unfit + 1);
            },
            tests: 5000);
        Assert.True(fit > 100 && unfit > 100, $"{fit} fit, {unfit} unfit");
    }

    [Fact]
    public void Whatever_the_text_it_is_short_one_line_and_safe_in_a_prompt_and_stays_so_when_read_again() =>
        ForEvery.Value(
            from text in HostileTexts.All
            from words in Gen.Elements(Spoken.All)
            select (text, words),
            spoken =>
            {
                var once = Speakable.Text(spoken.text, spoken.words);

                Assert.True(once.Length <= Speakable.MaxLength, $"{once.Length} long");
                Assert.Empty(SpeechRules.BrokenBy(once));
                Assert.Equal(once.Trim(), once);
                Assert.DoesNotContain(once.EnumerateRunes(), rune => rune.Value == 0xFFFD);
                Assert.Equal(once, Speakable.Text(once, spoken.words));
            },
            tests: 5000);
}
