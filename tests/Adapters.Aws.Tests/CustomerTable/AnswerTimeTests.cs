using System.Net;
using System.Net.Sockets;
using System.Text;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using OrderHotline.Contracts;

namespace OrderHotline.Adapters.Aws.Tests;

public sealed class AnswerTimeTests
{
    [Theory]
    [InlineData(60, 0, 1_800)]
    [InlineData(7, 0, 1_800)]
    [InlineData(7, 4, 1_000)]
    [InlineData(2.4, 0, 800)]
    [InlineData(2.4, 1.2, 400)]
    [InlineData(2.4, 2.3, 200)]
    [InlineData(2.4, 9, 200)]
    public void An_attempt_gets_a_third_of_what_is_left_within_bounds(double whole, double passed, double attempt)
    {
        var clock = new PassingTime();
        var time = new AnswerTime(clock);
        clock.Pass(TimeSpan.FromHours(1));

        time.Begin(TimeSpan.FromSeconds(whole));
        clock.Pass(TimeSpan.FromSeconds(passed));

        Assert.Equal(attempt, time.OneAttempt.TotalMilliseconds, tolerance: 0.01);
        Assert.Equal(Math.Max(0, whole - passed), time.Left.TotalSeconds, tolerance: 0.001);
    }

    [Theory]
    [InlineData(Client.GivingItsThreadBack, "")]
    [InlineData(Client.Blocking, "")]
    [InlineData(Client.Blocking, "HTTP/1.1 200 OK\r\nContent-Le")]
    [InlineData(Client.Blocking, "HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.0\r\nContent-Length: 100\r\n\r\n{\"Item\":")]
    public async Task Every_request_ends_when_the_time_for_the_answer_does_even_if_nobody_calls_it_off(Client kind, string begun)
    {
        await using var table = new TableThatStops(begun);
        var time = new AnswerTime(TimeProvider.System);
        using var client = Connect(kind, table, time);
        var orders = new DynamoDbOrders(client, table.Settings);
        Func<Task>[] requests =
        [
            () => orders.Find(SampleOrder.Customer, SampleOrder.Id("1"), CancellationToken.None),
            () => orders.Latest(SampleOrder.Customer, CancellationToken.None),
            () => orders.Store(SampleOrder.Of(SampleOrder.Customer, "1").Cancel(), CancellationToken.None),
        ];

        foreach (var request in requests)
        {
            time.Begin(TimeSpan.FromMilliseconds(300));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(request);
        }
    }

    [Fact]
    public async Task What_does_not_say_how_long_its_answer_is_is_no_table()
    {
        await using var table = new TableThatStops("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
        var time = new AnswerTime(TimeProvider.System);
        time.Begin(TimeSpan.FromMinutes(1));
        using var client = Connect(Client.Blocking, table, time);

        var failure = await Assert.ThrowsAnyAsync<Exception>(
            () => new DynamoDbOrders(client, table.Settings).Latest(SampleOrder.Customer, TestContext.Current.CancellationToken));

        Assert.Contains("did not say how long", failure.ToString(), StringComparison.Ordinal);
    }

    static AmazonDynamoDBClient Connect(Client kind, TableThatStops table, AnswerTime time)
    {
        var credentials = new BasicAWSCredentials("local", "local");
        return kind is Client.Blocking
            ? Aws.CustomerTable.ConnectBlocking(table.Settings, time, credentials)
            : Aws.CustomerTable.Connect(table.Settings, time, credentials);
    }

    public enum Client
    {
        GivingItsThreadBack,
        Blocking,
    }

    /// <summary>Reads requests, begins to answer, and says nothing more.</summary>
    sealed class TableThatStops : IAsyncDisposable
    {
        readonly TcpListener listener = new(IPAddress.Loopback, port: 0);
        readonly CancellationTokenSource stopping = new();
        readonly Task accepting;

        public TableThatStops(string begun)
        {
            listener.Start();
            accepting = Accept(Encoding.ASCII.GetBytes(begun));
        }

        public CustomerTableSettings Settings => new()
        {
            Endpoint = new() { Address = new Uri($"http://{listener.LocalEndpoint}"), Region = "ap-northeast-1" },
        };

        public async ValueTask DisposeAsync()
        {
            await stopping.CancelAsync();
            await accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            listener.Dispose();
            stopping.Dispose();
        }

        async Task Accept(byte[] begun)
        {
            var connections = new List<TcpClient>();
            try
            {
                while (true)
                {
                    var connection = await listener.AcceptTcpClientAsync(stopping.Token);
                    connections.Add(connection);
                    Assert.NotEqual(0, await connection.GetStream().ReadAtLeastAsync(new byte[64 * 1024], 1, cancellationToken: stopping.Token));
                    await connection.GetStream().WriteAsync(begun, stopping.Token);
                }
            }
            finally
            {
                connections.ForEach(connection => connection.Dispose());
            }
        }
    }

    sealed class PassingTime : TimeProvider
    {
        long now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => now;

        public void Pass(TimeSpan time) => now += time.Ticks;
    }
}
