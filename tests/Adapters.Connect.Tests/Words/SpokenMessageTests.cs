using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect.Tests;

public sealed class SpokenMessageTests
{
    public static TheoryData<int, string> Texts
    {
        get
        {
            var texts = new TheoryData<int, string>();
            foreach (var language in (string[])["ja-JP", "en-US"])
            {
                texts.AddRange([.. HostileTexts.Known.Select((_, i) => (i, language))]);
            }

            return texts;
        }
    }

    // By number: a runner's report does not carry half a character.
    [Theory]
    [MemberData(nameof(Texts))]
    public void Whatever_the_item_and_the_name_the_reply_is_safe_to_speak(int number, string language)
    {
        var text = HostileTexts.Known[number];

        Assert.All(
            new OrderState[] { new OrderState.Placed(), new OrderState.Shipped(SampleOrder.Now), new OrderState.Cancelled() },
            state =>
            {
                var order = SampleOrder.Of(SampleOrder.Customer, "100", state: state, item: text, name: text);
                var offer = order.OfferAt(SampleOrder.Now, SampleOrder.Policy);

                var reply = OrderReplies.For(new LookUpOutcome.OrderFound(order, offer), Spoken.In(language));

                Assert.Empty(ReplyRules.BrokenBy(ConnectFunction.OrderTableRead, reply));
            });
    }

    [Fact]
    public void The_demos_item_is_said_as_a_person_would()
    {
        var offer = Demo.Order.OfferAt(CallContract.Now, SampleOrder.Policy);

        var found = new LookUpOutcome.OrderFound(Demo.Order, offer);

        Assert.Equal(
            "The North Face Summit L3 Ventrix 2.0 Hoodieは十一月十二日、月曜日に発送します。ご用件をどうぞ。", new OutcomeWords(Spoken.Japanese).For(found));
        Assert.Equal(
            "Your order, The North Face Summit L3 Ventrix 2.0 Hoodie, ships on Monday, November 12th. How can I help?", new OutcomeWords(Spoken.English).For(found));
    }

    [Theory]
    [InlineData("R&D")]
    [InlineData("1 < 2")]
    [InlineData("<break time='10s'/>")]
    [InlineData("]]>")]
    [InlineData("&amp;")]
    [InlineData("$.External.orderId")]
    [InlineData("$[0]")]
    [InlineData("$")]
    [InlineData("two\nlines")]
    [InlineData("\u0000")]
    [InlineData("A text message was sent.")]
    [InlineData("確認のメッセージをお送りしました。")]
    public void A_text_that_is_not_safe_to_speak_is_seen(string text) => Assert.NotEmpty(SpeechRules.BrokenBy(text));

    [Fact]
    public void Half_a_character_is_seen() => Assert.NotEmpty(SpeechRules.BrokenBy("\ud83e"));
}
