using System.Text.Json.Nodes;
using OrderHotline.CallSimulator.Scenarios;
using OrderHotline.CallSimulator.TestCases;

namespace OrderHotline.CallSimulator.Tests;

/// <summary>The schemas refuse what Connect is said to refuse, or to take and never match: each fault is planted into an exported test
/// that has something of everything.</summary>
public sealed class PlantedTestCaseFaultTests
{
    const string Scenario = """
        caller: +819012345678
        at: 2026-11-25T10:00+09:00
        operators: closed
        function: OrderTableRead answers {"outcome":"NoOrder"}
        function: CancelOrder fails
        function: ChangeOrderDate times out
        action: TransferContactToQueue fails with QueueAtCapacity

        heard: a
        pressed: 1
        heard: b
        pressed: 12#
        heard: c
        said: yes
        heard: d
        hang up

        then: operator sees orderId = 100
        """;

    const string Event = "Observations/1/Event";
    const string Key = "Observations/1/Actions/0";
    const string Words = "Observations/3/Actions/0/Parameters/Instruction";
    const string Mock = "Observations/0/Actions/0/Parameters/Behavior/Properties";
    const string Error = "Observations/0/Actions/1/Parameters/Behavior/Properties";
    const string Hours = "Observations/0/Actions/3/Parameters/Behavior/Properties";
    const string Full = "Observations/0/Actions/4/Parameters/Behavior/Properties";
    const string Queue = "Observations/0/Actions/5/Parameters/Behavior/Properties";
    const string HangUp = "Observations/4/Actions/0/Parameters/Instruction";
    const string Assertion = "Observations/4/Actions/1/Parameters";
    const string End = "Observations/4/Actions/2/Parameters";

    static readonly ConnectTestCase Test = ConnectTestCase.From(ScenarioText.Read("x.call", Scenario));

    [Fact]
    public void Without_a_fault_it_is_valid()
    {
        Assert.Empty(PublishedSchema.OfContent.FaultsOf(JsonNode.Parse(Test.Content.Span)));
        Assert.Empty(PublishedSchema.OfInput.FaultsOf(JsonNode.Parse(Test.CliInput.Span)));
    }

    [Theory]
    [InlineData("Version", "\"2025-06-21\"")]
    [InlineData("Version", null)]
    [InlineData("Metadata", null)]
    [InlineData("Observations", "[]")]
    [InlineData("version", "\"2019-10-30\"")]
    [InlineData("Observations/1/Usage", """{"Type": "EXACTLY", "Times": 1}""")]
    [InlineData("Observations/1/Usage", """{"Type": "ANY"}""")]
    [InlineData("Observations/1/Usage", """{"Type": "exactly", "Times": 1}""")]
    [InlineData("Observations/1/Usage", """{"Type": "AtLeast"}""")]
    [InlineData("Observations/1/Identifier", null)]
    [InlineData("Observations/1/Actions", null)]
    [InlineData("Observations/1/Transitions/NextObservations", "\"step-3\"")]
    [InlineData("Observations/1/Transitions/NextActions", "[\"step-3\"]")]
    [InlineData($"{Event}/Identifier", null)]
    [InlineData($"{Event}/Type", "\"messageReceived\"")]
    [InlineData($"{Event}/Type", "\"TestInitiated\"")]
    [InlineData($"{Event}/Actor", "\"Customer\"")]
    [InlineData($"{Event}/MatchingCriteria", "\"Similarity\"")]
    [InlineData($"{Event}/MatchingCriteria", """{"Type": "Similarity"}""")]
    [InlineData($"{Event}/Properties/MatchingCriteria", null)]
    [InlineData($"{Event}/Properties/MatchingCriteria", "\"Inclusion\"")]
    [InlineData($"{Event}/Properties/MatchingCriteria/Type", "\"Contains\"")]
    [InlineData($"{Event}/Properties/MatchingCriteria/Type", "\"INCLUSION\"")]
    [InlineData($"{Event}/Properties/Text", null)]
    [InlineData($"{Event}/Properties/Text", "\"\"")]
    [InlineData($"{Event}/Properties/SSML", "\"<speak>a</speak>\"")]
    [InlineData($"{Event}/Properties/text", "\"a\"")]
    [InlineData($"{Key}/Identifier", null)]
    [InlineData($"{Key}/Type", "\"sendInstruction\"")]
    [InlineData($"{Key}/Type", "\"TestControl\"")]
    [InlineData($"{Key}/Transitions/NextAction", "\"\"")]
    [InlineData($"{Key}/ActionType", "\"SendInstruction\"")]
    [InlineData($"{Key}/Parameters/ActionType", null)]
    [InlineData($"{Key}/Parameters/Actor", null)]
    [InlineData($"{Key}/Parameters/Actor", "\"System\"")]
    [InlineData($"{Key}/Parameters/Instruction/Type", "\"DTMFInput\"")]
    [InlineData($"{Key}/Parameters/Instruction/Properties/Value", null)]
    [InlineData($"{Key}/Parameters/Instruction/Properties/Value", "\"one\"")]
    [InlineData($"{Key}/Parameters/Instruction/Properties/Value", "-1")]
    [InlineData($"{Key}/Parameters/Instruction/Properties", null)]
    [InlineData($"{Words}/Type", "\"TextUtterance\"")]
    [InlineData($"{Words}/Properties/Value", "\"\"")]
    [InlineData($"{Words}/Properties/Text", "\"yes\"")]
    [InlineData($"{Words}/Properties/LanguageCode", "\"English\"")]
    [InlineData($"{HangUp}/Type", "\"DisconnectInput\"")]
    [InlineData($"{HangUp}/Properties", """{"Value": 1}""")]
    [InlineData($"{Assertion}/ActionType", "\"Assert\"")]
    [InlineData($"{Assertion}/Operand", null)]
    [InlineData($"{Assertion}/Operator", "\"equals\"")]
    [InlineData($"{Assertion}/Operator", "\"NotEquals\"")]
    [InlineData($"{Assertion}/Namespace", "\"orderId\"")]
    [InlineData($"{End}/ActionType", null)]
    [InlineData($"{End}/Command", "\"EndTest\"")]
    [InlineData($"{End}/Command/Type", "\"Endtest\"")]
    [InlineData($"{Mock}/ActionType", null)]
    [InlineData($"{Mock}/ActionParameters", "{}")]
    [InlineData($"{Mock}/ActionParameters/LambdaFunctionArn", "\"${{OrderTableRead.Arn}}\"")]
    [InlineData($"{Mock}/Strategy", null)]
    [InlineData($"{Mock}/Strategy/Type", "\"Mock\"")]
    [InlineData($"{Mock}/Strategy/Response/Type", "\"Error\"")]
    [InlineData($"{Mock}/Strategy/Response/ExecutionResult/Value", """{"outcome": "NoOrder"}""")]
    [InlineData($"{Mock}/Strategy/Response/ExecutionResult/Value", "\"NoOrder\"")]
    [InlineData($"{Mock}/Strategy/Response/ExecutionResult/Value", null)]
    [InlineData($"{Error}/Strategy/Response/Error/Value", "\"Timeout\"")]
    [InlineData($"{Error}/Strategy/Response/Error/Value", "\"QueueAtCapacity\"")]
    [InlineData($"{Hours}/Strategy", """{"Type": "MockResponse", "Response": {"Type": "ExecutionResult", "ExecutionResult": {"Value": "OutOfHours"}}}""")]
    [InlineData($"{Hours}/Strategy/SubstituteArn", null)]
    [InlineData($"{Full}/Strategy/Response/Error/Value", "\"TimeLimitExceeded\"")]
    [InlineData($"{Queue}/ActionParameters", "{}")]
    [InlineData("Observations/0/Actions/0/Parameters/ActionType", null)]
    [InlineData("Observations/0/Actions/0/Parameters/Behavior/Type", "\"Flow\"")]
    public void A_planted_fault_of_the_content_is_refused(string at, string? json) =>
        Assert.NotEmpty(PublishedSchema.OfContent.FaultsOf(Planted(Test.Content, at, json)));

    [Theory]
    [InlineData("InstanceId", null)]
    [InlineData("Name", "\"\"")]
    [InlineData("Content", "{}")]
    [InlineData("Status", "\"Published\"")]
    [InlineData("EntryPoint/Type", "\"VOICE\"")]
    [InlineData("EntryPoint/Type", "\"CHAT\"")]
    [InlineData("EntryPoint/VoiceCallEntryPointParameters/FlowId", null)]
    [InlineData("EntryPoint/VoiceCallEntryPointParameters/DestinationPhoneNumber", "\"+81312345678\"")]
    [InlineData("EntryPoint/VoiceCallEntryPointParameters/SourcePhoneNumber", "\"09012345678\"")]
    [InlineData("EntryPoint/VoiceCallEntryPointParameters/ContactFlowId", "\"a\"")]
    public void A_planted_fault_of_the_input_is_refused(string at, string? json) =>
        Assert.NotEmpty(PublishedSchema.OfInput.FaultsOf(Planted(Test.CliInput, at, json)));

    /// <summary>The JSON with another value at a place, or without it.</summary>
    static JsonNode Planted(ReadOnlyMemory<byte> exported, string at, string? json)
    {
        var whole = JsonNode.Parse(exported.Span)!;
        var names = at.Split('/');
        var parent = names[..^1].Aggregate(whole, (node, name) => node is JsonArray list ? list[int.Parse(name, null)]! : node[name]!);
        var before = whole.ToJsonString();
        if (json is null)
        {
            Assert.True(parent.AsObject().Remove(names[^1]), $"{at} is not there");
        }
        else
        {
            parent[names[^1]] = JsonNode.Parse(json);
        }

        Assert.NotEqual(before, whole.ToJsonString());
        return whole;
    }
}
