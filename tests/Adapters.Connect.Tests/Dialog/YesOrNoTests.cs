using OrderHotline.Application;
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
    public void A_Japanese_yes_is_heard(string said) => Assert.Equal(Answer.Yes, Read(said, Language.Japanese));

    [Theory]
    [InlineData("いいえ")]
    [InlineData("いや、そうじゃなくて")]
    [InlineData("ちがう！")]
    [InlineData("あの、違います。別の日で")]
    public void A_Japanese_no_is_heard(string said) => Assert.Equal(Answer.No, Read(said, Language.Japanese));

    [Theory]
    [InlineData("yes")]
    [InlineData("Yes, please.")]
    [InlineData("um, yeah, that’s right")]
    [InlineData("OK, do it, thank you!")]
    [InlineData("That's correct")]
    public void An_English_yes_is_heard(string said) => Assert.Equal(Answer.Yes, Read(said, Language.English));

    [Theory]
    [InlineData("no")]
    [InlineData("Nope, another day")]
    [InlineData("that's not right")]
    [InlineData("well, don't")]
    public void An_English_no_is_heard(string said) => Assert.Equal(Answer.No, Read(said, Language.English));

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
        Assert.Equal(Answer.Neither, Read(said, Spoken.In(language).Language));

    [Fact]
    public void A_very_long_answer_is_read_no_further_than_a_date_is() =>
        Assert.Equal(Answer.Yes, Read(string.Concat(Enumerable.Repeat("はい", 100_000)), Language.Japanese));

    [Theory]
    [InlineData("Oui, c'est ça", Answer.Yes)]
    [InlineData("euh, d’accord", Answer.Yes)]
    [InlineData("non, un autre jour", Answer.No)]
    [InlineData("oui mais", Answer.Neither)]
    [InlineData("ouistiti", Answer.Neither)]
    [InlineData("yes", Answer.Neither)]
    public void The_words_of_a_third_language_are_data(string said, Answer answer)
    {
        Assert.True(Language.TryParse("fr-FR", out var french));
        var words = new PhraseBook(french, new Dictionary<string, string>
        {
            ["speech.between"] = " ",
            ["answers.yes"] = "oui, d'accord, c'est ça",
            ["answers.no"] = "non",
            ["answers.around"] = "euh",
        });

        Assert.Equal(answer, YesOrNo.Read(said, words));
    }

    static Answer Read(string? said, Language language) => YesOrNo.Read(said, LinePhrases.Standard.In(language));
}
