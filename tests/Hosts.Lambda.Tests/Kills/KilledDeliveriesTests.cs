using OrderHotline.Contracts;
using OrderHotline.Domain;
using OrderHotline.FakeSns;
using static OrderHotline.Hosts.Lambda.Tests.DeliveryEvents;

namespace OrderHotline.Hosts.Lambda.Tests;

/// <summary>A function is killed after SNS has taken a message, and before or while that is noted; the schedule comes when the lease has
/// ended.</summary>
public sealed class KilledDeliveriesTests(Dynalite dynalite, ITestOutputHelper output)
{
    const int Kills = 20;

    [Fact]
    public async Task Killed_between_publish_and_note_a_function_has_lost_no_message_and_cost_one_more_at_most_which_is_counted()
    {
        using var table = await TestTable.Create(dynalite);
        await using var sns = FakeSnsEndpoint.Start();
        await using var wire = new Wire(dynalite.Address);
        var moment = new KillMoment(Environment.TickCount);
        var (extra, counted) = (0, 0);
        for (var kill = 0; kill <= Kills; kill++)
        {
            await using var lambda = RunningLambda.Start(
                "DeliverTexts",
                [
                    .. table.Variables, ("HOTLINE_DYNAMODB_URL", wire.Url), ("HOTLINE_SNS_URL", sns.Url),
                    ("HOTLINE_FIXED_NOW", $"{SampleOrder.Now + (Outbox.Lease * kill)}"),
                ]);
            await lambda.Api.Ready.WaitAsync(TestContext.Current.CancellationToken);
            if (kill > 0)
            {
                Assert.Equal("{}", (await lambda.Send(Schedule)).Text);
                var (messages, inDoubt) = await Ended(table, sns, $"{kill - 1}", moment);
                extra += messages - 1;
                counted += inDoubt;
            }

            if (kill < Kills)
            {
                await table.Put(SampleOrder.Of(SampleOrder.Customer, $"{kill}").Cancel());
                await KillDuring($"{kill}", lambda, wire, sns, moment);
                Assert.Equal(1, MessagesFor(sns, $"{kill}"));
            }
        }

        Assert.Equal((moment.Seed, extra), (moment.Seed, counted));
        output.WriteLine(
            $"Seed {moment.Seed}: {Kills} kills after the publish, {extra} before the note was applied and {Kills - extra} after it. "
            + $"No message lost, {extra} sent twice, {counted} of them counted.");
    }

    static async Task KillDuring(string order, RunningLambda lambda, Wire wire, FakeSnsEndpoint sns, KillMoment moment)
    {
        var (kind, writes) = (moment.Kind(5), 0);
        wire.Treat = async exchange =>
        {
            if (exchange.Operation != "UpdateItem" || Interlocked.Increment(ref writes) == 1 || kind < 2)
            {
                await exchange.Pass();
                return;
            }

            switch (kind)
            {
                case 2:
                    moment.Pause();
                    break;
                case 3:
                    await exchange.Forward();
                    break;
                default:
                    await exchange.Answer(moment.PartOf((await exchange.Forward()).Bytes));
                    break;
            }

            lambda.Kill();
        };
        sns.Answer(kind == 0 ? SnsAnswer.Silence : SnsAnswer.Ok("taken"));
        _ = lambda.Api.SendAsync(AMinuteFor(StreamEvent((SampleOrder.Customer, order))));
        while (!IsFor(order, await sns.NextRequestAsync(TestContext.Current.CancellationToken)))
        {
            // A message that an earlier kill cost.
        }

        if (kind < 2)
        {
            moment.Pause();
            lambda.Kill();
        }

        await lambda.Ended.WaitAsync(TestContext.Current.CancellationToken);
        wire.Treat = exchange => exchange.Pass();
    }

    /// <returns>How many messages the customer got, and how many attempts are on record as in doubt.</returns>
    static async Task<(int Messages, int InDoubt)> Ended(TestTable table, FakeSnsEndpoint sns, string order, KillMoment moment)
    {
        var item = await table.Read(SampleOrder.Customer, order);
        Assert.False(item.ContainsKey("outbox") || item.ContainsKey("dueAt"), $"seed {moment.Seed}: order {order} still owes its message.");
        var settled = Assert.Single(item["settledMessages"].L).M;
        Assert.Equal("Accepted", settled["became"].S);
        var messages = MessagesFor(sns, order);
        Assert.InRange(messages, 1, 2);
        return (messages, int.Parse(settled["inDoubt"].N, System.Globalization.CultureInfo.InvariantCulture));
    }

    static int MessagesFor(FakeSnsEndpoint sns, string order) => sns.Requests.Count(request => IsFor(order, request));

    static bool IsFor(string order, ReceivedRequest request) =>
        request.Parameters["Message"].EndsWith($": {order}", StringComparison.Ordinal);
}
