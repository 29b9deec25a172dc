using System.Net;
using System.Net.Sockets;
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

    [Fact]
    public async Task Every_request_ends_when_the_time_for_the_answer_does_even_if_nobody_calls_it_off()
    {
        using var silent = new TcpListener(IPAddress.Loopback, port: 0);
        silent.Start();
        var settings = new CustomerTableSettings
        {
            Endpoint = new() { Address = new Uri($"http://{silent.LocalEndpoint}"), Region = "ap-northeast-1" },
        };
        var time = new AnswerTime(TimeProvider.System);
        using var client = Aws.CustomerTable.Connect(settings, time, new BasicAWSCredentials("local", "local"));
        var orders = new DynamoDbOrders(client, settings);
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

    sealed class PassingTime : TimeProvider
    {
        long now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => now;

        public void Pass(TimeSpan time) => now += time.Ticks;
    }
}
