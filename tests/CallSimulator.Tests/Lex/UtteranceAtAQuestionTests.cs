using System.Collections.Immutable;
using NodaTime;
using OrderHotline.CallSimulator.Lex;

namespace OrderHotline.CallSimulator.Tests;

/// <summary>What the bot takes words for while it waits for a day or for a yes.</summary>
public sealed class UtteranceAtAQuestionTests
{
    static readonly LocalDate Today = new(2026, 11, 25);

    [Theory]
    [InlineData("ja_JP", "12月3日でお願いします", "2026-12-03")]
    [InlineData("ja_JP", "えっと、じゃあ明日で", "2026-11-26")]
    [InlineData("ja_JP", "いいえ、12月3日です", "2026-12-03")]
    [InlineData("ja_JP", "できたら12月3日に届けてほしいんですけど", "2026-12-03")]
    [InlineData("en_US", "December 3rd, thank you", "2026-12-03")]
    [InlineData("en_US", "no, December 3rd", "2026-12-03")]
    [InlineData("en_US", "well, tomorrow would do", "2026-11-26")]
    [InlineData("en_US", "could I have my delivery on December 3rd", "2026-12-03")]
    public void Words_that_name_a_day_are_the_answer(string locale, string words, string day)
    {
        foreach (var question in Questions(locale))
        {
            var heard = BotTurn.Hear(OrderBot.Definition.Find(locale)!, question, new BotInput.Said(words), Today).Intent;

            Assert.Equal(("ChangeDate", day), (heard.Name, heard.Slots["ShippingDate"]?.Interpreted));
        }
    }

    [Theory]
    [InlineData("ja_JP", "すみません、やっぱりキャンセルしたいんですけど", "CancelOrder")]
    [InlineData("ja_JP", "オペレーターにつないでもらいたいんですが", "Operator")]
    [InlineData("ja_JP", "届け先の住所を変更したいんですけど", "ChangeAddress")]
    [InlineData("ja_JP", "領収書をもらえますか", "Payment")]
    [InlineData("ja_JP", "やっぱり変更しなくていいです", "KeepOrder")]
    [InlineData("ja_JP", "返品したいんですけれど", "ReturnGoods")]
    [InlineData("ja_JP", "すみません、もう少しゆっくり話してください", "Slower")]
    [InlineData("ja_JP", "もう一度言ってください", "Repeat")]
    [InlineData("en_US", "actually, please just cancel my order", "CancelOrder")]
    [InlineData("en_US", "can I talk to a real human please", "Operator")]
    [InlineData("en_US", "I also need to change my delivery address", "ChangeAddress")]
    [InlineData("en_US", "please leave the order as it is", "KeepOrder")]
    [InlineData("en_US", "could I get a receipt, please", "Payment")]
    [InlineData("en_US", "I'd like to return it please", "ReturnGoods")]
    [InlineData("en_US", "could you please speak more slowly", "Slower")]
    public void Another_wish_that_is_clear_is_heard(string locale, string words, string intent)
    {
        foreach (var question in Questions(locale))
        {
            Assert.Equal(
                intent, BotTurn.Hear(OrderBot.Definition.Find(locale)!, question, new BotInput.Said(words), Today).Intent.Name);
        }
    }

    [Theory]
    [InlineData("ja_JP", "うーん、どうしようかな")]
    [InlineData("ja_JP", "ちょっと待って、カレンダーを見ます")]
    [InlineData("ja_JP", "猫が逃げました")]
    [InlineData("en_US", "hmm, let me look at my calendar")]
    [InlineData("en_US", "the dog is in the garden again")]
    public void Words_that_say_nothing_leave_the_question_open(string locale, string words)
    {
        foreach (var question in Questions(locale))
        {
            var heard = BotTurn.Hear(OrderBot.Definition.Find(locale)!, question, new BotInput.Said(words), Today).Intent;

            Assert.Contains(heard.Name, new[] { "ChangeDate", "Repeat" });
            Assert.Null(heard.Slots.GetValueOrDefault("ShippingDate"));
        }
    }

    static IEnumerable<BotSession> Questions(string locale)
    {
        var open = new BotSession("session", locale, ImmutableDictionary<string, string>.Empty)
        {
            Intent = OrderBot.Definition.Find(locale)!.Find("ChangeDate")!.New(),
        };
        return [open with { SlotToElicit = "ShippingDate" }, open with { AwaitsConfirmation = true }];
    }
}
