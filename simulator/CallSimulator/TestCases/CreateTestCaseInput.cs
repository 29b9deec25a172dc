using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using OrderHotline.CallSimulator.Scenarios;

namespace OrderHotline.CallSimulator.TestCases;

/// <summary>The input of <c>CreateTestCase</c>
/// (https://docs.aws.amazon.com/connect/latest/APIReference/API_CreateTestCase.html): the content, and where the call comes in.</summary>
sealed record CreateTestCaseInput(
    string InstanceId, string Name, string? Description, string Content, EntryPoint EntryPoint, string Status)
{
    // PUBLISHED is checked by the service and can be run; SAVED is neither.
    const string Published = "PUBLISHED";

    public static CreateTestCaseInput From(Scenario scenario, string content) => new(
        "${InstanceId}",
        Path.GetFileNameWithoutExtension(scenario.Name) is { Length: > 0 } name ? name : "scenario",
        scenario.About.IsEmpty ? null : string.Join(' ', scenario.About),
        content,
        EntryPoint.From(scenario.Start),
        Published);
}

/// <summary>Where the call comes in. A flow and the number called are refused together; a flow and the caller's number are not.</summary>
sealed record EntryPoint(string Type, VoiceCall VoiceCallEntryPointParameters)
{
    public static EntryPoint From(ScenarioStart start) =>
        new("VOICE_CALL", new(start.Caller?.ToE164(), $"${{{start.Flow}.ContactFlowArn}}"));
}

sealed record VoiceCall(string? SourcePhoneNumber, string FlowId);

[JsonSerializable(typeof(TestContent))]
[JsonSerializable(typeof(CreateTestCaseInput))]
sealed partial class TestCaseFormat : JsonSerializerContext
{
    /// <summary>For readers too: indented, and Japanese stays Japanese.</summary>
    public static TestCaseFormat Readable { get; } = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
