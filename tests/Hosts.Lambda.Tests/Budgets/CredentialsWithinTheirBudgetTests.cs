using System.Net;
using System.Net.Sockets;
using System.Text;
using OrderHotline.Contracts;
using OrderHotline.RuntimeApi;

namespace OrderHotline.Hosts.Lambda.Tests;

public sealed class CredentialsWithinTheirBudgetTests(Dynalite dynalite)
{
    const string Credentials =
        """{"AccessKeyId":"local","SecretAccessKey":"local","Token":"local","Expiration":"2099-01-01T00:00:00Z","Code":"Success"}""";

    static readonly string Whole = $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Credentials.Length}\r\n\r\n{Credentials}";

    public static TheoryData<string, int> Stalls =>
    [
        .. from variable in new[] { "AWS_CONTAINER_CREDENTIALS_FULL_URI", "AWS_EC2_METADATA_SERVICE_ENDPOINT" }
           from length in new[] { 0, Whole.Length - Credentials.Length, Whole.Length - 1 }
           select (variable, length),
    ];

    [Theory]
    [MemberData(nameof(Stalls))]
    public async Task A_source_of_credentials_that_stalls_costs_no_call_its_answer_and_is_asked_anew(string variable, int bytes)
    {
        using var table = await TestTable.WithTheDemoItem(dynalite);
        await using var source = new Source { Answer = Whole[..bytes] };
        await using var lambda = RunningLambda.Start(
            "OrderTableRead",
            [.. table.Variables, RunningLambda.ContractNow, ("AWS_ACCESS_KEY_ID", ""), ("AWS_SECRET_ACCESS_KEY", ""), (variable, source.Url)]);
        await lambda.Api.Ready.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal("Unavailable", (await Ask(lambda))["outcome"]);
        Assert.True(source.Requests > 0, "Nobody asked it.");

        // Of the two, only the container's can be served by one answer.
        if (variable.StartsWith("AWS_CONTAINER", StringComparison.Ordinal))
        {
            source.Answer = Whole;
            Assert.Equal("OrderFound", (await Ask(lambda))["outcome"]);
        }
    }

    static Task<Dictionary<string, string>> Ask(RunningLambda lambda) =>
        lambda.Ask(new LambdaEvent(Encoding.UTF8.GetString(CallContract.Event("order-table-read")))
        {
            Deadline = DateTimeOffset.UtcNow.AddSeconds(8),
            TimesOut = true,
        });

    sealed class Source : IAsyncDisposable
    {
        readonly TcpListener listener = new(IPAddress.Loopback, port: 0);
        readonly CancellationTokenSource stopping = new();
        readonly Task accepting;
        int requests;

        public Source()
        {
            listener.Start();
            accepting = Accept();
        }

        public string Url => $"http://{listener.LocalEndpoint}/";

        public int Requests => requests;

        /// <summary>What is said to a request, before the silence.</summary>
        public required string Answer { get; set; }

        public async ValueTask DisposeAsync()
        {
            await stopping.CancelAsync();
            await accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            listener.Dispose();
            stopping.Dispose();
        }

        async Task Accept()
        {
            var connections = new List<TcpClient>();
            try
            {
                while (true)
                {
                    var connection = await listener.AcceptTcpClientAsync(stopping.Token);
                    connections.Add(connection);
                    _ = await connection.GetStream().ReadAsync(new byte[8192], stopping.Token);
                    Interlocked.Increment(ref requests);
                    await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(Answer), stopping.Token);
                }
            }
            finally
            {
                connections.ForEach(connection => connection.Dispose());
            }
        }
    }
}
