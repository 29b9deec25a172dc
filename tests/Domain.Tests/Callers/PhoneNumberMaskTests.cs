using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace OrderHotline.Domain.Tests;

/// <summary>However a telephone number is written, it does not stay in a text; and what is none stays readable.</summary>
public sealed class PhoneNumberMaskTests
{
    static readonly string[] Zeros = ["0", "０", "٠", "۰", "०", "๐", "𝟎"];
    static readonly string[] Breaks = ["-", " ", ".", "/", "‐", "‑", "–", "−", "－", "ー", "・", "\u00A0", "\u2009", "\u3000", " - ", "_", "\t"];
    static readonly string[] Unseen = ["\u200B", "\u00AD", "\u2060", "\uFEFF", "\u202A", "\u200D", "\u0301"];

    [Theory]
    [InlineData("call +819012345678 now", "call (number) now")]
    [InlineData("1234567", "(number)")]
    [InlineData("＋81（0）90．1234／5678", "(number)")]
    [InlineData("（03）1234－5678", "(number)")]
    [InlineData("零九零一二三四五六七八", "(number)")]
    [InlineData("order\n0901234567\r\nreceived", "order\n(number)\r\nreceived")]
    [InlineData("a+b++81312345678.", "a+b+(number).")]
    [InlineData("(03-1234-5678)", "((number))")]
    [InlineData("at 2026-11-25 10:00: 090-1234-5678 is opted out", "at 2026-11-25 10:00: (number) is opted out")]
    [InlineData("Phone number +81 (0)90-1234-5678 of arn:aws:sns:ap-northeast-1:123456789012:x", "Phone number (number) of arn:aws:sns:ap-northeast-1:123456789012:x")]
    public void What_stands_around_a_number_stays(string text, string masked) => Assert.Equal(masked, PhoneNumberMask.Apply(text));

    [Fact]
    public void No_number_is_left_however_it_is_written() => ForEvery.Value(
        Spelled,
        number =>
        {
            foreach (var text in new[] { number, $"Phone number {number} is opted out", $"<{number}>", $"x{number}y", $"2026-11-25 {number}" })
            {
                var masked = PhoneNumberMask.Apply(text).Replace("2026-11-25", "", StringComparison.Ordinal);
                Assert.Contains("(number)", masked, StringComparison.Ordinal);
                Assert.False(HasADigit(masked), $"{text} becomes {masked}");
            }
        },
        tests: 5000);

    [Theory]
    [InlineData("")]
    [InlineData("no number")]
    [InlineData("123456 + 12")]
    [InlineData("2026-11-25")]
    [InlineData("2026/11/25")]
    [InlineData("25.11.2026")]
    [InlineData("11/25/2026")]
    [InlineData("2026年11月25日")]
    [InlineData("2026-11-25/2026-11-30")]
    [InlineData("2026-11-25T10:00:00.1234567Z")]
    [InlineData("2026-11-25T10:00:00+09:00")]
    [InlineData("2026-11-25 10:00:00.1234567 +09:00")]
    [InlineData("20261125T100000Z")]
    [InlineData("20261125/ap-northeast-1/dynamodb/aws4_request")]
    [InlineData("Wed, 25 Nov 2026 10:00:00 GMT")]
    [InlineData("00:00:01.2345678")]
    [InlineData("1.02:03:04.1234567")]
    [InlineData("took 1.2345678 s")]
    [InlineData("¥1,234,567")]
    [InlineData("¥12345678")]
    [InlineData("1234567円")]
    [InlineData("$1234567.89")]
    [InlineData("12345678 bytes")]
    [InlineData("10.0.25380.108")]
    [InlineData("Version=10.0.0.0, Culture=neutral")]
    [InlineData("v10.11.2026.1234")]
    [InlineData("10.0.100-preview.7.25380.108")]
    [InlineData("127.0.0.1:8000")]
    [InlineData("192.168.100.200")]
    [InlineData("3f2504e0-4f89-11d3-9a0c-030512382301")]
    [InlineData("contact 00000000-0000-0000-0000-000000000001 ended")]
    [InlineData("arn:aws:connect:ap-northeast-1:123456789012:instance/3f2504e0-4f89-11d3-9a0c-030512382301")]
    [InlineData("arn:aws:sts::123456789012:assumed-role/line")]
    [InlineData("Root=1-67891233-abcdef012345678912345678")]
    [InlineData("d41d8cd98f00b204e9800998ecf8427e")]
    [InlineData("   at OrderHotline.Domain.Order.Cancel() in /src/Domain/Orders/Order.cs:line 123")]
    [InlineData("HTTP/1.1 400 Bad Request")]
    public void What_is_no_number_stays_readable(string text) => Assert.Same(text, PhoneNumberMask.Apply(text));

    static bool HasADigit(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (CharUnicodeInfo.GetDecimalDigitValue(text, at) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    static Gen<string> Digits(int count) =>
        from digits in Gen.ArrayOf(Gen.Elements("0123456789".ToCharArray()), count)
        select new string(digits);

    // Country code and national number, as each country groups it.
    static Gen<(string Country, string[] Groups)> Numbers => Gen.OneOf(
        Grouped("81", 2, 4, 4),
        Grouped("81", 1, 4, 4),
        Grouped("81", 3, 3, 4),
        Grouped("1", 3, 3, 4),
        Grouped("33", 1, 2, 2, 2, 2),
        Grouped("44", 4, 6),
        Grouped("49", 3, 8),
        Grouped("91", 5, 5),
        Grouped("7", 3, 3, 2, 2));

    static Gen<(string Country, string[] Groups)> Grouped(string country, params int[] lengths) =>
        from first in Gen.Elements("123456789".ToCharArray())
        from digits in Digits(lengths.Sum() - 1)
        select (country, Cut($"{first}{digits}", lengths));

    static string[] Cut(string digits, int[] lengths) =>
        [.. lengths.Select((length, i) => digits.Substring(lengths[..i].Sum(), length))];

    static Gen<string> Spelled =>
        from number in Numbers
        from mark in Gen.OneOf(Gen.Elements(Breaks), Gen.Constant(""))
        from form in Gen.Choose(0, 6)
        from zero in Gen.Elements(Zeros)
        from unseen in Gen.OneOf(Gen.Constant(""), Gen.Elements(Unseen))
        let national = string.Join(mark, number.Groups)
        let text = form switch
        {
            0 => $"+{number.Country}{mark}{national}",
            1 => $"+{number.Country} (0){national}",
            2 => $"(+{number.Country}) {national}",
            3 => $"0{national}",
            4 => $"(0{number.Groups[0]}) {string.Join(mark, number.Groups[1..])}",
            5 => $"00{number.Country}{mark}{national}",
            _ => $"＋{number.Country}{mark}{national}",
        }
        select string.Concat(text.Select(c => char.IsAsciiDigit(c) ? char.ConvertFromUtf32(char.ConvertToUtf32(zero, 0) + c - '0') + unseen : $"{c}"));
}
