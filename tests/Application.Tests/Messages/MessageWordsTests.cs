using System.Globalization;
using System.Text;
using NodaTime;
using OrderHotline.Domain;
using static OrderHotline.Contracts.SampleOrder;

namespace OrderHotline.Application.Tests;

public sealed class MessageWordsTests
{
    public static TheoryData<OwedMessage, string> Words => new()
    {
        { new OwedMessage.Cancellation(1, Language.English, Now), "Your order is cancelled.\nOrder 1: Jacket" },
        { new OwedMessage.Cancellation(1, Language.Japanese, Now), "ご注文をキャンセルしました。\n商品名: Jacket\n注文番号: 1" },
        {
            new OwedMessage.NewDate(1, Language.English, Now, new LocalDate(2026, 12, 3)),
            "Your order now ships on Thursday, December 3.\nOrder 1: Jacket"
        },
        {
            new OwedMessage.NewDate(1, Language.Japanese, Now, new LocalDate(2026, 12, 3)),
            "発送日を2026年12月3日（木）に変更しました。\n商品名: Jacket\n注文番号: 1"
        },
    };

    public static TheoryData<string, string> Items => new()
    {
        { "Hoodie\nOrder ID: 2", "Hoodie Order ID: 2" },
        { "a\0b\u0085c", "a b c" },
        { "half \ud800 pair", "half pair" },
        { "髙﨑の鉄瓶 😀", "髙﨑の鉄瓶 😀" },
        { "", "" },
    };

    [Theory]
    [MemberData(nameof(Words), DisableDiscoveryEnumeration = true)]
    public void Every_message_has_its_words_in_both_languages(OwedMessage message, string words) =>
        Assert.Equal(words, MessageWords.For(message, Of(Customer, "1"), MessageWords.Standard));

    [Theory]
    [MemberData(nameof(Items), DisableDiscoveryEnumeration = true)]
    public void A_name_of_goods_stays_on_its_own_line(string item, string line)
    {
        var message = MessageWords.For(new OwedMessage.Cancellation(1, Language.English, Now), Of(Customer, "1", item: item), MessageWords.Standard);

        Assert.Equal(["Your order is cancelled.", $"Order 1: {line}"], message.Split('\n'));
    }

    // Every character there is, in a name of goods: whatever breaks a line, turns it around, or hides.
    [Fact]
    public void No_character_there_is_breaks_a_message_or_turns_it_around()
    {
        var wrong = new List<string>();
        for (var code = 0; code <= 0x10FFFF; code++)
        {
            var character = code is >= 0xD800 and <= 0xDFFF ? $"{(char)code}" : char.ConvertFromUtf32(code);
            var lines = MessageWords.For(
                new OwedMessage.Cancellation(1, Language.English, Now), Of(Customer, "1", item: $"a{character}b"), MessageWords.Standard).Split('\n');
            if (lines is not ["Your order is cancelled.", ['O', ..] name] || !name.EnumerateRunes().All(IsSeen))
            {
                wrong.Add($"U+{code:X4}");
            }
        }

        Assert.Empty(wrong);

        static bool IsSeen(Rune rune) => rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control
            or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.SpaceSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned);
    }

    [Theory]
    [InlineData("Hoodie\u2028Order ID: 2", "Hoodie Order ID: 2")]
    [InlineData("Hoodie\u2029\u2029x", "Hoodie x")]
    [InlineData("\u202E2 :DI redrO\u202C", "2 :DI redrO")]
    [InlineData("Hoo\u200Bdie\u00AD\uFEFF\u2060", "Hoodie")]
    [InlineData("\u2067Hoodie\u2069", "Hoodie")]
    [InlineData("\u3164\u115F", "")]
    public void A_name_of_goods_neither_breaks_its_line_nor_hides_in_it(string item, string line)
    {
        var message = MessageWords.For(new OwedMessage.Cancellation(1, Language.English, Now), Of(Customer, "1", item: item), MessageWords.Standard);

        Assert.Equal(["Your order is cancelled.", $"Order 1: {line}"], message.Split('\n'));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("髙")]
    [InlineData("😀")]
    public void The_longest_name_of_goods_still_leaves_one_message(string character)
    {
        var order = Of(Customer, new string('9', OrderId.MaxLength), item: string.Concat(Enumerable.Repeat(character, 5_000)));

        Assert.All(MessageWords.Standard.Offered, language => Assert.InRange(
            Encoding.UTF8.GetByteCount(MessageWords.For(new OwedMessage.NewDate(1, language, Now, new LocalDate(2026, 12, 3)), order, MessageWords.Standard)),
            1,
            1_600));
    }
}
