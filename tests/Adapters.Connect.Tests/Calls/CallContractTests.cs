using System.Text;
using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect.Tests;

public sealed class CallContractTests
{
    public static TheoryData<string, string> Examples => CallContract.Examples;

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task A_flow_written_for_the_demo_gets_the_reply_it_was_written_for(string function, string example)
    {
        var line = Line.Over(Line.Store(Demo.Order), CallContract.Now, trusted: new TrustedChannels(Channel.Chat));

        var reply = await line.Answer(Enum.Parse<ConnectFunction>(function), CallContract.Event(example));

        CallContract.Holds(example, reply.ToJson());
        Assert.Empty(ReplyRules.BrokenBy(Enum.Parse<ConnectFunction>(function), reply));
        Assert.Null(Assert.Single(line.Log).Fault);
    }

    [Fact]
    public async Task A_chat_that_the_shop_does_not_trust_identifies_nobody()
    {
        var reply = await Line.Over(Line.Store(Demo.Order), CallContract.Now)
            .Answer(ConnectFunction.OrderTableRead, CallContract.Event("chat"));

        Assert.Equal((Outcome.CallerUnidentified, "False"), (reply.Outcome, reply.Value("recordFound")));
    }

    [Theory]
    [InlineData("chat")]
    [InlineData("cancel-order")]
    [InlineData("order-table-read")]
    public async Task On_a_channel_without_a_name_nobody_is_identified_whatever_is_trusted(string example)
    {
        var trusted = new TrustedChannels(Channel.Chat, Channel.Sms, Channel.Email, Channel.Task, Channel.WebRtc);
        var json = Encoding.UTF8.GetString(CallContract.Event(example));
        foreach (var channel in new[] { "\"BANANA\"", "\"voice\"", "\"chat\"", "\"Chat\"", "\"\"", "\" VOICE\"", "null", "\"WEBRTC\"" })
        {
            var odd = json.Replace("\"Channel\": \"CHAT\"", $"\"Channel\": {channel}", StringComparison.Ordinal)
                .Replace("\"Channel\": \"VOICE\"", $"\"Channel\": {channel}", StringComparison.Ordinal);
            foreach (var function in Enum.GetValues<ConnectFunction>())
            {
                var reply = await Line.Over(Line.Store(Demo.Order), CallContract.Now, trusted: trusted)
                    .Answer(function, Encoding.UTF8.GetBytes(function is ConnectFunction.OrderTableRead or ConnectFunction.CancelOrder
                        ? odd
                        : odd.Replace(
                            "\"Parameters\": {",
                            "\"Parameters\": {\"shippingDate\": \"2018-11-14\", \"operation\": \"CancelOrder\", \"code\": \"123456\",",
                            StringComparison.Ordinal)));

                Assert.Equal((channel, function, Outcome.CallerUnidentified), (channel, function, reply.Outcome));
            }
        }
    }

    [Fact]
    public void Every_event_of_the_contract_is_among_the_examples() =>
        Assert.Equal(CallContract.EventNames.Order(), CallContract.Examples.Select(row => row.Data.Item2).Order());

    [Fact]
    public void Every_function_is_among_the_examples() =>
        Assert.Equal(
            Enum.GetNames<ConnectFunction>().Order(), CallContract.Examples.Select(row => row.Data.Item1).Distinct().Order());

    [Fact]
    public void A_reply_that_breaks_the_contract_is_seen() =>
        Assert.ThrowsAny<Exception>(() => CallContract.Holds("order-table-read", """{"lambdaResult":"Success"}"""u8));
}
