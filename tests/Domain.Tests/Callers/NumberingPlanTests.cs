using System.Globalization;
using PhoneNumbers;

namespace OrderHotline.Domain.Tests;

/// <summary>What the domain says of numbers, beside Google's metadata of all numbering plans. The metadata are larger than the functions that
/// would have to carry them, so the domain has a rule, and this holds it to them.</summary>
public sealed class NumberingPlanTests(ITestOutputHelper output)
{
    const int Japan = 81;

    static readonly PhoneNumberUtil Metadata = PhoneNumberUtil.GetInstance();

    // Every number of 9 or 10 digits behind +81 by its first five, with two of the numbers that begin so.
    static IEnumerable<(PhoneNumber Ours, PhoneNumbers.PhoneNumber Theirs)> Japanese =>
        from prefix in Enumerable.Range(10_000, 90_000)
        from tail in new[] { "1234", "98765" }
        let national = prefix.ToString(CultureInfo.InvariantCulture) + tail
        select (Samples.Number($"+{Japan}{national}"), InJapan(national));

    [Fact]
    public void Texts_can_reach_exactly_the_mobile_numbers_of_Japan()
    {
        var (compared, mobile) = (0, 0);
        foreach (var (ours, theirs) in Japanese)
        {
            var isMobile = Metadata.IsValidNumber(theirs) && Metadata.GetNumberType(theirs) is PhoneNumberType.MOBILE;
            Assert.True(isMobile == ours.MayTakeTexts, $"{ours.ToE164()} is {Metadata.GetNumberType(theirs)}.");
            (compared, mobile) = (compared + 1, mobile + (isMobile ? 1 : 0));
        }

        output.WriteLine($"{compared} numbers compared, {mobile} of them mobile");
        Assert.True(mobile > 1_000 && compared - mobile > 10_000);
    }

    // Nothing is ruled out of another country: whoever has a mobile number there is not told that no text can reach them. Of many countries a
    // number does not tell what it is, and a shop sends codes to those of `countries` alone.
    [Fact]
    public void No_mobile_number_of_any_country_is_ruled_out()
    {
        var mobile = Metadata.GetSupportedRegions()
            .Select(region => Metadata.GetExampleNumberForType(region, PhoneNumberType.MOBILE))
            .OfType<PhoneNumbers.PhoneNumber>()
            .Select(example => Metadata.Format(example, PhoneNumberFormat.E164))
            .ToList();

        Assert.True(mobile.Count > 200);
        Assert.All(mobile, number => Assert.True(Samples.Number(number).MayTakeTexts, number));
    }

    [Theory]
    [InlineData("0312345678", PhoneNumberType.FIXED_LINE)]
    [InlineData("05012345678", PhoneNumberType.VOIP)]
    [InlineData("0120123456", PhoneNumberType.TOLL_FREE)]
    [InlineData("08001234567", PhoneNumberType.TOLL_FREE)]
    [InlineData("0570123456", PhoneNumberType.UAN)]
    [InlineData("0990123456", PhoneNumberType.PREMIUM_RATE)]
    public void No_text_goes_to_what_is_no_telephone_in_a_pocket(string number, PhoneNumberType type)
    {
        Assert.True(PhoneNumber.TryParseJapanese(number, out var ours));

        Assert.Equal((type, false), (Metadata.GetNumberType(InJapan(number[1..])), ours.MayTakeTexts));
    }

    static PhoneNumbers.PhoneNumber InJapan(string national) =>
        new PhoneNumbers.PhoneNumber.Builder().SetCountryCode(Japan).SetNationalNumber(ulong.Parse(national, CultureInfo.InvariantCulture)).Build();
}
