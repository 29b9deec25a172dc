using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect.Tests;

public sealed class YesOrNoTests
{
    [Theory]
    [InlineData("はい")]
    [InlineData("はい。")]
    [InlineData(" はいはい ")]
    [InlineData("ええ、それでお願いします")]
    [InlineData("えーと、はい、そうです")]
    [InlineData("うん、合ってます")]
    [InlineData("それで大丈夫です")]
    [InlineData("オーケーです")]
    public void A_Japanese_yes_is_heard(string said) => Assert.Equal(Answer.Yes, YesOrNo.Read(said, Language.Japanese));

    [Theory]
    [InlineData("いいえ")]
    [InlineData("いや、そうじゃなくて")]
    [InlineData("ちがう！")]
    [InlineData("あの、違います。別の日で")]
    public void A_Japanese_no_is_heard(string said) => Assert.Equal(Answer.No, YesOrNo.Read(said, Language.Japanese));

    [Theory]
    [InlineData("yes")]
    [InlineData("Yes, please.")]
    [InlineData("um, yeah, that’s right")]
    [InlineData("OK, do it, thank you!")]
    [InlineData("That's correct")]
    public void An_English_yes_is_heard(string said) => Assert.Equal(Answer.Yes, YesOrNo.Read(said, Language.English));

    [Theory]
    [InlineData("no")]
    [InlineData("Nope, another day")]
    [InlineData("that's not right")]
    [InlineData("well, don't")]
    public void An_English_no_is_heard(string said) => Assert.Equal(Answer.No, YesOrNo.Read(said, Language.English));

    [Theory]
    [InlineData("ja-JP", "")]
    [InlineData("ja-JP", "。")]
    [InlineData("ja-JP", "です")]
    [InlineData("ja-JP", "はい、でもちょっと")]
    [InlineData("ja-JP", "はいたつ")]
    [InlineData("ja-JP", "結構です")]
    [InlineData("ja-JP", "大丈夫です")]
    [InlineData("ja-JP", "いいです")]
    [InlineData("ja-JP", "お願いできますか")]
    [InlineData("ja-JP", "はい、いいえ")]
    [InlineData("ja-JP", "yes")]
    [InlineData("en-US", "")]
    [InlineData("en-US", "please")]
    [InlineData("en-US", "yesterday")]
    [InlineData("en-US", "yes but wait")]
    [InlineData("en-US", "is that right")]
    [InlineData("en-US", "right now")]
    [InlineData("en-US", "November")]
    [InlineData("en-US", "yes no")]
    [InlineData("en-US", "はい")]
    public void Anything_else_is_neither(string language, string said) =>
        Assert.Equal(Answer.Neither, YesOrNo.Read(said, Spoken.In(language).Language));

    [Fact]
    public void A_very_long_answer_is_read_no_further_than_a_date_is() =>
        Assert.Equal(Answer.Yes, YesOrNo.Read(string.Concat(Enumerable.Repeat("はい", 100_000)), Language.Japanese));
}
