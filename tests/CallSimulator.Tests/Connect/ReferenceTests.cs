using System.Collections.Immutable;
using NodaTime;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.ContactFlows;
using static OrderHotline.CallSimulator.Tests.FlowText;

namespace OrderHotline.CallSimulator.Tests;

public sealed class ReferenceTests
{
    // These hold what flows and modules put there, and have tests of their own.
    static readonly string[] PutThereByOthers = ["Agent", "Lex", "Modules", "StoredCustomerInput"];

    public static TheoryData<string, string> FilledIn => new()
    {
        { "$.CustomerEndpoint.Address", "+819012345678" },
        { "$.CustomerEndpoint.Type", "TELEPHONE_NUMBER" },
        { "$.SystemEndpoint.Address", "+815012345678" },
        { "$.Channel", "VOICE" },
        { "$.ContactId", "contact-1" },
        { "$.InitialContactId", "contact-1" },
        { "$.InitiationMethod", "INBOUND" },
        { "$['AwsRegion']", "ap-northeast-1" },
        { "$.LanguageCode", "ja-JP" },
        { "$.TextToSpeechVoiceId", "Mizuki" },
        { "$.CustomerId", "c-7" },
        { "$.Attributes.name", "Justin" },
        { "$.Attributes['a name']", "Aoi" },
        { "$.FlowAttributes.step", "two" },
        { "$.External.order.id", "100" },
        { "$.External.order.count", "2" },
        { "$.LambdaInvocation.ResultData.order.id", "100" },
        { "$.Queue.Name", "Desk" },
        { "$.Queue.ARN", "${Desk.QueueArn}" },
        { "$.PreviousContactId", "contact-1" },
        { "$.InstanceARN", "arn:aws:connect:ap-northeast-1:000000000000:instance/00000000-0000-0000-0000-000000000000" },
        { "$.SegmentAttributes['connect:Subtype']", "connect:Telephony" },
        { "$.Name", "Aoi's call" },
        { "$.Description", "about a kimono" },
        { "$.CustomerCallbackNumber", "+819012345678" },
        { "$.CallbackNumber", "+819012345678" },
        { "$.Tags.kind", "wholesale" },
        { "$.Tags['aws:connect:instanceId']", "00000000-0000-0000-0000-000000000000" },
        { "$.Metrics.Agents.Busy.Count", "2" },
        { "$.Metrics.Agents.Missed.Count", "0" },
        { "$.Metrics.Queue.Size", "3" },
        { "$.Metrics.Queue.OldestContactAge", "90" },
        { "$.Metrics.Agents.Available.Count", "4" },
    };

    public static TheoryData<string> NotSimulated =>
    [
        "$.AdditionalEmailRecipients.CcList", "$.Capabilities.Agent.Video", "$.Case.status", "$.Contact.Any", "$.Customer.FirstName",
        "$.DataTables.prices.first", "$.DataTableList.ResultData.dataTableId", "$.Email.Subject", "$.Loop.again.Index",
        "$.Media.Sip.Headers.From", "$.Media.InitialMessage",
        "$.MediaStreams.Customer.Audio.StreamARN", "$.Persistent.Any", "$.References.form.Value", "$.RelatedContactId",
        "$.Task.ContactId", "$.TextToSpeechVoice", "$.Views.ViewResultData.name", "$.Views", "$.VoiceId.Any", "$.Wisdom.SessionArn",
        "$.Agent.ARN", "$.Lex.SentimentResponse.Label", "$.Lex.AlternativeIntents.0.IntentName", "$.Queue.OutboundCallerId.Address",
        "$.SegmentAttributes['connect:Direction']",
    ];

    [Theory]
    [MemberData(nameof(FilledIn))]
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

    [Theory]
    [MemberData(nameof(NotSimulated))]
    public async Task A_reference_that_is_not_simulated_reads_as_empty_and_is_told(string reference)
    {
        var call = await Everything(reference).Call();

        Assert.Equal(["It is  ."], call.Heard);
        var told = Assert.Single(call.Events.OfType<CallEvent.Noted>());
        Assert.True(told.IsOfSomethingMissing);
        Assert.StartsWith($"{FlowReference.Whole(reference)} is not simulated (", told.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_there_is_to_refer_to_is_filled_in_or_told()
    {
        var covered = FilledIn.Select(row => row.Data.Item1).Concat(NotSimulated.Select(row => row.Data))
            .Select(reference => FlowReference.Whole(reference)!.Namespace);

        Assert.Equal(FlowReference.Namespaces, covered.Concat(PutThereByOthers).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_voice_is_the_services_own_before_a_flow_chooses_one() =>
        Assert.Equal(["Joanna"], (await new Rehearsal([Say("say", "$.TextToSpeechVoiceId", "bye"), .. End()]).Call()).Heard);

    [Fact]
    public async Task The_number_to_call_back_is_the_one_that_was_set()
    {
        var call = await new Rehearsal(
        [
            Set("number", "UpdateContactAttributes", """{"Attributes":{"number":"+81312345678"}}""", "set"),
            Action("set", "UpdateContactCallbackNumber", """{"CallbackNumber":"$.Attributes.number"}""", ("next", "say")),
            Say("say", "$.CustomerCallbackNumber", "bye"), .. End(),
        ]).Call();

        Assert.Equal(["+81312345678"], call.Heard);
    }

    [Theory]
    [InlineData("arn:aws:connect:ap-northeast-1:1:instance/i/queue/11111111-2222-3333-4444-555555555555", "Wholesale")]
    [InlineData("11111111-2222-3333-4444-555555555555", "Wholesale")]
    [InlineData("99999999-2222-3333-4444-555555555555", "")]
    public async Task A_queue_is_called_what_its_flow_calls_it_and_never_by_its_id(string queue, string name)
    {
        var flow = System.Text.Encoding.UTF8.GetString(Of(
            Set("queue", "UpdateContactTargetQueue", $$"""{"QueueId":"{{queue}}"}""", "metrics"),
            Set("metrics", "GetMetricData", "{}", "say"),
            Say("say", "$.Queue.Name/$.Metrics.Queue.Name", "bye"), Action("bye", "DisconnectParticipant")).ToJson());
        var named = queue.StartsWith('9') ? flow : flow.Replace(
            "\"Actions\"",
            """ "Metadata":{"ActionMetadata":{"queue":{"parameters":{"QueueId":{"displayName":"Wholesale"}}}}},"Actions" """,
            StringComparison.Ordinal);
        var connect = new LocalConnect(
            new Dictionary<string, Flow> { ["Main"] = Flow.Read(System.Text.Encoding.UTF8.GetBytes(named)) },
            new(), Rehearsal.Answering("{}"), new Dictionary<string, Lex.AskBot>());
        var step = await connect.Ring(
            new IncomingCall("c", null, "+815012345678", "Main", Rehearsal.Noon), TestContext.Current.CancellationToken);

        Assert.Equal($"{name}/{name}", Assert.Single(step.Events.OfType<CallEvent.Heard>()).Words);
        Assert.Equal(name.Length == 0, step.Events.OfType<CallEvent.Noted>().Any(noted =>
            noted.IsOfSomethingMissing && noted.Note.StartsWith("$.Queue.Name reads as empty", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("$.Tags", "kind", "there")]
    [InlineData("$.Tags", "other", "gone")]
    [InlineData("$.Tags", "gone", "gone")]
    [InlineData("$.External.order", "id", "there")]
    [InlineData("$.External.order", "size", "gone")]
    public async Task An_object_is_asked_whether_it_has_a_key(string reference, string key, string branch)
    {
        var call = await new Rehearsal(
        [
            Set("tag", "TagContact", """{"Tags":{"kind":"wholesale","gone":"x"}}""", "untag"),
            Set("untag", "UntagContact", """{"TagKeys":["gone"]}""", "function"),
            Set("function", "InvokeLambdaFunction", """{"LambdaFunctionARN":"F","ResponseValidation":{"ResponseType":"JSON"}}""", "look"),
            Action("look", "Compare", $$"""{"ComparisonValue":"{{reference}}"}""",
                ("KeyExists nothing", "bye"), ($"KeyExists {key}", "there"), ("!NoMatchingCondition", "gone")),
            .. End("there", "gone"),
        ])
        {
            Functions = Rehearsal.Answering("""{"order":{"id":"100"}}"""),
        }.Call();

        Assert.Equal([branch], call.Heard);
    }

    [Fact]
    public async Task A_withheld_number_is_no_value()
    {
        var call = await new Rehearsal([Say("say", "$.CustomerEndpoint.Address$.CustomerEndpoint.Type", "bye"), .. End()]) { From = null }
            .Call();

        Assert.Empty(call.Heard);
    }

    static Rehearsal Everything(string reference) => new(
        Set("language", "UpdateContactData", """{"LanguageCode":"ja-JP","CustomerId":"c-7","Name":"Aoi's call","Description":"about a kimono"}""", "tags"),
        Set("tags", "TagContact", """{"Tags":{"kind":"wholesale"}}""", "voice"),
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
                ["Desk"] = new() { Waiting = 3, Available = 4, Online = 6, LongestWait = Duration.FromSeconds(90) },
            }.ToImmutableDictionary(),
        },
    };

    static string Set(string identifier, string type, string parameters, string next) =>
        Action(identifier, type, parameters, ("next", next), ("!NoMatchingError", "bye"));
}
