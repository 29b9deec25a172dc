using System.Text;

namespace OrderHotline.ContactFlows.Tests;

public sealed class RenderingTests
{
    static readonly FlowLanguage[] Languages = [Of("ja-JP", "ja"), Of("en-US", "en")];

    [Theory]
    [InlineData("words-ja", """{"FlowAttributes": {"menu": {"Type": "String", "Value": "ja M.menu"}}}""")]
    [InlineData("words-en", """{"FlowAttributes": {"menu": {"Type": "String", "Value": "en M.menu"}}}""")]
    [InlineData("words-en", """{"FlowAttributes": {"silence": {"Type": "String", "Value": "en everywhere.silence"}}}""")]
    [InlineData("trouble", """{"Text": "ja everywhere.trouble en everywhere.trouble"}""")]
    [InlineData("trouble", """{"SSML": "<speak>ja everywhere.trouble en everywhere.trouble <break time=\"10s\"/></speak>"}""")]
    [InlineData("trouble", """{"Messages": [{"Text": "ja everywhere.trouble en everywhere.trouble"}]}""")]
    [InlineData("trouble", """{"Attributes": {"handOverReason": "ja everywhere.trouble en everywhere.trouble"}}""")]
    [InlineData("menu-en", """{"Text": "en M.menu"}""")]
    public void A_text_is_the_words_of_its_block(string block, string parameters) =>
        Assert.Equal(Flow(block, parameters), Rendered(Flow(block, parameters
            .Replace("ja everywhere.trouble en everywhere.trouble", "old", StringComparison.Ordinal)
            .Replace("en M.menu", "old", StringComparison.Ordinal)
            .Replace("ja M.menu", "old", StringComparison.Ordinal)
            .Replace("en everywhere.silence", "old", StringComparison.Ordinal))));

    [Theory]
    [InlineData("unknown", """{"Text": "as it is"}""")]
    [InlineData("words-en", """{"FlowAttributes": {"unknown": {"Type": "String", "Value": "as it is"}}}""")]
    [InlineData("words-fr", """{"FlowAttributes": {"menu": {"Type": "String", "Value": "as it is"}}}""")]
    [InlineData("menu", """{"Text": "$.FlowAttributes.menu"}""")]
    [InlineData("menu", """{"Text": "Now: $.FlowAttributes.menu"}""")]
    [InlineData("menu", """{"FlowAttributes": {"menu": {"Type": "String", "Value": "as it is"}}}""")]
    [InlineData("menu", """{"ContactFlowId": "as it is"}""")]
    [InlineData("menu", """{"Media": {"Title": "as it is"}}""")]
    public void What_has_no_words_stays_as_it_is(string block, string parameters) =>
        Assert.Equal(Flow(block, parameters), Rendered(Flow(block, parameters)));

    [Fact]
    public void A_language_with_a_block_of_its_own_only_offers_itself()
    {
        const string Two =
            """{"Version": "2019-10-30", "StartAction": "greeting", "Actions": [{"Parameters": {"Text": "?"}, "Identifier": "greeting", "Type": "GetParticipantInput", "Transitions": {"Conditions": [{"NextAction": "greeting-en", "Condition": {"Operator": "Equals", "Operands": ["7"]}}]}}, {"Type": "MessageParticipant", "Transitions": {}, "Parameters": {"Text": "?"}, "Identifier": "greeting-en"}, {"Type": "UpdateContactData", "Transitions": {}, "Parameters": {"LanguageCode": "ja-JP"}, "Identifier": "language-ja"}]}""";

        var rendered = Rendered(Two);

        Assert.Contains("\"Text\": \"ja M.greeting en M.greeting-offer by 7\"}, \"Identifier\": \"greeting\"", rendered, StringComparison.Ordinal);
        Assert.Contains("\"Text\": \"en M.greeting\"}, \"Identifier\": \"greeting-en\"", rendered, StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_that_is_not_offered_is_not_said() => Assert.Contains(
        "\"Text\": \"ja everywhere.trouble\"",
        Encoding.UTF8.GetString(FlowRendering.Render(Encoding.UTF8.GetBytes(Flow("trouble", """{"Text": "old"}""")), "M", [Languages[0]])),
        StringComparison.Ordinal);

    static FlowLanguage Of(string tag, string name) => new(
        tag, path => path is "M.menu" or "M.greeting" or "M.greeting-offer" or "everywhere.silence" or "everywhere.trouble"
            ? $"{name} {path}{(path.EndsWith("-offer", StringComparison.Ordinal) ? " by {key}" : "")}"
            : null);

    static string Rendered(string flow) => Encoding.UTF8.GetString(FlowRendering.Render(Encoding.UTF8.GetBytes(flow), "M", Languages));

    static string Flow(string block, string parameters) => $$"""
        {
          "Version": "2019-10-30",
            "StartAction": "{{block}}",
          "Actions": [
            {"Identifier": "{{block}}", "Type": "MessageParticipant",
              "Parameters": {{parameters}}, "Transitions": {} }
          ]
        }
        """;
}
