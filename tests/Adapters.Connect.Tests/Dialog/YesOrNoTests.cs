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
    [InlineData(Language.Japanese, "")]
    [InlineData(Language.Japanese, "。")]
    [InlineData(Language.Japanese, "です")]
    [InlineData(Language.Japanese, "はい、でもちょっと")]
    [InlineData(Language.Japanese, "はいたつ")]
    [InlineData(Language.Japanese, "結構です")]
    [InlineData(Language.Japanese, "大丈夫です")]
    [InlineData(Language.Japanese, "いいです")]
    [InlineData(Language.Japanese, "お願いできますか")]
    [InlineData(Language.Japanese, "はい、いいえ")]
    [InlineData(Language.Japanese, "yes")]
    [InlineData(Language.English, "")]
    [InlineData(Language.English, "please")]
    [InlineData(Language.English, "yesterday")]
    [InlineData(Language.English, "yes but wait")]
    [InlineData(Language.English, "is that right")]
    [InlineData(Language.English, "right now")]
    [InlineData(Language.English, "November")]
    [InlineData(Language.English, "yes no")]
    [InlineData(Language.English, "はい")]
    public void Anything_else_is_neither(Language language, string said) =>
        Assert.Equal(Answer.Neither, YesOrNo.Read(said, language));

    [Fact]
    public void A_very_long_answer_is_read_no_further_than_a_date_is() =>
        Assert.Equal(Answer.Yes, YesOrNo.Read(string.Concat(Enumerable.Repeat("はい", 100_000)), Language.Japanese));
}
