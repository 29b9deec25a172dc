using FsCheck.Fluent;

namespace OrderHotline.Domain.Tests;

public sealed class WithheldNumberTests
{
    [Fact]
    public void A_word_on_a_keypad_is_nobodys_number_with_or_without_a_country_code() =>
        ForEvery.Value(
            KeypadWords.Spelt,
            number => Assert.Equal(
                (number, false, new Caller.Unidentified()), (number, PhoneNumber.TryParse(number, out _), Caller.At(number))),
            tests: 3000);

    [Theory]
    [InlineData("266696687", "ANONYMOUS")]
    [InlineData("7378742833", "RESTRICTED")]
    [InlineData("86282452253", "UNAVAILABLE")]
    [InlineData("8656696", "UNKNOWN")]
    [InlineData("2562533", "BLOCKED")]
    public void The_test_dials_as_a_telephone_does(string keys, string word) => Assert.Equal(keys, KeypadWords.Dial(word));

    [Fact]
    public void Another_key_or_one_more_makes_it_somebodys_number() =>
        ForEvery.Value(
            from number in KeypadWords.Spelt
            where number.Length < 16
            from key in Gen.Elements("123456789".ToCharArray())
            from more in Gen.Elements(true, false)
            let last = number[^1] == key ? (key == '2' ? '3' : '2') : key
            select more ? number + key : number[..^1] + last,
            number => Assert.True(PhoneNumber.TryParse(number, out _) || KeypadWords.AreSpeltBy(number), number),
            tests: 3000);

    [Theory]
    [InlineData("+819094844353")] // WITHHELD after a mobile's 090
    [InlineData("+12128656696")] // UNKNOWN in New York
    [InlineData("+442072562533")] // BLOCKED in London
    public void A_word_within_a_longer_number_is_part_of_it(string number) => Assert.True(PhoneNumber.TryParse(number, out _));

    [Fact]
    public void Keyed_in_the_Japanese_way_a_word_is_no_number_either() =>
        Assert.All(
            KeypadWords.Known.Select(KeypadWords.Dial).Where(digits => digits.Length is 9 or 10),
            digits => Assert.False(PhoneNumber.TryParseJapanese($"0{digits}", out _), digits));
}
