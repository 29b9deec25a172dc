using System.Text;
using Amazon.Lambda.Core;

namespace OrderHotline.Compat.Lambda.Tests.StandIn;

public sealed class OneRecordAMessage
{
    [Theory]
    [InlineData("plain", "plain\n")]
    [InlineData("注文📦", "注文📦\n")]
    [InlineData("first\nsecond", "first\rsecond\n")]
    [InlineData("first\r\nsecond", "first\rsecond\n")]
    [InlineData("first\n\nthird", "first\r\rthird\n")]
    [InlineData("ended\n", "ended\n")]
    [InlineData("", "\n")]
    public void A_message_is_one_line_whatever_it_holds(string message, string record)
    {
        using var output = new MemoryStream();

        new LogRecords(To(output)).Write(message);

        Assert.Equal(record, Encoding.UTF8.GetString(output.ToArray()));
    }

    static TryWrite To(MemoryStream output) => record =>
    {
        output.Write(record);
        return true;
    };

    [Fact]
    public void Records_written_at_the_same_time_do_not_mix()
    {
        using var output = new MemoryStream();
        var records = new LogRecords(To(output));

        Parallel.For(0, 200, i => records.Write($"{i}:{new string('x', 500)}:{i}"));

        var lines = Encoding.UTF8.GetString(output.ToArray()).TrimEnd('\n').Split('\n');
        Assert.Equal(200, lines.Length);
        Assert.All(lines, line => Assert.Equal(line.Split(':')[0], line.Split(':')[2]));
    }
}
