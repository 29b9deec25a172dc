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
    public void A_language_with_a_block_of_its_own_is_left_out_of_the_block_for_all()
    {
        const string Two =
            """{"Version": "2019-10-30", "StartAction": "greeting", "Actions": [{"Parameters": {"Text": "?"}, "Identifier": "greeting", "Type": "MessageParticipant", "Transitions": {}}, {"Type": "MessageParticipant", "Transitions": {}, "Parameters": {"Text": "?"}, "Identifier": "greeting-en"}]}""";

        var rendered = Rendered(Two);

        Assert.Contains("\"Text\": \"ja M.greeting\"}, \"Identifier\": \"greeting\"", rendered, StringComparison.Ordinal);
        Assert.Contains("\"Text\": \"en M.greeting\"}, \"Identifier\": \"greeting-en\"", rendered, StringComparison.Ordinal);
    }

    [Fact]
    public void An_offer_of_a_language_says_the_key_that_leads_there_and_is_not_made_where_none_does()
    {
        const string Offer =
            """{"Version": "2019-10-30", "StartAction": "greeting-offer", "Actions": [{"Parameters": {"Text": "?"}, "Identifier": "greeting-offer", "Type": "GetParticipantInput", "Transitions": {"Conditions": [{"NextAction": "language-en", "Condition": {"Operator": "Equals", "Operands": ["7"]}}]}}, {"Type": "UpdateContactData", "Transitions": {}, "Parameters": {"LanguageCode": "en-US"}, "Identifier": "language-en"}, {"Type": "UpdateContactData", "Transitions": {}, "Parameters": {"LanguageCode": "ja-JP"}, "Identifier": "language-ja"}]}""";

        Assert.Contains("\"Text\": \"en M.greeting-offer by 7\"}", Rendered(Offer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("words-shop", """{"FlowAttributes": {"menu": {"Type": "String", "Value": "?"}}}""", "M.menu")]
    [InlineData("menu-shop", """{"Attributes": {"handOverReason": "?"}}""", "M.menu")]
    [InlineData("trouble-shop", """{"TextToSpeechVoice": "?"}""", "everywhere.trouble")]
    public void A_block_for_the_operator_has_the_words_of_the_shops_own_language_which_is_the_first(string block, string parameters, string words)
    {
        Assert.Equal(Flow(block, parameters.Replace("?", $"ja {words}", StringComparison.Ordinal)), Rendered(Flow(block, parameters)));
        Assert.Equal(
            Flow(block, parameters.Replace("?", $"en {words}", StringComparison.Ordinal)),
            Encoding.UTF8.GetString(FlowRendering.Render(Encoding.UTF8.GetBytes(Flow(block, parameters)), "M", [Languages[1], Languages[0]])));
    }

    [Fact]
    public void What_the_shops_own_language_calls_another_is_said_of_that_one()
    {
        const string English = """{"FlowAttributes": {"menu": {"Type": "String", "Value": "?"}}}""";
        FlowLanguage[] named = [new("ja-JP", path => path is "M.menu-en" or "M.menu-ja" ? $"ja {path}" : Languages[0].Find(path)), Languages[1]];

        string In(string block) => Encoding.UTF8.GetString(FlowRendering.Render(Encoding.UTF8.GetBytes(Flow(block, English)), "M", named));
        Assert.Contains("ja M.menu-en", In("words-en"), StringComparison.Ordinal);
        Assert.Contains("\"ja M.menu\"", In("words-ja"), StringComparison.Ordinal);
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
