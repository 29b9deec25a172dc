namespace OrderHotline.Domain.Tests;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("ja-JP")]
    [InlineData("en-US")]
    [InlineData("fr-FR")]
    public void A_language_is_its_tag(string tag)
    {
        Assert.True(Language.TryParse(tag, out var language));
        Assert.Equal(tag, language.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ja")]
    [InlineData("ja_JP")]
    [InlineData("JA-jp")]
    [InlineData("ja-JPN")]
    [InlineData("jaa-JP")]
    [InlineData("Japanese")]
    [InlineData("日本-JP")]
    public void Anything_else_is_none(string? text)
    {
        Assert.False(Language.TryParse(text, out var language));
        Assert.Throws<InvalidOperationException>(() => language.ToString());
    }

    [Theory]
    [InlineData("ja-JP", true)]
    [InlineData("ja_JP", true)]
    [InlineData("JA-jp", true)]
    [InlineData("ja", true)]
    [InlineData("jav-ID", false)]
    [InlineData("en-US", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_locale_of_any_country_is_of_its_language(string? locale, bool isJapanese) =>
        Assert.Equal(isJapanese, Language.Japanese.IsSpokenIn(locale));

    [Fact]
    public void In_a_language_without_a_reader_a_day_is_keyed_and_never_heard()
    {
        Assert.True(Language.TryParse("fr-FR", out var french));
        var today = new NodaTime.LocalDate(2026, 11, 25);

        Assert.Equal("Day 2026-12-03", $"{SpokenDateReader.Read("1203", slot: null, today, french)}");
        Assert.Equal("NotADate", $"{SpokenDateReader.Read("le trois décembre", slot: null, today, french)}");
        Assert.Equal("NotADate", $"{SpokenDateReader.Read("tomorrow", slot: null, today, french)}");
    }
}
