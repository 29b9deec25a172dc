using OrderHotline.CallSimulator.Connect;

using static OrderHotline.CallSimulator.Tests.FlowText;

namespace OrderHotline.CallSimulator.Tests;

public sealed class PromptTests
{
    [Theory]
    [InlineData("""{"Text":"Hello, $.Attributes.name."}""", "Hello, A & B.")]
    [InlineData("""{"Text":"<speak>read as it is</speak>"}""", "<speak>read as it is</speak>")]
    [InlineData("""{"SSML":"<speak>One <break time='1s'/><amazon:effect name='x'>two</amazon:effect></speak>"}""",
        "<speak>One <break time='1s'/><amazon:effect name='x'>two</amazon:effect></speak>")]
    [InlineData("""{"PromptId":"${Welcome.PromptArn}"}""", "(prompt Welcome)")]
    [InlineData("""{"Media":{"Uri":"s3://bucket/words/hello.wav","SourceType":"S3","MediaType":"Audio"}}""", "(prompt hello.wav)")]
    public async Task Words_are_heard(string parameters, string heard)
    {
        var call = await Saying(parameters).Call();

        Assert.Equal([heard, "next"], call.Heard);
    }

    [Theory]
    [InlineData("<speak>Hello, $.Attributes.name.</speak>")]
    [InlineData("<speak>Hello.")]
    [InlineData("Hello.")]
    [InlineData("<p>Hello.</p>")]
    [InlineData("<speak>Hello.</speak><speak/>")]
    [InlineData("<!DOCTYPE speak []><speak>Hello.</speak>")]
    public async Task Broken_SSML_takes_the_error_branch(string ssml)
    {
        var call = await Saying($$"""{"SSML":"{{ssml}}"}""").Call();

        Assert.Equal(["error"], call.Heard);
        Assert.StartsWith("The SSML of say is broken:", Assert.Single(call.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_and_the_voice_are_those_of_the_moment()
    {
        var call = await new Rehearsal(
            Say("first", "Hello.", "language"),
            Action("language", "UpdateContactData", """{"LanguageCode":"ja-JP"}""", ("next", "voice")),
            Action("voice", "UpdateContactTextToSpeechVoice", """{"TextToSpeechVoice":"Takumi"}""", ("next", "second")),
            Say("second", "もしもし", "bye"),
            Action("bye", "DisconnectParticipant")).Call();

        Assert.Equal(
            [
                new CallEvent.Heard(Rehearsal.Noon, "Hello.", Audience.Caller, "en-US", null),
                new CallEvent.Heard(Rehearsal.Noon, "もしもし", Audience.Caller, "ja-JP", "Takumi"),
            ],
            call.Events.OfType<CallEvent.Heard>());
        Assert.Equal(("ja-JP", "Takumi"), (call.State.Language, call.State.Voice));
    }

    [Theory]
    [InlineData("true", "key 1,key 2")]
    [InlineData("false", "key 1,skipped?,key 2")]
    public async Task Words_can_be_skipped_by_keys_pressed_ahead(string skips, string heard)
    {
        var call = await new Rehearsal(
        [
            Action("keep", "GetParticipantInput", """{"EnableDTMFBuffer":"true"}""", ("next", "a")),
            Ask("a", "key 1", "between"),
            Action(
                "between",
                "MessageParticipant",
                $$"""{"Text":"skipped?","SkipWhenDTMFBufferEnabled":"{{skips}}"}""",
                ("next", "b")),
            Ask("b", "?", "key 2"),
            .. End("key 2"),
        ]).Call(new CallerAct.Presses("12"));

        Assert.Equal(heard, string.Join(',', call.Heard));

        static string Ask(string identifier, string words, string next) => Action(
            identifier,
            "GetParticipantInput",
            $$"""{"StoreInput":"False","Text":"{{words}}"}""",
            ("1", next),
            ("2", next));
    }

    static Rehearsal Saying(string parameters) => new(
    [
        Action("set", "UpdateContactAttributes", """{"Attributes":{"name":"A & B"}}""", ("next", "say")),
        Action("say", "MessageParticipant", parameters, ("next", "next"), ("!NoMatchingError", "error")),
        .. End("next", "error"),
    ]);
}
