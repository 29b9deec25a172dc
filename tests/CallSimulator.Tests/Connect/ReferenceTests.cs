using System.Collections.Immutable;
using NodaTime;
using OrderHotline.CallSimulator.Connect;
using static OrderHotline.CallSimulator.Tests.FlowText;

namespace OrderHotline.CallSimulator.Tests;

public sealed class ReferenceTests
{
    [Theory]
    [InlineData("$.CustomerEndpoint.Address", "+819012345678")]
    [InlineData("$.CustomerEndpoint.Type", "TELEPHONE_NUMBER")]
    [InlineData("$.SystemEndpoint.Address", "+815012345678")]
    [InlineData("$.Channel", "VOICE")]
    [InlineData("$.ContactId", "contact-1")]
    [InlineData("$.InitialContactId", "contact-1")]
    [InlineData("$.InitiationMethod", "INBOUND")]
    [InlineData("$['AwsRegion']", "ap-northeast-1")]
    [InlineData("$.LanguageCode", "ja-JP")]
    [InlineData("$.TextToSpeechVoiceId", "Mizuki")]
    [InlineData("$.CustomerId", "c-7")]
    [InlineData("$.Attributes.name", "Justin")]
    [InlineData("$.Attributes['a name']", "Aoi")]
    [InlineData("$.FlowAttributes.step", "two")]
    [InlineData("$.External.order.id", "100")]
    [InlineData("$.External.order.count", "2")]
    [InlineData("$.LambdaInvocation.ResultData.order.id", "100")]
    [InlineData("$.Queue.Name", "Desk")]
    [InlineData("$.Queue.ARN", "${Desk.QueueArn}")]
    [InlineData("$.Metrics.Queue.Size", "3")]
    [InlineData("$.Metrics.Queue.OldestContactAge", "90")]
    [InlineData("$.Metrics.Agents.Available.Count", "4")]
    public async Task A_reference_is_filled_in(string reference, string value)
    {
        var call = await Everything(reference).Call();

        Assert.Equal([$"It is {value} ."], call.Heard);
    }

    [Theory]
    [InlineData("$.Attributes.other")]
    [InlineData("$.External.list")]
    [InlineData("$.External.order")]
    [InlineData("$.External.Order.id")]
    [InlineData("$.Lex.IntentName")]
    [InlineData("$.Agent.UserName")]
    [InlineData("$.Weather.Today")]
    public async Task A_reference_without_a_value_reads_as_empty_and_is_noted(string reference)
    {
        var call = await Everything(reference).Call();

        Assert.Equal(["It is  ."], call.Heard);
        Assert.Equal([$"{reference} has no value and reads as empty."], call.Notes);
    }

    [Fact]
    public async Task A_withheld_number_is_no_value()
    {
        var call = await new Rehearsal([Say("say", "$.CustomerEndpoint.Address$.CustomerEndpoint.Type", "bye"), .. End()]) { From = null }
            .Call();

        Assert.Empty(call.Heard);
    }

    static Rehearsal Everything(string reference) => new(
        Set("language", "UpdateContactData", """{"LanguageCode":"ja-JP","CustomerId":"c-7"}""", "voice"),
        Set("voice", "UpdateContactTextToSpeechVoice", """{"TextToSpeechVoice":"Mizuki"}""", "attributes"),
        Set("attributes", "UpdateContactAttributes", """{"Attributes":{"name":"Justin","a name":"Aoi"}}""", "flow"),
        Set("flow", "UpdateFlowAttributes", """{"FlowAttributes":{"step":{"Value":"two"}}}""", "queue"),
        Set("queue", "UpdateContactTargetQueue", """{"QueueId":"${Desk.QueueArn}"}""", "metrics"),
        Set("metrics", "GetMetricData", "{}", "function"),
        Set("function", "InvokeLambdaFunction", """{"LambdaFunctionARN":"F","ResponseValidation":{"ResponseType":"JSON"}}""", "say"),
        Say("say", $"It is {reference} .", "bye"),
        Action("bye", "DisconnectParticipant"))
    {
        Functions = Rehearsal.Answering("""{"order":{"id":"100","count":2},"list":["x"]}"""),
        World = new()
        {
            Queues = new Dictionary<string, QueueState>
            {
                ["Desk"] = new() { Waiting = 3, Available = 4, LongestWait = Duration.FromSeconds(90) },
            }.ToImmutableDictionary(),
        },
    };

    static string Set(string identifier, string type, string parameters, string next) =>
        Action(identifier, type, parameters, ("next", next), ("!NoMatchingError", "bye"));
}
