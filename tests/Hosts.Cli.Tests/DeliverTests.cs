using System.Diagnostics;
using OrderHotline.Contracts;

namespace OrderHotline.Hosts.Cli.Tests;

public sealed class DeliverTests(Dynalite dynalite) : IDisposable
{
    const string Whose = "--caller 090-1234-5678";
    const string Message = "message to +81********78: Your order is cancelled. / Order 100: Kettle\n";

    readonly Desk desk = new();
    readonly string table = $"Customers-{Guid.NewGuid()}";

    string Table => $"--dynamodb {dynalite.Address} --table {table}";

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task Orders_in_memory_leave_nothing_to_deliver()
    {
        var ran = (await desk.Type("deliver")).Succeeded();

        Assert.StartsWith("There is nothing to deliver: orders in memory end with the command", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_orders_of_a_file_owe_is_printed_to_a_masked_number()
    {
        desk.Put("items.json", Desk.OwingItem);

        Assert.Equal(
            Message + "order 100 of +81********78: message 1 accepted 2018-11-07T01:00:00Z as recorded-1\n",
            (await desk.Type($"deliver --orders @items.json --now {Desk.ContractNow}")).Succeeded().Output);
    }

    [Fact]
    public async Task A_message_is_delivered_once_and_the_order_tells_of_it()
    {
        await Seed();

        var delivered = (await desk.Type($"deliver {Table} --now {Desk.ContractNow}")).Succeeded();
        var again = (await desk.Type($"deliver {Table} --now {Desk.ContractNow}")).Succeeded();

        Assert.StartsWith(Message, delivered.Output, StringComparison.Ordinal);
        Assert.Equal("Nothing is due.\n", again.Output);
        Assert.EndsWith("Sent       1 accepted 2018-11-07T01:00:00Z as recorded-1\n", await Show(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_of_and_the_rest_is_delivered()
    {
        await Seed();
        desk.Put("broken.json", Desk.OwingItem.Replace("\"100\"", "\"66\"", StringComparison.Ordinal)
            .Replace("\"outboxPartition\": {\"S\": \"8\"}, \"dueAt\": {\"S\": \"2018-11-07T01:00:00Z\"}",
                "\"outboxPartition\": {\"S\": \"8\"}, \"dueAt\": {\"S\": \"1 Nov 2018\"}", StringComparison.Ordinal));
        (await desk.Type($"orders seed @broken.json {Table}")).Succeeded();

        var ran = await desk.Type($"deliver {Table} --now {Desk.ContractNow}");

        Assert.Equal(ExitCodes.Fault, ran.ExitCode);
        Assert.StartsWith(Message, ran.Output, StringComparison.Ordinal);
        Assert.Equal(
            "order 66: The outbox index holds an item that the line never wrote: its dueAt cannot be read.\n", ran.Error);
    }

    [Fact]
    public async Task Where_SNS_is_out_of_reach_the_order_tells_when_it_is_tried_again_and_how_often_it_was()
    {
        await Seed();

        var failed = (await desk.Type($"deliver {Table} --sns {OnATableTests.AddressWhereNothingListens()} --now {Desk.ContractNow}"))
            .Succeeded();

        Assert.Contains("order 100 of +81********78: in doubt, next attempt 2018-11-07T01:00:0", failed.Output, StringComparison.Ordinal);
        var owed = (await Show()).Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1];
        Assert.StartsWith("Owed       1 since 2018-11-07T01:00:00Z, in en-US; tried once, ", owed, StringComparison.Ordinal);
        Assert.Contains("again from 2018-11-07T01:00:0", owed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Through_an_endpoint_of_SNS_a_message_is_really_sent_and_what_was_refused_is_told_with_the_reason()
    {
        await Seed();
        await using var sns = FakeSns.FakeSnsEndpoint.Start();
        sns.Answer(FakeSns.SnsAnswer.Error(403, "OptedOut", "+819012345678 opted out."));

        var ran = (await desk.Type($"deliver {Table} --sns {sns.Url} --now {Desk.ContractNow}")).Succeeded();

        Assert.Equal("+819012345678", Assert.Single(sns.Requests).Parameters["PhoneNumber"]);
        Assert.Contains("message 1 refused for good 2018-11-07T01:00:00Z: OptedOut\n", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("9012345678", ran.Output + ran.Error, StringComparison.Ordinal);
        Assert.EndsWith("Not sent   1 refused for good 2018-11-07T01:00:00Z: OptedOut\n", await Show(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watching_needs_a_table()
    {
        desk.Put("items.json", Desk.OwingItem);

        (await desk.Type("deliver --orders @items.json --watch")).FailedSaying("--watch needs a table");
    }

    [Fact]
    public async Task Watching_looks_again_until_it_is_told_to_stop()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no signal to send.");
        await Seed();
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "hotline"), ["deliver", .. Table.Split(' '), "--watch"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var hotline = Process.Start(start)!;
        var cancellation = TestContext.Current.CancellationToken;

        var first = await hotline.StandardOutput.ReadLineAsync(cancellation) + await hotline.StandardOutput.ReadLineAsync(cancellation);
        await desk.Type($"orders seed @items.json {Table}");
        var second = await hotline.StandardOutput.ReadLineAsync(cancellation) + await hotline.StandardOutput.ReadLineAsync(cancellation);
        using var interrupt = Process.Start("kill", ["-TERM", $"{hotline.Id}"]);
        await hotline.WaitForExitAsync(cancellation);

        Assert.Contains("as recorded-1", first, StringComparison.Ordinal);
        Assert.Contains("as recorded-2", second, StringComparison.Ordinal);
        Assert.Equal(0, hotline.ExitCode);
    }

    async Task Seed()
    {
        desk.Put("items.json", Desk.OwingItem);
        (await desk.Type($"table create {Table}")).Succeeded();
        (await desk.Type($"orders seed @items.json {Table}")).Succeeded();
    }

    async Task<string> Show() => (await desk.Type($"orders show 100 {Whose} {Table}")).Succeeded().Output;
}
