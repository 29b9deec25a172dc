using System.Text;
using System.Text.Json.Nodes;
using OrderHotline.Application;

namespace OrderHotline.Adapters.Connect.Tests;

public sealed class MalformedTurnTests
{
    static readonly LexTurnEvent Sound = new()
    {
        Transcript = "12月3日",
        Slots = new() { ["ShippingDate"] = LexTurnEvent.Filled("3日", "2026-12-03") },
    };

    static readonly LexTurnEvent OfAGoldCustomer =
        Sound with { Attributes = new Dictionary<string, string> { ["loyalty"] = "gold" } };

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("42")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{}{}")]
    [InlineData("not json")]
    [InlineData("{\"sessionState\":null}")]
    [InlineData("{\"sessionState\":{}}")]
    [InlineData("{\"sessionState\":{\"intent\":null}}")]
    [InlineData("{\"sessionState\":{\"intent\":{}}}")]
    [InlineData("{\"sessionState\":{\"intent\":{\"name\":\"\"}}}")]
    [InlineData("{\"SessionState\":{\"Intent\":{\"Name\":\"ChangeDate\"}}}")]
    [InlineData("{\"Justin\":{\"+819012345678\":}}")]
    [InlineData("{\"Details\":{\"ContactData\":{}}}")]
    public async Task What_is_no_event_of_Lex_closes_the_dialogue_and_leaves_the_words_to_the_flow(string json)
    {
        var call = LexCall.InJapanese();

        Assert.Equal("Close FallbackIntent Failed", (await call.Answer(Encoding.UTF8.GetBytes(json))).ToString());
        var record = Assert.Single(call.Log);
        Assert.Equal((DialogResult.InvalidRequest, null), (record.Result, record.Fault));
        Assert.DoesNotContain("Justin", record.ToLogLine().ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("9012345678", record.ToLogLine().ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sessionState")]
    [InlineData("sessionState.intent")]
    [InlineData("sessionState.intent.name")]
    [InlineData("sessionState.intent.confirmationState")]
    [InlineData("sessionState.intent.slots")]
    [InlineData("sessionState.intent.slots.ShippingDate")]
    [InlineData("sessionState.intent.slots.ShippingDate.value")]
    [InlineData("sessionState.intent.slots.ShippingDate.value.interpretedValue")]
    [InlineData("sessionState.intent.slots.ShippingDate.value.originalValue")]
    [InlineData("sessionState.sessionAttributes")]
    [InlineData("sessionState.sessionAttributes.dialogStep")]
    [InlineData("sessionState.sessionAttributes.dialogKeypad")]
    [InlineData("sessionState.sessionAttributes.dialogPace")]
    [InlineData("sessionState.sessionAttributes.orderState")]
    [InlineData("sessionState.sessionAttributes.orderedItem")]
    [InlineData("bot")]
    [InlineData("bot.localeId")]
    [InlineData("inputMode")]
    [InlineData("inputTranscript")]
    [InlineData("invocationSource")]
    [InlineData("sessionId")]
    [InlineData("requestAttributes")]
    [InlineData("interpretations")]
    public async Task A_field_that_is_read_and_has_the_wrong_type_closes_the_dialogue(string field)
    {
        foreach (var wrong in new[] { "42", "true", "[[1]]", "[\"+819012345678\"]" })
        {
            var call = LexCall.InJapanese();
            var reply = await call.Answer(With(field, wrong));

            Assert.Equal((field, "Close", "Failed", ""), (field, reply.Action, reply.State, reply.Message));
            Assert.Equal("InvalidRequest", reply.Result);
            Assert.Equal(DialogResult.InvalidRequest, Assert.Single(call.Log).Result);
        }
    }

    [Theory]
    [InlineData("bot", "null")]
    [InlineData("bot", "{}")]
    [InlineData("bot.localeId", "null")]
    [InlineData("bot.version", "{}")]
    [InlineData("inputMode", "null")]
    [InlineData("invocationSource", "null")]
    [InlineData("sessionId", "null")]
    [InlineData("requestAttributes", "null")]
    [InlineData("requestAttributes.x-amz-lex:dtmf-transcript", "null")]
    [InlineData("requestAttributes.something", "[1]")]
    [InlineData("interpretations", "null")]
    [InlineData("interpretations", "[null,{},{\"intent\":null}]")]
    [InlineData("sessionState.sessionAttributes", "null")]
    [InlineData("sessionState.sessionAttributes.other", "null")]
    [InlineData("sessionState.activeContexts", "[{\"name\":1}]")]
    [InlineData("sessionState.intent.state", "null")]
    [InlineData("sessionState.intent.confirmationState", "null")]
    [InlineData("sessionState.intent.slots", "null")]
    [InlineData("sessionState.intent.slots.ShippingDate", "null")]
    [InlineData("sessionState.intent.slots.ShippingDate.value", "null")]
    [InlineData("sessionState.intent.slots.ShippingDate.value.originalValue", "null")]
    [InlineData("sessionState.intent.slots.ShippingDate.value.resolvedValues", "null")]
    [InlineData("sessionState.intent.slots.Other", "[\"\\u3042\",1e400]")]
    [InlineData("sessionState.sessionAttributes.other", "5")]
    [InlineData("transcriptions", "42")]
    [InlineData("somethingNew", "[]")]
    public async Task What_may_be_missing_may_be_null_and_what_is_not_read_may_be_anything(string field, string value) =>
        Assert.Equal(
            "ConfirmIntent 2026-12-03: 十二月三日、木曜日の発送でよろしいでしょうか？",
            (await LexCall.InJapanese().Answer(With(field, value))).ToString());

    [Fact]
    public async Task What_somebody_else_keeps_in_the_session_survives_a_slot_that_cannot_be_read()
    {
        var json = (OfAGoldCustomer with { Slots = new() { ["ShippingDate"] = 5 } }).ToJson();

        var reply = await LexCall.InJapanese().Answer(json);

        Assert.Equal(("ChangeDate", "gold"), (reply.Intent, reply.Attributes["loyalty"]));
    }

    [Theory]
    [InlineData("\"inputTranscript\"", "\"inputTranscript\":\"はい\",\"inputTranscript\"")]
    [InlineData("\"localeId\"", "\"localeId\":\"en_US\",\"localeId\"")]
    [InlineData("\"originalValue\"", "\"originalValue\":\"x\",\"originalValue\"")]
    public async Task Text_that_is_given_twice_closes_the_dialogue(string text, string broken)
    {
        var json = Encoding.UTF8.GetString(Sound.ToJson())
            .Replace("\\u6708", "月", StringComparison.Ordinal).Replace("\\u65E5", "日", StringComparison.Ordinal);
        Assert.Contains(text, json, StringComparison.Ordinal);

        json = json.Replace(text, broken, StringComparison.Ordinal);
        var reply = await LexCall.InJapanese().Answer(Encoding.UTF8.GetBytes(json));

        Assert.Equal("InvalidRequest", reply.Result);
    }

    [Fact]
    public async Task An_event_cut_off_at_any_byte_or_far_too_large_closes_the_dialogue()
    {
        var json = Sound.ToJson();
        var call = LexCall.InJapanese();
        for (var length = 0; length < json.Length; length++)
        {
            Assert.Equal("InvalidRequest", (await call.Answer(json[..length])).Result);
        }

        Assert.Equal("InvalidRequest", (await call.Answer(With("inputTranscript", $"\"{new string('x', 300_000)}\""))).Result);
        Assert.Equal("InvalidRequest", (await call.Answer(Encoding.UTF8.GetBytes(new string('[', 10_000)))).Result);
    }

    [Fact]
    public async Task Mangled_events_all_get_a_well_formed_answer()
    {
        var chance = new Random(20261201);
        var call = LexCall.InJapanese();
        for (var i = 0; i < 5_000; i++)
        {
            await call.Answer(Mangled.Of(Sound.ToJson(), chance));
        }

        Assert.DoesNotContain(call.Log, record => record.Result == DialogResult.Unavailable);
        Assert.True(call.Log.Select(record => record.Result).Distinct().Count() >= 4);
        Assert.DoesNotContain(call.Log, record => record.ToLogLine().ToString().Contains("Justin", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ja_JP")]
    [InlineData("en_US")]
    public async Task A_fault_of_the_line_closes_the_dialogue_without_words_and_is_logged_whole(string locale)
    {
        var fault = new InvalidOperationException("Nothing for +819012345678.");
        var log = new List<DialogRecord>();
        var handler = new OrderDialogHandler(new BrokenLine(fault), LinePhrases.Standard, deliveryDays: null, log.Add);
        var json = (OfAGoldCustomer with { Locale = locale }).ToJson();

        var reply = new LexReply(await handler.Answer(json, TestContext.Current.CancellationToken));

        Assert.Empty(reply.Flaws());
        Assert.Equal("Close ChangeDate Failed", reply.ToString());
        Assert.Equal(("Unavailable", "gold"), (reply.Result, reply.Attributes["loyalty"]));
        Assert.Same(fault, Assert.Single(log).Fault);
        Assert.DoesNotContain("9012345678", log[0].ToLogLine().ToString(), StringComparison.Ordinal);
    }

    static byte[] With(string field, string value)
    {
        var root = JsonNode.Parse(Sound.ToJson())!;
        var path = field.Split('.');
        var parent = path[..^1].Aggregate(root, (node, name) => node[name]!);
        parent[path[^1]] = JsonNode.Parse(value);
        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    sealed class BrokenLine(Exception fault) : IDateLine
    {
        public Task<TOutcome> Send<TOutcome>(IDateRequest<TOutcome> request, CancellationToken cancellation) => throw fault;
    }
}
