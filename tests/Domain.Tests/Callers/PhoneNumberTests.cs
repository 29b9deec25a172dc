using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace OrderHotline.Domain.Tests;

public sealed partial class PhoneNumberTests
{
    [GeneratedRegex(@"\A\+[1-9][0-9]{6,14}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    static partial Regex StrictE164 { get; }

    [Theory]
    [InlineData("+1234567")]
    [InlineData("+123456789012345")]
    [InlineData("+819012345678")]
    [InlineData("+12125550100")]
    public void A_strict_number_reads_back_exactly(string text)
    {
        Assert.True(PhoneNumber.TryParse(text, out var number));
        Assert.Equal(text, number.ToE164());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("+123456")]
    [InlineData("+1234567890123456")]
    [InlineData("+0123456789")]
    [InlineData("819012345678")]
    [InlineData("+81-90-1234-5678")]
    [InlineData(" +819012345678")]
    [InlineData("+819012345678\n")]
    [InlineData("+8190１2345678")]
    [InlineData("＋819012345678")]
    [InlineData("++19012345678")]
    [InlineData("+81901234567a")]
    [InlineData("anonymous")]
    public void Anything_else_is_nobodys_number(string? text)
    {
        Assert.False(PhoneNumber.TryParse(text, out var number));
        Assert.Equal(default, number);
    }

    [Fact]
    public void Exactly_the_strict_form_is_accepted_whatever_the_text() =>
        ForEvery.Value(
            Texts,
            text => Assert.Equal(
                StrictE164.IsMatch(text) && !KeypadWords.AreSpeltBy(text),
                PhoneNumber.TryParse(text, out _)),
            tests: 5000);

    [Fact]
    public void A_number_in_a_log_line_is_masked_whatever_the_number() =>
        ForEvery.Value(
            StrictNumbers,
            text =>
            {
                var shown = Samples.Number(text).ToString();
                Assert.DoesNotContain(text, shown, StringComparison.Ordinal);
                Assert.Equal(text.Length, shown.Length);
                Assert.InRange(shown.Count(char.IsAsciiDigit), 1, 4);
            });

    [Theory]
    [InlineData("+1234567", "+12***67")]
    [InlineData("+819012345678", "+81********78")]
    public void Only_the_first_three_and_last_two_characters_are_shown(string text, string shown) =>
        Assert.Equal(shown, Samples.Number(text).ToString());

    [Fact]
    public void The_default_number_is_nobodys_and_says_so()
    {
        Assert.Equal("(no number)", default(PhoneNumber).ToString());
        var refusal = Assert.Throws<InvalidOperationException>(() => default(PhoneNumber).ToE164());
        Assert.Contains("PhoneNumber.TryParse", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("09012345678", "+819012345678")]
    [InlineData("090-1234-5678", "+819012345678")]
    [InlineData("(03) 1234 5678", "+81312345678")]
    [InlineData("０９０１２３４５６７８", "+819012345678")]
    [InlineData("０９０－１２３４－５６７８", "+819012345678")]
    [InlineData("（０３）　１２３４‐５６７８", "+81312345678")]
    [InlineData("090ー1234ー5678", "+819012345678")]
    public void A_number_written_the_Japanese_way_becomes_strict(string text, string e164)
    {
        Assert.True(PhoneNumber.TryParseJapanese(text, out var number));
        Assert.Equal(e164, number.ToE164());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-- --")]
    [InlineData("031234567")]
    [InlineData("090123456789")]
    [InlineData("9012345678")]
    [InlineData("19012345678")]
    [InlineData("0012345678")]
    [InlineData("+819012345678")]
    [InlineData("090-1234-567x")]
    [InlineData("090/1234/5678")]
    [InlineData("٠٩٠١٢٣٤٥٦٧٨")]
    public void What_is_not_written_the_Japanese_way_is_not_guessed_at(string? text)
    {
        Assert.False(PhoneNumber.TryParseJapanese(text, out var number));
        Assert.Equal(default, number);
    }

    [Theory]
    [InlineData("+816012345678", true)]
    [InlineData("+817012345678", true)]
    [InlineData("+818012345678", true)]
    [InlineData("+819012345678", true)]
    [InlineData("+81312345678", false)] // Tokyo, 03
    [InlineData("+81901234567", false)] // a digit less than a mobile telephone has: 0901-23-4567
    [InlineData("+8190123456789", false)]
    [InlineData("+815012345678", false)] // over the internet, 050
    [InlineData("+811012345678", false)]
    [InlineData("+812012345678", false)] // 020, machines and pagers
    [InlineData("+81120123456", false)] // free of charge, 0120
    [InlineData("+818001234567", false)] // free of charge, 0800
    [InlineData("+81570012345", false)] // 0570
    [InlineData("+81612345678", false)] // Osaka, 06, not 060
    [InlineData("+12125550100", true)] // whether it is a mobile telephone such a number does not tell
    [InlineData("+8201012345678", true)]
    public void Text_messages_can_reach_a_mobile_telephone_in_Japan_and_are_not_ruled_out_elsewhere(string text, bool may) =>
        Assert.Equal(may, Samples.Number(text).MayTakeTexts);

    [Fact]
    public void No_text_message_can_reach_nobody() => Assert.False(default(PhoneNumber).MayTakeTexts);

    [Fact]
    public void A_landline_of_Japan_as_it_is_written_there_takes_no_texts_whatever_its_area() =>
        ForEvery.Value(
            from rest in Digits(8, 8)
            from area in Gen.Elements("123456789".ToCharArray())
            select $"0{area}{rest}",
            text => Assert.False(PhoneNumber.TryParseJapanese(text, out var number) && number.MayTakeTexts, text));

    static Gen<string> Digits(int min, int max) =>
        from length in Gen.Choose(min, max)
        from digits in Gen.ArrayOf(Gen.Elements("0123456789".ToCharArray()), length)
        select new string(digits);

    static Gen<string> StrictNumbers =>
        from first in Gen.Elements("123456789".ToCharArray())
        from rest in Digits(6, 14)
        where !KeypadWords.AreSpeltBy($"+{first}{rest}")
        select $"+{first}{rest}";

    // Near misses, not noise: almost every text of evenly drawn characters is refused for its first one.
    static Gen<string> Texts => Gen.OneOf(
        StrictNumbers,
        KeypadWords.Spelt,
        from sign in Gen.Elements("+", "", "++", " +", "＋")
        from digits in Digits(0, 18)
        select sign + digits,
        from number in StrictNumbers
        from at in Gen.Choose(0, number.Length)
        from odd in Gen.Elements(" ", "-", "\n", "０", "٣", "a", "\0", "+")
        select number.Insert(at, odd));
}
