using System.Text;

namespace OrderHotline.Bench.Race.Tests;

/// <summary>A race is worth nothing if a contender may answer anything at all.</summary>
public sealed class TrustTests
{
    static readonly Contender Ours = Field.All("/repository", "/usr/bin/node").Single(contender => contender.Name == "ours");
    static readonly Contender Node = Field.All("/repository", "/usr/bin/node").Single(contender => contender.Name == "node");

    [Fact]
    public void A_change_that_was_made_is_a_success() =>
        Assert.Null(FaultOf(Ours, """{"lambdaResult":"Success","outcome":"Cancelled"}"""));

    [Theory]
    [InlineData("""{"lambdaResult":"Error","outcome":"Unavailable"}""")]
    [InlineData("""{"lambdaResult":"Success","outcome":"AlreadyCancelled"}""")]
    public void Anything_else_of_ours_stops_the_race(string reply) =>
        Assert.Contains(reply, FaultOf(Ours, reply), StringComparison.Ordinal);

    [Fact]
    public void An_error_of_the_peer_stops_the_race() =>
        Assert.NotNull(FaultOf(Node, """{"lambdaResult":"Error"}"""));

    [Fact]
    public void Calls_that_did_not_all_make_the_same_requests_stop_the_race()
    {
        var requests = new Requests();
        requests.Add(Requests.Kind.GetItem);
        requests.Add(Requests.Kind.UpdateItem);
        requests.Add(Requests.Kind.GetItem);

        Assert.Throws<RaceException>(() => requests.PerCall(2));

        requests.Add(Requests.Kind.UpdateItem);

        Assert.Equal("GetItem + UpdateItem", requests.PerCall(2));
    }

    [Theory]
    [InlineData(nameof(Function.OrderTableRead))]
    [InlineData(nameof(Function.CancelOrder))]
    [InlineData(nameof(Function.ChangeOrderDate))]
    public void Every_event_is_of_a_contact_of_its_own(string function)
    {
        var events = new Events(Enum.Parse<Function>(function), ofManyCallers: true);
        var sent = Enumerable.Range(0, 1000).Select(call => Encoding.UTF8.GetString(events.Next(call))).ToHashSet();

        Assert.Equal(1000, sent.Count);
        Assert.All(sent, json => Assert.Equal(events.Next(0).Length, json.Length));
        Assert.Equal(1000, Enumerable.Range(0, 1000).Count(call =>
            sent.Any(json => json.Contains($"\"Address\":\"{Events.CallerOf(call)}\"", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("POST / HTTP/1.1\r\nX-AMZ-Target:DynamoDB.Query\r\nContent-Length: 4\r\n\r\nbody", "DynamoDB.Query", "body")]
    [InlineData("POST / HTTP/1.1\r\ncontent-length: 0\r\nx-amz-target: a\r\n\r\n", "a", "")]
    public void A_request_is_read_whole_and_the_next_after_it(string wire, string target, string body)
    {
        var reader = new HttpRequestReader(new MemoryStream(Encoding.ASCII.GetBytes(wire + "GET /next HTTP/1.1\r\n\r\n")));

        Assert.True(reader.Read());
        Assert.Equal(target, Encoding.ASCII.GetString(reader.Header("x-amz-target")));
        Assert.Equal(body, Encoding.ASCII.GetString(reader.Body));
        Assert.True(reader.Read());
        Assert.Equal("GET /next HTTP/1.1", Encoding.ASCII.GetString(reader.Head));
        Assert.False(reader.Read());
    }

    [Fact]
    public void The_checksum_is_that_of_zip() => Assert.Equal(0xCBF43926, Crc32.Of("123456789"u8));

    static string? FaultOf(Contender contender, string reply)
    {
        var run = new Run(contender, Function.CancelOrder, new Events(Function.CancelOrder, ofManyCallers: false), warmCalls: 0);
        run.Answered(0, Encoding.UTF8.GetBytes(reply));
        return run.Fault;
    }
}
