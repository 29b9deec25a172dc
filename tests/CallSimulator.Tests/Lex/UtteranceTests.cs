using System.Collections.Immutable;
using NodaTime;
using OrderHotline.CallSimulator.Lex;

namespace OrderHotline.CallSimulator.Tests;

/// <summary>What the bot takes a first sentence for.</summary>
public sealed class UtteranceTests
{
    static readonly LocalDate Today = new(2026, 11, 25);

    public static TheoryData<string, string, string> Samples => [.. Every("ja_JP", "12月3日"), .. Every("en_US", "December 3rd")];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_is_its_own_intent_with_certainty(string locale, string intent, string utterance)
    {
        var heard = Hear(locale, utterance);

        Assert.Equal((intent, 1.0), (heard.Intent.Name, heard.Interpretations[0].Confidence));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_with_a_day_fills_the_slot(string locale, string intent, string utterance)
    {
        var day = locale == "ja_JP" ? "12月3日" : "December 3rd";
        var slot = Hear(locale, utterance).Intent.Slots.GetValueOrDefault("ShippingDate");

        Assert.Equal(utterance.Contains(day, StringComparison.Ordinal) ? new BotSlot(day, "2026-12-03") : null, slot);
        Assert.True(slot is null || intent == "ChangeDate");
    }

    [Theory]
    [InlineData("あの、発送日を変更したいんですけれども", "ChangeDate")]
    [InlineData("すみません、発送の日を変えたいのですが", "ChangeDate")]
    [InlineData("えっと、12月3日に変更できますか", "ChangeDate")]
    [InlineData("来週の水曜日に変更してもらいたいです", "ChangeDate")]
    [InlineData("お届けを明後日にしてほしいんですが", "ChangeDate")]
    [InlineData("届く日にちを変更したいんですけど", "ChangeDate")]
    [InlineData("配送日の変更をお願いしたいのですが", "ChangeDate")]
    [InlineData("発送を遅らせて、12月10日にしてもらえますか", "ChangeDate")]
    [InlineData("発送の日程を変えてください", "ChangeDate")]
    [InlineData("注文した商品の発送日を変えたい", "ChangeDate")]
    [InlineData("日付の変更をお願いします", "ChangeDate")]
    [InlineData("注文をキャンセルしたいんですが", "CancelOrder")]
    [InlineData("すみません、キャンセルでお願いしたいのですが", "CancelOrder")]
    [InlineData("先日の注文をキャンセルしてもらえますか", "CancelOrder")]
    [InlineData("ジャケットの注文を取り消したいです", "CancelOrder")]
    [InlineData("やっぱりいらなくなったのでキャンセルします", "CancelOrder")]
    [InlineData("注文の取り消しをお願いしたいのですが", "CancelOrder")]
    [InlineData("オペレーターに代わってもらえますか", "Operator")]
    [InlineData("すみません、担当者の方をお願いします", "Operator")]
    [InlineData("人と直接話したいのですが", "Operator")]
    [InlineData("オペレーターにつないでほしいんですけど", "Operator")]
    [InlineData("係の方と話したいです", "Operator")]
    [InlineData("すみません、もう一度言っていただけますか", "Repeat")]
    [InlineData("ちょっと聞き取れませんでした", "Repeat")]
    [InlineData("よく聞こえなかったので、もう一回お願いします", "Repeat")]
    [InlineData("もう一回言って", "Repeat")]
    public void Other_Japanese_is_understood_by_its_likeness(string said, string intent) =>
        Assert.Equal(intent, Hear("ja_JP", said).Intent.Name);

    [Theory]
    [InlineData("Hi, I'd like to change the shipping date of my order, please", "ChangeDate")]
    [InlineData("I was wondering if I could change my shipping date", "ChangeDate")]
    [InlineData("Could you ship my order on Friday?", "ChangeDate")]
    [InlineData("Can you move the delivery to next Wednesday?", "ChangeDate")]
    [InlineData("Please change my delivery date to the 10th of December", "ChangeDate")]
    [InlineData("I'd like it shipped on December 3rd", "ChangeDate")]
    [InlineData("the 3rd of December, please", "ChangeDate")]
    [InlineData("I need my order on a different day", "ChangeDate")]
    [InlineData("I want to reschedule the shipping", "ChangeDate")]
    [InlineData("Can we change the shipping date to tomorrow?", "ChangeDate")]
    [InlineData("I would like to cancel my order, please", "CancelOrder")]
    [InlineData("Please could you cancel the order for me", "CancelOrder")]
    [InlineData("I'm calling because I want to cancel my order", "CancelOrder")]
    [InlineData("I don't want this anymore, please cancel it", "CancelOrder")]
    [InlineData("actually I'd like to cancel", "CancelOrder")]
    [InlineData("Let me talk to an operator, please", "Operator")]
    [InlineData("I'd like to speak to a real person", "Operator")]
    [InlineData("Can you transfer me to an agent?", "Operator")]
    [InlineData("I want to speak with a representative now", "Operator")]
    [InlineData("Get me a human being", "Operator")]
    [InlineData("Could you say that again, please?", "Repeat")]
    [InlineData("Sorry, I didn't catch that", "Repeat")]
    [InlineData("Sorry, can you repeat that one more time?", "Repeat")]
    [InlineData("I couldn't hear you", "Repeat")]
    public void Other_English_is_understood_by_its_likeness(string said, string intent) =>
        Assert.Equal(intent, Hear("en_US", said).Intent.Name);

    [Theory]
    [InlineData("ja_JP", "今日はいい天気ですね")]
    [InlineData("ja_JP", "天気はどうですか")]
    [InlineData("ja_JP", "バナナ")]
    [InlineData("ja_JP", "あのー")]
    [InlineData("ja_JP", "猫が逃げました")]
    [InlineData("ja_JP", "テレビの音がうるさい")]
    [InlineData("ja_JP", "こんにちは")]
    [InlineData("ja_JP", "えっと")]
    [InlineData("ja_JP", "ご飯できたよ")]
    [InlineData("en_US", "What a lovely day it is today")]
    [InlineData("en_US", "How is the weather?")]
    [InlineData("en_US", "banana")]
    [InlineData("en_US", "Call an ambulance")]
    [InlineData("en_US", "the dog is in the garden again")]
    [InlineData("en_US", "hello")]
    [InlineData("en_US", "um")]
    [InlineData("en_US", "dinner is ready, honey")]
    public void What_is_none_of_its_business_falls_back(string locale, string said)
    {
        var heard = Hear(locale, said);

        Assert.Equal(("FallbackIntent", null), (heard.Intent.Name, heard.Interpretations[0].Confidence));
    }

    [Fact]
    public void What_else_was_perhaps_meant_follows_the_likeliest_first_and_the_fallback_last()
    {
        var heard = Hear("ja_JP", "注文をキャンセルするか発送日を変更したい").Interpretations;

        Assert.Equal(heard[..^1].Select(other => other.Confidence).OrderDescending(), heard[..^1].Select(other => other.Confidence));
        Assert.Equal(("FallbackIntent", null), (heard[^1].Intent.Name, heard[^1].Confidence));
        Assert.Equal(heard.Length, heard.Select(other => other.Intent.Name).Distinct().Count());
    }

    [Fact]
    public void The_width_and_the_case_of_letters_do_not_matter()
    {
        Assert.Equal(1, Hear("en_US", "ＯＰＥＲＡＴＯＲ, please!").Interpretations[0].Confidence);
        Assert.Equal(1, Hear("ja_JP", "発送日を、変更したい。").Interpretations[0].Confidence);
    }

    static IEnumerable<TheoryDataRow<string, string, string>> Every(string locale, string day) =>
        from sample in OrderBot.Samples(locale)
        select new TheoryDataRow<string, string, string>(
            locale, sample.Intent, sample.Utterance.Replace("{ShippingDate}", day, StringComparison.Ordinal));

    static BotTurn Hear(string locale, string said) => BotTurn.Hear(
        OrderBot.Definition.Find(locale)!,
        new("session", locale, ImmutableDictionary<string, string>.Empty),
        new BotInput.Said(said),
        Today);
}
