using System.Text;
using OrderHotline.Application;
using OrderHotline.Contracts;

namespace OrderHotline.Adapters.Connect.Tests;

public sealed class MalformedEventTests
{
    public static TheoryData<ConnectFunction> Functions => new(Enum.GetValues<ConnectFunction>());

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("[{\"Details\":{}}]")]
    [InlineData("\"Details\"")]
    [InlineData("42")]
    [InlineData("true")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{}{}")]
    [InlineData("not json")]
    [InlineData("<event/>")]
    [InlineData("// a comment\n{}")]
    [InlineData("{\"Details\":{},}")]
    [InlineData("{\"Details\":null}")]
    [InlineData("{\"Details\":{}}")]
    [InlineData("{\"Details\":{\"ContactData\":null}}")]
    [InlineData("{\"Details\":{\"ContactData\":{}}}")]
    [InlineData("{\"details\":{\"contactData\":{\"contactId\":\"call-1\"}}}")]
    [InlineData("{\"Details\":{\"Parameters\":{\"CallerID\":\"+819012345678\"}}}")]
    [InlineData("{\"Details\":{\"Parameters\":{\"+819012345678\":}}}")]
    [InlineData("{\"Details\":{\"Parameters\":{\"CallerID\":+819012345678}}}")]
    [InlineData("{\"Details\":{\"Parameters\":{\"CallerID\":819012345678}}}")]
    [InlineData("{\"Details\":{\"Parameters\":{\"orderId\":Justin}}}")]
    [InlineData("{\"Details\":{\"Parameters\":{\"orderId\":nJustin}}}")]
    [InlineData("{\"Details\":{\"ContactData\":{\"Attributes\":{\"Justin\":{\"+819012345678\":[}}}}}")]
    [InlineData("{\"Details\":{\"Justin\":[}}")]
    [InlineData("{\"Details\":{\"+819012345678\":tru}}")]
    public async Task What_is_no_flow_event_is_an_invalid_request_to_every_function(string json)
    {
        foreach (var function in Enum.GetValues<ConnectFunction>())
        {
            Assert.Equal(Outcome.InvalidRequest, await ContractEvents.Answer(function, Encoding.UTF8.GetBytes(json)));
        }
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task Every_field_that_is_read_and_has_the_wrong_type_is_an_invalid_request(ConnectFunction function)
    {
        string[] fields =
        [
            "Details", "Details.Parameters", "Details.ContactData", "Details.ContactData.ContactId", "Details.ContactData.InitialContactId",
            "Details.ContactData.Channel", "Details.ContactData.LanguageCode", "Details.ContactData.CustomerEndpoint",
            "Details.ContactData.CustomerEndpoint.Address", "Details.ContactData.CustomerEndpoint.Type",
            "Details.ContactData.SegmentAttributes",
            .. ConnectContract.For(function).Parameters.Select(parameter => $"Details.Parameters.{parameter}"),
        ];

        foreach (var field in fields)
        {
            foreach (var wrong in new[] { "42", "-1.5e3", "true", "[]", "[\"+819012345678\"]" })
            {
                Assert.Equal(
                    (field, wrong, Outcome.InvalidRequest),
                    (field, wrong, await ContractEvents.Answer(function, ContractEvents.Of(function, field, wrong))));
            }
        }
    }

    /// <summary>A flow's block passes what it likes to every function: only what a function reads can be wrong.</summary>
    [Theory]
    [MemberData(nameof(Functions))]
    public async Task A_parameter_that_a_function_does_not_read_may_be_anything(ConnectFunction function)
    {
        var others = Enum.GetValues<ConnectFunction>().SelectMany(other => ConnectContract.For(other).Parameters)
            .Except(ConnectContract.For(function).Parameters).Append("orderedItem").ToList();
        var sound = await ContractEvents.Answer(function, ContractEvents.Of(function));

        foreach (var parameter in others)
        {
            foreach (var value in new[] { "100", "-1e999", "null", "true", "[]", "{\"a\":[1,{\"b\":null}]}", "\"\"", "\"+819012345678\"" })
            {
                var json = ContractEvents.Of(function, $"Details.Parameters.{parameter}", value);
                Assert.Equal((parameter, value, sound), (parameter, value, await ContractEvents.Answer(function, json)));
            }

            var half = ContractEvents.Replacing(function, "\"Parameters\": {", $"\"Parameters\": {{\"{parameter}\": \"\\ud83e\",");
            if (!Encoding.UTF8.GetString(ContractEvents.Of(function)).Contains($"\"{parameter}\"", StringComparison.Ordinal))
            {
                Assert.Equal((parameter, sound), (parameter, await ContractEvents.Answer(function, half)));
            }
        }
    }

    [Theory]
    [InlineData("Details.ContactData.ContactId", "null")]
    [InlineData("Details.ContactData.ContactId", "\"\"")]
    [InlineData("Details.ContactData.ContactId", "\"two words\"")]
    [InlineData("Details.ContactData.ContactId", "\"line\\nfeed\"")]
    [InlineData("Details.ContactData.ContactId", "\"連絡\"")]
    [InlineData("Details.ContactData.ContactId", "{\"value\":\"call-1\"}")]
    [InlineData("Details.ContactData.CustomerEndpoint", "\"+819012345678\"")]
    [InlineData("Details.ContactData.CustomerEndpoint.Address", "{\"E164\":\"+819012345678\"}")]
    public async Task A_contact_that_cannot_be_told_from_others_is_an_invalid_request(string field, string value)
    {
        foreach (var function in Enum.GetValues<ConnectFunction>())
        {
            Assert.Equal(
                Outcome.InvalidRequest, await ContractEvents.Answer(function, ContractEvents.Of(function, field, value)));
        }
    }

    [Fact]
    public async Task A_contact_id_may_have_128_characters_and_no_more()
    {
        var longest = Connect("Details.ContactData.ContactId", $"\"{new string('c', 128)}\"");
        var tooLong = Connect("Details.ContactData.ContactId", $"\"{new string('c', 129)}\"");

        Assert.Equal(Outcome.Cancelled, await ContractEvents.Answer(ConnectFunction.CancelOrder, longest));
        Assert.Equal(Outcome.InvalidRequest, await ContractEvents.Answer(ConnectFunction.CancelOrder, tooLong));

        static byte[] Connect(string path, string value) => ContractEvents.Of(ConnectFunction.CancelOrder, path, value);
    }

    [Theory]
    [InlineData("Details.Parameters", "null", Outcome.Cancelled)]
    [InlineData("Details.Parameters", "{}", Outcome.Cancelled)]
    [InlineData("Details.Parameters.CallerID", "null", Outcome.Cancelled)]
    [InlineData("Details.Parameters.orderId", "null", Outcome.Cancelled)]
    [InlineData("Details.Parameters.orderedItem", "null", Outcome.Cancelled)]
    [InlineData("Details.Parameters.orderedItem", "{\"name\":[\"a\",{\"b\":1}]}", Outcome.Cancelled)]
    [InlineData("Details.Parameters.cart", "[[],{\"a\":null},1.5,true]", Outcome.Cancelled)]
    [InlineData("Details.ContactData.Channel", "null", Outcome.CallerUnidentified)]
    [InlineData("Details.ContactData.LanguageCode", "null", Outcome.Cancelled)]
    [InlineData("Details.ContactData.CustomerEndpoint", "null", Outcome.CallerUnidentified)]
    [InlineData("Details.ContactData.CustomerEndpoint", "{}", Outcome.CallerUnidentified)]
    [InlineData("Details.ContactData.CustomerEndpoint.Address", "null", Outcome.CallerUnidentified)]
    [InlineData("Details.ContactData.CustomerEndpoint.Type", "null", Outcome.CallerUnidentified)]
    [InlineData("Details.ContactData.SegmentAttributes", "null", Outcome.Cancelled)]
    [InlineData("Details.ContactData.SegmentAttributes", "{}", Outcome.Cancelled)]
    [InlineData("Details.ContactData.SegmentAttributes", "{\"connect:Subtype\":null}", Outcome.Cancelled)]
    [InlineData("Details.ContactData.SegmentAttributes", "{\"connect:Subtype\":{\"ValueString\":null,\"ValueMap\":{}}}", Outcome.Cancelled)]
    [InlineData("Details.ContactData.SegmentAttributes", "{\"connect:Other\":7}", Outcome.Cancelled)]
    [InlineData("Details.ContactData.Attributes", "[1,2,{\"a\":{}}]", Outcome.Cancelled)]
    [InlineData("Details.ContactData.Queue", "\"a queue\"", Outcome.Cancelled)]
    [InlineData("Details.ContactData.SomethingNew", "{\"ContactId\":42}", Outcome.Cancelled)]
    [InlineData("Details.SomethingNew", "42", Outcome.Cancelled)]
    [InlineData("Name", "null", Outcome.Cancelled)]
    [InlineData("SomethingNew", "[]", Outcome.Cancelled)]
    public async Task What_may_be_missing_may_be_null_and_what_is_not_read_may_be_anything(
        string path, string value, Outcome outcome) =>
        Assert.Equal(
            outcome,
            await ContractEvents.Answer(
                ConnectFunction.CancelOrder, ContractEvents.Of(ConnectFunction.CancelOrder, path, value)));

    [Theory]
    [InlineData("\"ContactId\"", "\"ContactId\":\"call-2\",\"ContactId\"")]
    [InlineData("\"orderId\"", "\"orderId\":\"200\",\"orderId\"")]
    [InlineData("\"Address\"", "\"Address\":\"+819087654321\",\"Address\"")]
    [InlineData("\"Parameters\"", "\"Parameters\":{},\"Parameters\"")]
    [InlineData("\"ContactData\"", "\"ContactData\":null,\"ContactData\"")]
    [InlineData("\"Details\"", "\"Details\":null,\"Details\"")]
    [InlineData("\"orderId\"", "\"order\\u0049d\":\"200\",\"orderId\"")]
    public async Task A_field_that_is_given_twice_is_an_invalid_request(string name, string twice) =>
        Assert.Equal(
            Outcome.InvalidRequest,
            await ContractEvents.Answer(
                ConnectFunction.CancelOrder, ContractEvents.Replacing(ConnectFunction.CancelOrder, name, twice)));

    [Theory]
    [InlineData("\"100\"", "\"\\ud800\"")]
    [InlineData("\"100\"", "\"\\udc00\\ud800\"")]
    [InlineData("\"5ca32fbd-8f92-46af-92a5-6b0f970f0efe\"", "\"\\ud83e\"")]
    [InlineData("\"VOICE\"", "\"\\ud83e\"")]
    [InlineData("\"ja-JP\"", "\"\\ud83e\"")]
    [InlineData("\"+819012345678\"", "\"+819012345678\\ud83e\"")]
    [InlineData("\"orderId\"", "\"\\ud83e\":1,\"orderId\\ud83e\"")]
    [InlineData("\"ContactId\"", "\"ContactId\\ud83e\"")]
    [InlineData("\"100\"", "\"1\n00\"")]
    [InlineData("\"100\"", "\"\\x31\"")]
    public async Task Text_that_is_no_Unicode_or_no_JSON_is_an_invalid_request(string text, string broken) =>
        Assert.Equal(
            Outcome.InvalidRequest,
            await ContractEvents.Answer(
                ConnectFunction.CancelOrder, ContractEvents.Replacing(ConnectFunction.CancelOrder, text, broken)));

    [Fact]
    public async Task Half_a_character_in_what_is_not_read_disturbs_nobody() =>
        Assert.Equal(
            Outcome.Cancelled,
            await ContractEvents.Answer(
                ConnectFunction.CancelOrder,
                ContractEvents.Replacing(
                    ConnectFunction.CancelOrder, "\"Attributes\": {}", "\"Attributes\": {\"\\ud83e\":\"\\ud83e\"}")));

    [Theory]
    [InlineData("{\"Details\":{\"Parameters\":{\"orderId\":100},\"ContactData\":{\"ContactId\":\"1\"}}}", "$.Details.Parameters.orderId must be a string.")]
    [InlineData("{\"Details\":{\"Parameters\":100}}", "at $.Details.Parameters (line 1, byte ")]
    [InlineData("{\"Details\":{\n\"Parameters\":{\"orderId\":nJustin}}}", "at $.Details.Parameters.orderId (line 2, byte 26)")]
    [InlineData("{\"Details\":{\"Justin\":[}}", "at $.Details (line 1, byte 23)")]
    [InlineData("[]", "at $ (line 1, byte 2)")]
    public async Task The_log_says_where_the_event_is_wrong(string json, string where)
    {
        var line = Line.Over(Demo.Order);

        await line.Answer(ConnectFunction.CancelOrder, Encoding.UTF8.GetBytes(json));

        Assert.Contains(where, Assert.Single(Assert.Single(line.Log).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_without_a_language_is_refused_in_the_shops()
    {
        var line = Line.Over(Line.Store(Demo.Order), CallContract.Now, Domain.Language.English);

        var reply = await line.Answer(ConnectFunction.CancelOrder, "{}"u8.ToArray());

        Assert.StartsWith("I'm sorry", reply.Value("message"), StringComparison.Ordinal);
    }
}
