using System.Text.Json;
using NodaTime;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Functions;
using static OrderHotline.CallSimulator.Tests.FlowText;

namespace OrderHotline.CallSimulator.Tests;

public sealed class FunctionInvocationTests
{
    const string Flat = """{"ResponseType":"STRING_MAP"}""";
    const string Nested = """{"ResponseType":"JSON"}""";

    public static TheoryData<string, string> UselessReplies => new()
    {
        { Flat, """{"count":2}""" },
        { Flat, """{"name":null}""" },
        { Flat, """{"found":true}""" },
        { Flat, """{"order":{"id":"100"}}""" },
        { "{}", """{"count":2}""" },
        { Nested, "[]" },
        { Nested, "\"ok\"" },
        { Nested, "null" },
        { Nested, "<html>" },
        { Flat, $$"""{"name":"{{new string('x', 32 * 1024)}}"}""" },
    };

    [Fact]
    public async Task A_function_gets_the_event_that_Connect_sends()
    {
        var call = await new Rehearsal(
        [
            Action("set", "UpdateContactAttributes", """{"Attributes":{"orderId":"100"}}""", ("next", "queue")),
            Action("queue", "UpdateContactTargetQueue", """{"QueueId":"${Desk.QueueArn}"}""", ("next", "f")),
            Invoke(
                "f",
                """, "LambdaInvocationAttributes":{"orderId":"$.Attributes.orderId","more":{"from":"$.CustomerEndpoint.Address"}}"""),
            .. Ends,
        ]).Call();

        var invoked = Assert.Single(call.Events.OfType<CallEvent.Invoked>());
        Assert.Equal("CancelOrder", invoked.Function);
        using var json = JsonDocument.Parse(invoked.Request);
        var details = json.RootElement.GetProperty("Details");
        Assert.Equal("ContactFlowEvent", json.RootElement.GetProperty("Name").GetString());
        Assert.Equal("""{"orderId":"100","more":{"from":"+819012345678"}}""", details.GetProperty("Parameters").GetRawText());
        Assert.Equal(
            """
            {"Attributes":{"orderId":"100"},"AwsRegion":"ap-northeast-1","Channel":"VOICE","ContactId":"contact-1",
            "CustomerEndpoint":{"Address":"+819012345678","Type":"TELEPHONE_NUMBER"},"CustomerId":null,"Description":null,
            "InitialContactId":"contact-1","InitiationMethod":"INBOUND",
            "InstanceARN":"arn:aws:connect:ap-northeast-1:000000000000:instance/00000000-0000-0000-0000-000000000000",
            "LanguageCode":"en-US","MediaStreams":{"Customer":{"Audio":null}},"Name":null,"PreviousContactId":"contact-1",
            "Queue":{"ARN":"${Desk.QueueArn}","Name":"Desk"},"References":{},"RelatedContactId":null,
            "SegmentAttributes":{"connect:Subtype":{"ValueString":"connect:Telephony"}},
            "SystemEndpoint":{"Address":"+815012345678","Type":"TELEPHONE_NUMBER"},"Tags":{"aws:connect:instanceId":"00000000-0000-0000-0000-000000000000"}}
            """.ReplaceLineEndings(""),
            details.GetProperty("ContactData").GetRawText());
    }

    [Fact]
    public async Task A_withheld_number_and_a_missing_queue_are_null()
    {
        var call = await new Rehearsal([Invoke("f"), .. Ends]) { From = null }.Call();

        using var json = JsonDocument.Parse(call.Events.OfType<CallEvent.Invoked>().Single().Request);
        var contact = json.RootElement.GetProperty("Details").GetProperty("ContactData");
        Assert.Equal(JsonValueKind.Null, contact.GetProperty("CustomerEndpoint").ValueKind);
        Assert.Equal(JsonValueKind.Null, contact.GetProperty("Queue").ValueKind);
        Assert.Equal("{}", json.RootElement.GetProperty("Details").GetProperty("Parameters").GetRawText());
    }

    [Theory]
    [MemberData(nameof(UselessReplies))]
    public async Task An_answer_of_no_use_takes_the_error_branch_at_once(string validation, string reply)
    {
        var call = await new Rehearsal([Invoke("f", $", \"ResponseValidation\":{validation}"), .. Ends])
        {
            Functions = Rehearsal.Answering(reply),
        }.Call();

        Assert.Equal(["error"], call.Heard);
        Assert.StartsWith("The answer of CancelOrder is of no use:", Assert.Single(call.Notes), StringComparison.Ordinal);
        Assert.Single(call.Events.OfType<CallEvent.Invoked>());
    }

    [Theory]
    [InlineData("\"2\"", 2)]
    [InlineData("\"8\"", 8)]
    [InlineData("\"60\"", 8)]
    [InlineData("\"0\"", 3)]
    public async Task An_answer_slower_than_the_limit_is_none(string limit, int seconds)
    {
        var late = await Invoked(Rehearsal.Answering("{}", seconds + 0.001), limit);
        var justInTime = await Invoked(Rehearsal.Answering("{}", seconds), limit);

        Assert.Equal(["error"], late.Heard);
        Assert.Equal([$"CancelOrder did not answer within {seconds} seconds."], late.Notes);
        Assert.Equal(Duration.FromSeconds(seconds), late.Elapsed);
        Assert.Equal(["done"], justInTime.Heard);
        Assert.Equal(Duration.FromSeconds(seconds), justInTime.Elapsed);
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(1, 4)]
    [InlineData(3, 3)]
    [InlineData(8, 1)]
    [InlineData(9, 1)]
    public async Task A_failure_is_tried_again_three_times_as_long_as_there_is_time(int secondsEach, int attempts)
    {
        var call = await Invoked(Rehearsal.Failing(secondsEach), "\"8\"");

        Assert.Equal(["error"], call.Heard);
        Assert.Equal(Enumerable.Range(1, attempts), call.Events.OfType<CallEvent.Invoked>().Select(invoked => invoked.Attempt));
        Assert.Equal(Duration.FromSeconds(Math.Min(8, secondsEach * attempts)), call.Elapsed);
        Assert.Equal(["CancelOrder failed: it broke"], call.Notes);
    }

    [Fact]
    public async Task A_retry_has_the_time_that_is_left()
    {
        var limits = new List<Duration>();
        var call = await Invoked(
            (invoked, _) =>
            {
                limits.Add(invoked.Limit);
                return Rehearsal.Failing(3)(invoked, default);
            },
            "\"8\"");

        Assert.Equal([Duration.FromSeconds(8), Duration.FromSeconds(5), Duration.FromSeconds(2)], limits);
        Assert.Equal(["error"], call.Heard);
    }

    [Fact]
    public async Task Functions_without_a_word_between_them_have_twenty_seconds_in_all()
    {
        var silent = await new Rehearsal([Slow("a", "b"), Slow("b", "c"), Slow("c", "done"), .. Ends])
        {
            Functions = Rehearsal.Answering("{}", 7),
        }.Call();
        var spoken = await new Rehearsal([Slow("a", "b"), Slow("b", "say"), Say("say", "One moment.", "c"), Slow("c", "done"), .. Ends])
        {
            Functions = Rehearsal.Answering("{}", 7),
        }.Call();

        Assert.Equal(["error"], silent.Heard);
        Assert.Equal(Duration.FromSeconds(20), silent.Elapsed);
        Assert.Equal(["One moment.", "done"], spoken.Heard);

        static string Slow(string identifier, string next) => Action(
            identifier,
            "InvokeLambdaFunction",
            """{"LambdaFunctionARN":"CancelOrder","InvocationTimeLimitSeconds":"8"}""",
            ("next", next),
            ("!NoMatchingError", "error"));
    }

    [Fact]
    public async Task The_next_answer_replaces_the_one_before_as_a_whole()
    {
        var answers = new Queue<string>(["""{"a":"1","b":"2"}""", """{"b":"3"}"""]);
        var call = await Twice((_, _) => Rehearsal.Answering(answers.Dequeue())(null!, default)).Call();

        Assert.Equal(["a= b=3"], call.Heard);
    }

    [Fact]
    public async Task A_failure_leaves_the_answer_before_and_says_so()
    {
        var answers = new Queue<InvokeFunction>([Rehearsal.Answering("""{"a":"1","b":"2"}"""), Rehearsal.Failing(8)]);
        var call = await Twice((invoked, cancellation) => answers.Dequeue()(invoked, cancellation)).Call();

        Assert.Equal(["a=1 b=2"], call.Heard);
        Assert.Equal(["$.External is still what was answered before.", "CancelOrder failed: it broke"], call.Notes);
    }

    [Fact]
    public async Task An_invocation_in_the_background_is_not_waited_for()
    {
        var call = await new Rehearsal(
        [
            Invoke("f", """, "InvocationType":"ASYNCHRONOUS" """, "say"),
            Say("say", "$.LambdaInvocation.InvocationId", "bye"),
            .. Ends,
        ])
        {
            Functions = Rehearsal.Failing(30),
        }.Call();

        Assert.Equal(["contact-1/f"], call.Heard);
        Assert.Equal(Duration.Zero, call.Elapsed);
        Assert.Single(call.Events.OfType<CallEvent.Invoked>());
    }

    [Theory]
    [InlineData("20", 20)]
    [InlineData("90", 60)]
    public async Task An_invocation_in_the_background_may_take_what_its_flow_allows_and_a_minute_at_most(string limit, int seconds)
    {
        var given = Duration.Zero;
        await new Rehearsal(
        [
            Invoke("f", $""", "InvocationType":"ASYNCHRONOUS", "InvocationTimeLimitSeconds":"{limit}" """, "done"), .. Ends,
        ])
        {
            Functions = (call, _) =>
            {
                given = call.Limit;
                return Rehearsal.Answering("{}")(call, default);
            },
        }.Call();

        Assert.Equal(Duration.FromSeconds(seconds), given);
    }

    static string[] Ends => End("done", "error");

    static string Invoke(string identifier, string more = "", string next = "done") => Action(
        identifier,
        "InvokeLambdaFunction",
        $$"""{"LambdaFunctionARN":"arn:aws:lambda:ap-northeast-1:123456789012:function:CancelOrder" {{more}} }""",
        ("next", next),
        ("!NoMatchingError", "error"));

    static Task<Rehearsal> Invoked(InvokeFunction functions, string limit) =>
        new Rehearsal([Invoke("f", $", \"InvocationTimeLimitSeconds\":{limit}"), .. Ends]) { Functions = functions }.Call();

    static Rehearsal Twice(InvokeFunction functions) => new(
    [
        Invoke("f", next: "g"),
        Action("g", "InvokeLambdaFunction", """{"LambdaFunctionARN":"CancelOrder"}""", ("next", "say"), ("!NoMatchingError", "say")),
        Say("say", "a=$.External.a b=$.External.b", "bye"),
        .. Ends,
    ])
    {
        Functions = functions,
    };
}
