using NodaTime;
using OrderHotline.CallSimulator.Timing;

namespace OrderHotline.CallSimulator.Tests;

public sealed class SpeechLengthTests
{
    [Theory]
    [InlineData("ja-JP", "はいはいはいは", 1.0)]
    [InlineData("ja-JP", "きゃ", 1 / 7.0)]
    [InlineData("ja-JP", "コーヒー", 4 / 7.0)]
    [InlineData("ja-JP", "発送日", 6 / 7.0)]
    [InlineData("ja-JP", "12", 4 / 7.0)]
    [InlineData("ja-JP", "はい、はい。", (4 / 7.0) + 0.3 + 0.6)]
    [InlineData("en-US", "Thank you for calling", 1.6)]
    [InlineData("en-US", "I'm sorry, that's it.", (4 / 2.5) + 0.3 + 0.6)]
    [InlineData("en-US", "order 103", 4 / 2.5)]
    [InlineData("en-US", "1,203", 4 / 2.5)]
    [InlineData("en-US", "9 a.m. to 6 p.m.", 7 / 2.5)]
    [InlineData("fr-FR", "Merci de votre appel", 4 / 2.5)]
    [InlineData("en-US", "<speak>One<break time=\"10s\"/> two</speak>", 0.8 + 10)]
    [InlineData("en-US", "<speak>One<break time=\"250ms\"/> two <prosody rate=\"slow\">three</prosody></speak>", 1.2 + 0.25)]
    [InlineData("en-US", "<speak>One<break/> two</speak>", 0.8 + 0.4)]
    [InlineData("en-US", "<speak>One<break time=\"NaNs\"/> two</speak>", 0.8 + 0.4)]
    [InlineData("en-US", "(prompt Music)", 0)]
    [InlineData("en-US", "", 0)]
    public void Words_take_as_long_as_they_are_estimated_to(string language, string words, double seconds) =>
        Assert.Equal(seconds, SpeechLength.Of(words, language).TotalSeconds, tolerance: 0.0001);

    [Theory]
    [InlineData("<speak")]
    [InlineData("<speak><break time=\"")]
    [InlineData("<speak><break time=\"9999999999999s\"/>")]
    [InlineData("<>&\ud800")]
    public void Whatever_is_said_takes_some_time_and_never_for_ever(string words) =>
        Assert.InRange(SpeechLength.Of(words, "ja-JP"), Duration.Zero, Duration.FromSeconds(11));
}
