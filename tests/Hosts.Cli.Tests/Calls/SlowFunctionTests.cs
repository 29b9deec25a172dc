using System.Text;
using NodaTime;
using OrderHotline.Adapters.InMemory;
using OrderHotline.Application;
using OrderHotline.CallSimulator.Functions;
using OrderHotline.CallSimulator.Scenarios;
using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Cli.Tests;

/// <summary>A function that is out of time is Connect's error branch, wherever it runs.</summary>
public sealed class SlowFunctionTests : IDisposable
{
    const string Morning = "2026-11-25T10:00+09:00";

    static readonly TimeSpan TooLong = TimeSpan.FromMinutes(2);

    readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    [Theory]
    [InlineData("OrderTableRead", "\n", "ただいまご注文の状況を確認できません。")]
    [InlineData("CancelOrder", "\n2\n1", "キャンセルの結果を確認できませんでした。")]
    public async Task A_slow_function_elsewhere_is_the_error_branch_and_the_trace_says_how_long_was_waited(
        string slow, string acts, string words)
    {
        await using var elsewhere = At(name => name == slow ? TooLong : TimeSpan.Zero);

        var ran = (await Call(elsewhere, limit: 1, acts)).Succeeded();

        Assert.Contains($"{slow} failed: no answer within 1 seconds.", ran.Output, StringComparison.Ordinal);
        Assert.Contains($". {slow}", ran.Output, StringComparison.Ordinal);
        Assert.Contains("NoMatchingError -> ", ran.Output, StringComparison.Ordinal);
        Assert.Contains(words, ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_elsewhere_has_all_the_time_that_the_flow_gives_it()
    {
        // 0.4 s are left when the answer comes: the line's own functions would have given up by then.
        await using var elsewhere = At(_ => TimeSpan.FromSeconds(7.6));

        var ran = (await Call(elsewhere, limit: 8, "\n")).Succeeded();

        Assert.Contains("OrderTableRead -> {\"lambdaResult\":\"Success\",\"outcome\":\"OrderFound\"", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("no answer within", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.8)]
    public async Task The_lines_own_functions_over_a_slow_table_answer_in_time_that_they_could_not_or_not_at_all(double limit)
    {
        var answer = await OverA(new SlowOrders(heedsCancellation: true), limit);

        if (answer is FunctionAnswer.Replied(var json, _))
        {
            Assert.Contains("\"outcome\":\"Unavailable\"", Encoding.UTF8.GetString(json.Span), StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal($"no answer within {limit} seconds.", Assert.IsType<FunctionAnswer.Failed>(answer).Reason);
        }
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.7)]
    public async Task A_table_that_holds_on_to_the_lines_own_functions_does_not_hold_the_call(double limit)
    {
        var answer = await OverA(new SlowOrders(heedsCancellation: false), limit);

        Assert.Equal($"no answer within {limit} seconds.", Assert.IsType<FunctionAnswer.Failed>(answer).Reason);
        Assert.True(answer.Took >= Duration.FromSeconds(limit));
    }

    [Fact]
    public async Task Whoever_interrupts_the_call_is_heard()
    {
        using var interrupted = new CancellationTokenSource();
        await interrupted.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => MeasuredFunctions.Around(
            (_, stop) => Task.FromCanceled<FunctionAnswer>(stop))(A(limit: 3), interrupted.Token));
    }

    Task<Ran> Call(FunctionsElsewhere elsewhere, int limit, string acts)
    {
        desk.Put("acts.txt", acts);
        DeployWithALimitOf(limit);
        return desk.Type($"call --trace --now {Morning} --input @acts.txt --deploy @deploy --lambda-endpoint {elsewhere.Address}");
    }

    void DeployWithALimitOf(int seconds)
    {
        var from = ShopOption.DeployedFolder.FullName;
        foreach (var file in Directory.EnumerateFiles(from, "*.json", SearchOption.AllDirectories))
        {
            var to = Path.Combine(desk.PathOf("deploy"), Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.WriteAllText(to, File.ReadAllText(file).Replace(
                "\"InvocationTimeLimitSeconds\": \"8\"", $"\"InvocationTimeLimitSeconds\": \"{seconds}\"", StringComparison.Ordinal));
        }
    }

    static FunctionsElsewhere At(Func<string, TimeSpan> delay) =>
        new(ScenarioMoment.TryParse(Morning, out var now) ? now : throw new FormatException(Morning), delay);

    static Task<FunctionAnswer> OverA(IOrders orders, double limit)
    {
        var (shop, _) = ShopOption.Read(new(Path.Combine(ShopOption.DeployedFolder.FullName, "shop.json")), _ => null);
        return MeasuredFunctions.Around(new LineFunctions(LinePorts.Over(orders), shop, _ => { }).Invoke)(A(limit), TestContext.Current.CancellationToken);
    }

    static FunctionCall A(double limit) => new(
        "OrderTableRead",
        CallContract.Event("order-table-read"),
        Instant.FromUtc(2026, 11, 25, 1, 0),
        Duration.FromSeconds(limit));

    sealed class SlowOrders(bool heedsCancellation) : IOrders
    {
        readonly InMemoryOrders orders = new();

        public async Task<OrderSearch> Latest(PhoneNumber owner, CancellationToken cancellation)
        {
            await Wait(cancellation);
            return await orders.Latest(owner, cancellation);
        }

        public async Task<OrderSearch> Find(PhoneNumber owner, OrderId id, CancellationToken cancellation)
        {
            await Wait(cancellation);
            return await orders.Find(owner, id, cancellation);
        }

        public Task<StoreResult> Store(OrderChange change, CancellationToken cancellation) => orders.Store(change, cancellation);

        Task Wait(CancellationToken cancellation) => Task.Delay(TooLong, heedsCancellation ? cancellation : CancellationToken.None);
    }
}
