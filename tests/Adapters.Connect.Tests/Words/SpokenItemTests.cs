using FsCheck.Fluent;
using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain.Tests;

namespace OrderHotline.Adapters.Connect.Tests;

/// <summary>An item is called what a person would call it.</summary>
public sealed class SpokenItemTests
{
    const string Longest = "シルクの手織り高級着物と帯の特別限定記念セット";

    [Theory]
    [InlineData("Jacket", "Jacket")]
    [InlineData("The North Face Summit WH1000X Ventrix 2.0 Hoodie", "The North Face Summit Ventrix 2.0 Hoodie")]
    [InlineData("The North Face Summit L3 Ventrix 2.0 Hoodie", "The North Face Summit L3 Ventrix 2.0 Hoodie")]
    [InlineData("iPhone15 case for PS5", "iPhone15 case for PS5")]
    [InlineData("CK-AX08", "CK-AX08")]
    [InlineData("Camera XR-200B (black) [NEW!]", "Camera black NEW")]
    [InlineData("200g bag of green tea, 5.5%", "200g bag of green tea 5.5%")]
    [InlineData("Jacket 🧥🧥", "Jacket")]
    [InlineData("\"Lemonade\" - Beyoncé's", "Lemonade Beyoncé's")]
    [InlineData("Beyonce\u0301", "Beyonce\u0301")]
    [InlineData("A $5.50 mug", "A $5.50 mug")]
    [InlineData("$", "Your order")]
    [InlineData("***", "Your order")]
    [InlineData("🧥", "Your order")]
    [InlineData("", "Your order")]
    public void Marks_and_model_numbers_are_left_out(string item, string said) =>
        Assert.Equal(said is "Your order" ? said : $"Your order, {said},", SpokenItem.Of(own: "", item, "100", Spoken.English));

    [Theory]
    [InlineData("【送料無料】ダウンジャケット★メンズ", "送料無料 ダウンジャケット メンズ")]
    [InlineData("ノートA4サイズ", "ノートA4サイズ")]
    [InlineData("電気ケトルCK-AX08ホワイト", "電気ケトルホワイト")]
    [InlineData("ウインターコート2026AWモデル", "ウインターコートモデル")]
    [InlineData("Tシャツ", "Tシャツ")]
    [InlineData("お茶200g", "お茶200g")]
    [InlineData("佐々木の・お茶・", "佐々木の・お茶")]
    [InlineData("か\u3099きのたね", "か\u3099きのたね")]
    [InlineData("A&B", "AアンドB")]
    [InlineData("", "ご注文の商品")]
    public void In_Japanese_too_within_a_word_as_well(string item, string said) => Assert.Equal(said, SpokenItem.Of(own: "", item, "100", Spoken.Japanese));

    [Theory]
    [InlineData("en-US", "one two three four five six seven eight nine ten eleven twelve thirteen", "one two three four five six seven eight nine ten eleven")]
    [InlineData("en-US", "Super comfortable extraordinary international winter collection jacket", "Super comfortable extraordinary international winter")]
    [InlineData("ja-JP", Longest, "シルクの手織り高級着物と帯")]
    [InlineData("ja-JP", "とてもあたたかいふわふわのもうふとまくらのせっと", "とてもあたたかいふわふわのもうふとまくら")]
    [InlineData("ja-JP", "着物 着物 着物 着物 着物 着物", "着物 着物 着物 着物 着物")]
    [InlineData("ja-JP", "𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷", "𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷")]
    [InlineData("en-US", "$123456789012345", "$1234567890")]
    public void A_long_name_ends_where_a_word_ends_after_twenty_syllables_or_thereabouts(string language, string item, string said) =>
        Assert.Equal(Spoken.In(language).Say(LinePhrases.OrderOf, said), SpokenItem.Of(own: "", item, "100", Spoken.In(language)));

    [Theory]
    [InlineData("en-US", "着物", "Your order 100")]
    [InlineData("en-US", "Kimono 着物", "Your order 100")]
    [InlineData("en-US", "Жакет", "Your order 100")]
    [InlineData("ja-JP", "Жакет", "ご注文番号100")]
    [InlineData("ja-JP", "재킷", "ご注文番号100")]
    [InlineData("ja-JP", "Kimono 着物", "Kimono 着物")]
    [InlineData("ja-JP", "Café", "Café")]
    public void What_the_voice_cannot_read_is_called_by_the_orders_number(string language, string item, string said) =>
        Assert.Equal(said, SpokenItem.Of(own: "", item, "100", Spoken.In(language)));

    [Theory]
    [InlineData("")]
    [InlineData("<>")]
    public void Where_there_is_no_number_either_it_is_your_order(string orderId) => Assert.Equal("Your order", SpokenItem.Of(own: "", "着物", orderId, Spoken.English));

    [Theory]
    [InlineData("ja-JP", "上着", "上着")]
    [InlineData("ja-JP", "とてもあたたかいふわふわのもうふとまくらのせっとで冬のもの", "とてもあたたかいふわふわのもうふとまくらのせっとで冬のもの")]
    [InlineData("en-US", "pourover set, model two", "Your order, pourover set, model two,")]
    [InlineData("en-US", "<b>mug</b>", "Your order, b mug /b,")]
    [InlineData("en-US", "$", "Your order, Kettle,")]
    public void What_the_shop_wants_said_is_said_as_it_is(string language, string own, string said) =>
        Assert.Equal(said, SpokenItem.Of(own, "Kettle CK-AX08", "100", Spoken.In(language)));

    [Fact]
    public void Whatever_the_name_it_is_short_fit_to_be_spoken_never_empty_and_the_same_when_it_is_read_again() =>
        ForEvery.Value(
            from item in Gen.OneOf(HostileTexts.All, Names)
            from words in Gen.Elements(Spoken.All)
            select (item, words),
            spoken =>
            {
                var said = SpokenItem.Of(own: "", spoken.item, "100", spoken.words);

                Assert.NotEmpty(said);
                Assert.Equal(said.Trim(), said);
                Assert.Empty(SpeechRules.BrokenBy(said));
                Assert.DoesNotContain(said.EnumerateRunes(), rune => rune.Value == 0xFFFD);
                Assert.InRange(said.Length, 1, 120);

                // Where nothing is said around a name.
                if (spoken.words.Say(LinePhrases.OrderOf, "") == "")
                {
                    Assert.Equal(said, SpokenItem.Of(own: "", said, "100", spoken.words));
                }
            },
            tests: 5000);

    /// <summary>The dialogue knows the item from the reply; both call it the same.</summary>
    [Fact]
    public void An_order_that_was_read_and_one_that_a_reply_told_of_are_spoken_of_alike() =>
        ForEvery.Value(
            from item in HostileTexts.All
            from words in Gen.Elements(Spoken.All)
            select (item, words),
            told =>
            {
                var order = SampleOrder.Of(SampleOrder.Customer, "100", item: told.item);
                var offer = order.OfferAt(SampleOrder.Now, SampleOrder.Policy);
                var reply = OrderReplies.For(new LookUpOutcome.OrderFound(order, offer), told.words);

                Assert.Equal(
                    KnownOrder.From(order, offer, told.words),
                    KnownOrder.From(key => reply.Pairs.SingleOrDefault(pair => pair.Key == key).Value, told.words));
            },
            tests: 1000);

    static FsCheck.Gen<string> Names => Gen.Elements(
            "The", "North", "Face", "L3", "XR-200B", "2.0", "着物", "ジャケット", "の", "ー", "々", "・", "-", ".", "'", "’", "%", "$5", " ", " ", "【", "】", "🧥", "𠮷", "재킷",
            "か\u3099", "\u0301", "A4", "international", "ｶﾞ", "Ａ１")
        .ListOf().Select(string.Concat);
}
