using System.Text;
using OrderHotline.Contracts;
using OrderHotline.FakeSns;
using OrderHotline.RuntimeApi;
using static OrderHotline.Hosts.Lambda.Tests.DeliveryEvents;

namespace OrderHotline.Hosts.Lambda.Tests;

/// <summary>An answer never depends on its log line: with each kind of standard output that takes none, in a process of its own.</summary>
public sealed class LogThatCannotBeWrittenTests(Dynalite dynalite)
{
    public enum Log
    {
        /// <summary>A device without space.</summary>
        Full,

        /// <summary>There is no standard output.</summary>
        Closed,

        /// <summary>A pipe whose reader has hung up.</summary>
        HungUp,

        /// <summary>A pipe that is full, because nobody reads it.</summary>
        Unread,

        /// <summary>The same, with room for some lines.</summary>
        NearlyUnread,
    }

    public static TheoryData<Log> Logs => [.. Enum.GetValues<Log>()];

    [Theory]
    [MemberData(nameof(Logs))]
    public async Task A_call_is_answered_and_so_is_the_next(Log log)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The test gives a process its output by a shell of Unix.");
        using var table = await TestTable.WithTheDemoItem(dynalite);
        await using var lambda = Start(log, "CancelOrder", [.. table.Variables, RunningLambda.ContractNow]);

        Assert.Equal("Cancelled", (await Ask(lambda))["outcome"]);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal("Success", (await Ask(lambda))["lambdaResult"]);
        }
    }

    [Theory]
    [MemberData(nameof(Logs))]
    public async Task An_outage_is_told_however_long_its_line_would_be(Log log)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The test gives a process its output by a shell of Unix.");
        await using var lambda = Start(log, "CancelOrder", [("HOTLINE_DYNAMODB_URL", "http://127.0.0.1:9")]);

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal("Unavailable", (await Ask(lambda))["outcome"]);
        }
    }

    [Theory]
    [MemberData(nameof(Logs))]
    public async Task A_delivery_that_fails_is_reported_and_the_next_is_made(Log log)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The test gives a process its output by a shell of Unix.");
        using var table = await TestTable.Create(dynalite);
        await using var sns = FakeSnsEndpoint.Start();
        await table.Put(SampleOrder.Of(SampleOrder.Customer, "100").Cancel());
        await using var lambda = Start(log, "DeliverTexts", [.. table.Variables, ("HOTLINE_SNS_URL", sns.Url)]);

        for (var i = 0; i < 3; i++)
        {
            Assert.True((await Send(lambda, "{")).IsError);
        }

        Assert.Equal("{}", (await Send(lambda, StreamEvent((SampleOrder.Customer, "100")))).Text);
        Assert.Single(sns.Requests);
    }

    [Fact]
    public void What_cannot_be_written_is_counted_and_the_count_comes_before_the_next_line()
    {
        var (written, isFull) = (new StringBuilder(), false);
        var log = new FunctionLog(line =>
        {
            written.Append(isFull ? "" : Encoding.UTF8.GetString(line));
            return !isFull;
        });

        log.Write("{1}");
        isFull = true;
        log.Write("{2}");
        log.Write("{3}");
        isFull = false;
        log.Write("{4}");
        log.Write("{5}");

        Assert.Equal(
            "{1}\n{\"level\":\"warning\",\"message\":\"2 log line(s) before this one were lost: standard output took none.\"}\n{4}\n{5}\n",
            $"{written}");
    }

    [Fact]
    public async Task Once_the_log_is_read_again_it_tells_how_many_lines_were_lost()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The test gives a process its output by a shell of Unix.");
        using var table = await TestTable.WithTheDemoItem(dynalite);
        await using var lambda = Start(Log.Unread, "OrderTableRead", [.. table.Variables, RunningLambda.ContractNow]);
        var call = CallContract.Event("order-table-read");
        await lambda.Ask(call);
        await lambda.Ask(call);

        lambda.ReadTheLog();
        while (!lambda.LogSoFar.Contains("OrderFound", StringComparison.Ordinal))
        {
            await lambda.Ask(call);
        }

        var lines = (await lambda.Stop()).Trim('\0').Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Matches("^{\"level\":\"warning\",\"message\":\"[0-9]+ log line\\(s\\) before this one were lost: ", lines[0]);
        Assert.Contains("\"outcome\":\"OrderFound\"", lines[1], StringComparison.Ordinal);
    }

    static RunningLambda Start(Log log, string handler, IEnumerable<(string, string)> variables)
    {
        var lambda = RunningLambda.StartFromAShell(
            log switch
            {
                Log.Full => "exec \"$0\" >/dev/full",
                Log.Closed => "exec \"$0\" >&-",
                Log.Unread => "head -c 65536 /dev/zero; exec \"$0\"",
                Log.NearlyUnread => "head -c 61440 /dev/zero; exec \"$0\"",
                _ => "exec \"$0\"",
            },
            handler,
            variables);
        if (log is Log.HungUp)
        {
            lambda.HangUpOnTheLog();
        }

        return lambda;
    }

    static async Task<Dictionary<string, string>> Ask(RunningLambda lambda) =>
        RunningLambda.ReplyOf(await Send(lambda, Encoding.UTF8.GetString(CallContract.Event("cancel-order"))));

    // A minute is far more than it takes, and far less than for ever.
    static Task<Outcome> Send(RunningLambda lambda, string json) =>
        lambda.Send(new LambdaEvent(json) { Deadline = DateTimeOffset.UtcNow.AddMinutes(1), TimesOut = true });
}
