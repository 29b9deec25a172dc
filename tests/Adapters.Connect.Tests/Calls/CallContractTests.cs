using OrderHotline.Contracts;

namespace OrderHotline.Adapters.Connect.Tests;

public sealed class CallContractTests
{
    public static TheoryData<string, string> Examples => CallContract.Examples;

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task A_flow_written_for_the_demo_gets_the_reply_it_was_written_for(string function, string example)
    {
        var line = Line.Over(Line.Store(Demo.Order), CallContract.Now);

        var reply = await line.Answer(Enum.Parse<ConnectFunction>(function), CallContract.Event(example));

        CallContract.Holds(example, reply.ToJson());
        Assert.Empty(ReplyRules.BrokenBy(Enum.Parse<ConnectFunction>(function), reply));
        Assert.Null(Assert.Single(line.Log).Fault);
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
