using System.Text;
using NodaTime;
using OrderHotline.Domain;
using static OrderHotline.Contracts.SampleOrder;

namespace OrderHotline.Application.Tests;

public sealed class TextWordsTests
{
    public static TheoryData<OwedText, string> Words => new()
    {
        { new OwedText.OfCancellation(1, Language.English, Now), "We changed state to cancel.\nItem Name: Jacket\nOrder ID: 1" },
        { new OwedText.OfCancellation(1, Language.Japanese, Now), "ご注文をキャンセルしました。\n商品名: Jacket\n注文番号: 1" },
        {
            new OwedText.OfNewDate(1, Language.English, Now, new LocalDate(2026, 12, 3)),
            "We changed shipping date to 2026-12-03.\nItem Name: Jacket\nOrder ID: 1"
        },
        {
            new OwedText.OfNewDate(1, Language.Japanese, Now, new LocalDate(2026, 12, 3)),
            "発送日を2026年12月3日（木）に変更しました。\n商品名: Jacket\n注文番号: 1"
        },
    };

    public static TheoryData<string, string> Items => new()
    {
        { "Hoodie\nOrder ID: 2", "Hoodie Order ID: 2" },
        { "a\0b\u0085c", "a b c" },
        { "half \ud800 pair", "half � pair" },
        { "髙﨑の鉄瓶 😀", "髙﨑の鉄瓶 😀" },
        { "", "" },
    };

    [Theory]
    [MemberData(nameof(Words), DisableDiscoveryEnumeration = true)]
    public void Every_text_has_its_words_in_both_languages(OwedText text, string words) =>
        Assert.Equal(words, TextWords.Of(text, Of(Customer, "1")));

    [Theory]
    [MemberData(nameof(Items), DisableDiscoveryEnumeration = true)]
    public void A_name_of_goods_stays_on_its_own_line(string item, string line)
    {
        var text = TextWords.Of(new OwedText.OfCancellation(1, Language.English, Now), Of(Customer, "1", item: item));

        Assert.Equal(["We changed state to cancel.", $"Item Name: {line}", "Order ID: 1"], text.Split('\n'));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("髙")]
    [InlineData("😀")]
    public void The_longest_name_of_goods_still_leaves_one_text(string character)
    {
        var order = Of(Customer, new string('9', OrderId.MaxLength), item: string.Concat(Enumerable.Repeat(character, 5_000)));

        Assert.All(Enum.GetValues<Language>(), language => Assert.InRange(
            Encoding.UTF8.GetByteCount(TextWords.Of(new OwedText.OfNewDate(1, language, Now, new LocalDate(2026, 12, 3)), order)),
            1,
            1_600));
    }
}
