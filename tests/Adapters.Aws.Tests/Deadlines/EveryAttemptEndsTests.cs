using System.Net;
using System.Net.Sockets;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Aws.Tests;

/// <summary>However a service fails to answer, the request ends when its time does.</summary>
public sealed class EveryAttemptEndsTests
{
    static readonly BasicAWSCredentials Credentials = new("local", "local");
    public static TheoryData<string> Stalls => [.. ServiceFaults.Stalls.Keys];

    [Theory]
    [MemberData(nameof(Stalls))]
    public async Task A_request_to_the_table_ends_when_the_answer_is_due_even_if_nobody_calls_it_off(string fault)
    {
        await using var service = new FaultyService(ServiceFaults.Stalls[fault]);

        await Task.WhenAll(Enum.GetValues<Client>().SelectMany(kind => RequestsToTheTable(kind, service.Address)));
    }

    [Fact]
    public async Task A_request_to_the_table_ends_when_the_answer_is_due_even_if_no_connection_is_made()
    {
        using var full = new FullListener();

        await Task.WhenAll(Enum.GetValues<Client>().SelectMany(kind => RequestsToTheTable(kind, full.Address)));
    }

    [Fact]
    public async Task A_request_to_the_table_ends_when_the_answer_is_due_even_if_the_handshake_stalls()
    {
        await using var service = new FaultyService(FaultyService.Stall(""));
        var address = new UriBuilder(service.Address) { Scheme = "https" }.Uri;

        await Task.WhenAll(Enum.GetValues<Client>().SelectMany(kind => RequestsToTheTable(kind, address)));
    }

    [Fact]
    public async Task A_message_ends_within_what_the_lease_leaves_it_however_its_answer_stalls()
    {
        var services = ServiceFaults.Stalls.Select(fault => new FaultyService(fault.Value)).ToList();
        using var full = new FullListener();
        Uri[] addresses =
            [.. services.Select(service => service.Address), full.Address, new UriBuilder(services[0].Address) { Scheme = "https" }.Uri];

        // The limit is the domain's: an attempt is begun when so much of the lease is left.
        await Task.WhenAll(addresses.Select(address => Assert.ThrowsAnyAsync<Exception>(() => SnsMessageSender
            .Open(new SnsSettings { Endpoint = new() { Address = address, Region = "ap-northeast-1" } }, Credentials)
            .Send(SampleOrder.Customer, "Your order.", CancellationToken.None))))
            .WaitAsync(Outbox.LongestAttempt.ToTimeSpan(), TestContext.Current.CancellationToken);

        Assert.All(services, service => Assert.True(service.Requests <= 2, $"{service.Requests} requests")); // one of them is a handshake
        foreach (var service in services)
        {
            await service.DisposeAsync();
        }
    }

    [Fact]
    public async Task An_answer_that_announces_two_gigabytes_sets_aside_nothing_for_them()
    {
        foreach (var status in new[] { "200 OK", "400 -", "500 -" })
        {
            await using var service = new FaultyService(FaultyService.Stall($"HTTP/1.1 {status}\r\nContent-Length: 2000000000\r\n\r\n{{"));
            foreach (var kind in Enum.GetValues<Client>())
            {
                using var client = Connect(kind, service.Address, new AnswerDeadline(TimeProvider.System));
                var orders = new DynamoDbOrders(client, Settings(service.Address));
                var before = GC.GetTotalAllocatedBytes(precise: true);

                var fault = await Assert.ThrowsAnyAsync<Exception>(() => orders.Latest(SampleOrder.Customer, CancellationToken.None));

                Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 64 * 1024 * 1024);
                Assert.Contains("at most 8388608 bytes", fault.ToString(), StringComparison.Ordinal);
            }

            var sns = SnsMessageSender.Open(
                new SnsSettings { Endpoint = new() { Address = service.Address, Region = "ap-northeast-1" } }, Credentials);
            var refused = await Assert.ThrowsAnyAsync<Exception>(() => sns.Send(SampleOrder.Customer, "Your order.", CancellationToken.None));
            Assert.Contains("at most 65536 bytes", refused.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_answer_without_an_end_is_refused_when_it_is_longer_than_the_service_s_longest()
    {
        var kilobytes = new string(' ', 64 * 1024);
        await using var service = new FaultyService(FaultyService.Repeat(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", $"{kilobytes.Length:x}\r\n{kilobytes}\r\n", TimeSpan.Zero));
        foreach (var kind in Enum.GetValues<Client>())
        {
            using var client = Connect(kind, service.Address, new AnswerDeadline(TimeProvider.System));
            var orders = new DynamoDbOrders(client, Settings(service.Address));

            var fault = await Assert.ThrowsAnyAsync<Exception>(() => orders.Latest(SampleOrder.Customer, CancellationToken.None));

            Assert.Contains("at most 8388608 bytes", fault.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Content-Length: 29\r\n\r\n{\"Count\":0,\"ScannedCount\":0} ")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n5\r\n{\"Cou\r\n17\r\nnt\":0,\"ScannedCount\":0}\r\n0\r\n\r\n")]
    [InlineData("Connection: close\r\n\r\n{\"Count\":0,\"ScannedCount\":0}")]
    public async Task An_answer_is_read_however_it_says_its_length(string rest)
    {
        await using var service = new FaultyService(FaultyService.End($"HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.0\r\n{rest}"));
        foreach (var kind in Enum.GetValues<Client>())
        {
            using var client = Connect(kind, service.Address, new AnswerDeadline(TimeProvider.System));
            var orders = new DynamoDbOrders(client, Settings(service.Address));

            Assert.IsType<OrderSearch.NoOrder>(await orders.Latest(SampleOrder.Customer, TestContext.Current.CancellationToken));
        }
    }

    public static TheoryData<string> Breaks => [.. ServiceFaults.Breaks.Keys];

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task A_request_is_made_three_times_at_most_whatever_breaks(string fault)
    {
        foreach (var kind in Enum.GetValues<Client>())
        {
            await using var service = new FaultyService(ServiceFaults.Breaks[fault]);
            using var client = Connect(kind, service.Address, new AnswerDeadline(TimeProvider.System));
            var orders = new DynamoDbOrders(client, Settings(service.Address));

            await Assert.ThrowsAnyAsync<Exception>(() => orders.Latest(SampleOrder.Customer, CancellationToken.None));

            Assert.Equal((kind, 3), (kind, service.Requests));
        }
    }

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task A_message_is_handed_over_once_whatever_breaks(string fault)
    {
        await using var service = new FaultyService(ServiceFaults.Breaks[fault]);
        var sns = SnsMessageSender.Open(
            new SnsSettings { Endpoint = new() { Address = service.Address, Region = "ap-northeast-1" } }, Credentials);

        // The service says that it throttles, and so that it did not take the message. Anything else leaves that in doubt.
        if (fault == "throttling")
        {
            Assert.IsType<MessageReceipt.NotTaken>(await sns.Send(SampleOrder.Customer, "Your order.", CancellationToken.None));
        }
        else
        {
            await Assert.ThrowsAnyAsync<Exception>(() => sns.Send(SampleOrder.Customer, "Your order.", CancellationToken.None));
        }

        Assert.Equal(1, service.Requests);
    }

    static IEnumerable<Task> RequestsToTheTable(Client kind, Uri address)
    {
        Func<DynamoDbOrders, Task>[] requests =
        [
            orders => orders.Find(SampleOrder.Customer, SampleOrder.Id("1"), CancellationToken.None),
            orders => orders.Latest(SampleOrder.Customer, CancellationToken.None),
            orders => orders.Store(SampleOrder.Of(SampleOrder.Customer, "1").Cancel(), CancellationToken.None),
        ];

        return requests.Select(async request =>
        {
            var deadline = new AnswerDeadline(TimeProvider.System);
            using var client = Connect(kind, address, deadline);
            deadline.Begin(TimeSpan.FromMilliseconds(300));
            var fault = await Assert.ThrowsAnyAsync<Exception>(() => Task.Run(() => request(new DynamoDbOrders(client, Settings(address))))
                .WaitAsync(Outbox.LongestAttempt.ToTimeSpan()));
            Assert.True(fault is OperationCanceledException or IOException, $"{fault}");
        });
    }

    static CustomerTableSettings Settings(Uri address) => new() { Endpoint = new() { Address = address, Region = "ap-northeast-1" } };

    static AmazonDynamoDBClient Connect(Client kind, Uri address, AnswerDeadline deadline) => kind is Client.Blocking
        ? Aws.CustomerTable.CreateBlockingClient(Settings(address), deadline, Credentials)
        : Aws.CustomerTable.CreateClient(Settings(address), deadline, Credentials);

    public enum Client
    {
        GivingItsThreadBack,
        Blocking,
    }

    /// <summary>Listens, and accepts no connection: what comes is dropped on its way, as by a firewall.</summary>
    sealed class FullListener : IDisposable
    {
        readonly Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        readonly List<Socket> waiting = [];

        public FullListener()
        {
            listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            listener.Listen(backlog: 1);
            for (var i = 0; i < 3; i++)
            {
                var one = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                waiting.Add(one);
                _ = one.ConnectAsync(listener.LocalEndPoint!).ContinueWith(static _ => { }, TaskScheduler.Default);
            }
        }

        public Uri Address => new($"http://{(IPEndPoint)listener.LocalEndPoint!}");

        public void Dispose()
        {
            waiting.ForEach(one => one.Dispose());
            listener.Dispose();
        }
    }
}
