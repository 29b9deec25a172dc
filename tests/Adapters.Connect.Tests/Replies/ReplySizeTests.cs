using System.Text;
using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect.Tests;

public sealed class ReplySizeTests
{
    [Theory]
    [InlineData("x")]
    [InlineData("名")]
    [InlineData("🧥")]
    [InlineData("\"")]
    [InlineData("\\")]
    [InlineData("&")]
    public async Task The_largest_order_fits_many_times_into_what_Connect_takes(string letter)
    {
        var text = string.Concat(Enumerable.Repeat(letter, 10_000));
        var id = new string('髙', OrderId.MaxLength);

        var reply = await Line.Over(SampleOrder.Of(SampleOrder.Customer, id, item: text, name: text))
            .Answer(ConnectFunction.OrderTableRead, new FlowEvent());

        Assert.Equal(Outcome.OrderFound, reply.Outcome);
        Assert.Empty(ReplyRules.BrokenBy(ConnectFunction.OrderTableRead, reply));
        Assert.InRange(reply.ToJson().Length, 1, 32 * 1024 / 4);
    }

    [Fact]
    public async Task Letters_stay_letters_on_the_wire()
    {
        var reply = await Line.Over(SampleOrder.Of(SampleOrder.Customer, "100", item: "お茶 'A'"))
            .Answer(ConnectFunction.OrderTableRead, new FlowEvent());

        Assert.Contains("お茶 'A'", Encoding.UTF8.GetString(reply.ToJson()), StringComparison.Ordinal);
    }
}
