using NodaTime;
using OrderHotline.Contracts;
using OrderHotline.Domain;
using OrderHotline.FakeSns;
using OrderHotline.RuntimeApi;
using static OrderHotline.Hosts.Lambda.Tests.DeliveryEvents;

namespace OrderHotline.Hosts.Lambda.Tests;

public sealed class MessagesWithinTheirBudgetTests(Dynalite dynalite, ITestOutputHelper output) : IDisposable
{
    const string Note = "the note";

    // Every claim and every pause of the first run is over.
    static readonly Instant Later = SampleOrder.Now + Outbox.Lease + Backoff.First;

    static readonly (bool IsOfTheStream, CallSite Site)[] Sites =
    [
        (false, new("DeliverTexts", "what is due", "Query", "Outbox")),
        .. new[] { true, false }.SelectMany(isOfTheStream => new (bool, CallSite)[]
        {
            (isOfTheStream, new("DeliverTexts", "the order", "GetItem")),
            (isOfTheStream, new("DeliverTexts", "the claim", "UpdateItem")),
            (isOfTheStream, new("DeliverTexts", "the order once more", "GetItem", Nth: 2) { IsRaced = true }),
            (isOfTheStream, new("DeliverTexts", Note, "UpdateItem", Nth: 2)),
        }),
    ];

    // A machine that starts twenty processes at once keeps no promise of any of them.
    readonly SemaphoreSlim oneStart = new(1);

    public void Dispose() => oneStart.Dispose();

    [Fact]
    public async Task Whatever_happens_to_a_request_the_delivery_ends_in_time_and_no_message_is_lost_and_none_sent_twice_uncounted()
    {
        var extra = await Task.WhenAll(Sites.Select(site => Play(site.IsOfTheStream, site.Site)));

        output.WriteLine($"{Sites.Sum(site => Mishap.At(site.Site).Count())} mishaps at {Sites.Length} call sites, {extra.Sum()} extra messages.");
    }

    [Fact]
    public async Task Whatever_happens_to_a_message_its_attempt_is_noted_in_time_and_it_is_sent_once_more_at_most()
    {
        var site = new CallSite("DeliverTexts", "the message", "");
        await Task.WhenAll(
            from isOfTheStream in new[] { true, false }
            from mishap in Mishap.At(site)
            where mishap.Fault is not (TableFault.Throttled or TableFault.OverCapacity) // which are an answer of SNS
            select PlayTheMessage(isOfTheStream, mishap));
    }

    async Task PlayTheMessage(bool isOfTheStream, Mishap mishap)
    {
        using var table = await TestTable.Create(dynalite);
        await using var sns = FakeSnsEndpoint.Start();
        await using var wire = new Wire(new Uri(sns.Url));
        await oneStart.WaitAsync();
        await using var lambda = RunningLambda.Start(
            mishap.Site.Function, [.. table.Variables, ("HOTLINE_SNS_URL", wire.Url), ("HOTLINE_FIXED_NOW", $"{SampleOrder.Now}")]);
        await using var later = RunningLambda.Start(
            mishap.Site.Function, [.. table.Variables, ("HOTLINE_SNS_URL", sns.Url), ("HOTLINE_FIXED_NOW", $"{Later}")]);
        try
        {
            Assert.Equal("{}", (await lambda.Send(Schedule)).Text);
            Assert.Equal("{}", (await later.Send(Schedule)).Text);
        }
        finally
        {
            oneStart.Release();
        }

        await table.Put(Owing("1"));
        var happened = mishap.On(wire, () => Task.CompletedTask);

        var outcome = await lambda.Send(new LambdaEvent(isOfTheStream ? StreamEvent((SampleOrder.Customer, "1")) : Schedule)
        {
            Deadline = mishap.Deadline,
            TimesOut = true,
        });

        Assert.Equal((mishap, "{}"), (mishap, outcome.Text));
        Assert.Equal((mishap, 1), (mishap, happened()));
        var item = await table.Read(SampleOrder.Customer, "1");
        Assert.Equal((mishap, "1", "1"), (mishap, item["delivery"].M["attempts"].N, item["delivery"].M["inDoubt"].N));
        Assert.True(item["delivery"].M.ContainsKey("notBefore"), $"{mishap}: the attempt is not noted.");
        Assert.Equal("{}", (await later.Send(Schedule)).Text);
        Assert.Equal("Accepted", Assert.Single((await table.Read(SampleOrder.Customer, "1"))["settledMessages"].L).M["became"].S);
        Assert.Equal((mishap, mishap.Fault.IsAfterTheDeed() ? 2 : 1), (mishap, sns.Requests.Count));
    }

    async Task<int> Play(bool isOfTheStream, CallSite site)
    {
        using var table = await TestTable.Create(dynalite);
        await using var sns = FakeSnsEndpoint.Start();
        await using var wire = new Wire(dynalite.Address);
        IEnumerable<(string, string)> variables = [.. table.Variables, ("HOTLINE_SNS_URL", sns.Url)];
        await oneStart.WaitAsync();
        await using var lambda = RunningLambda.Start(
            site.Function, [.. variables, ("HOTLINE_DYNAMODB_URL", wire.Url), ("HOTLINE_FIXED_NOW", $"{SampleOrder.Now}")]);
        await using var later = RunningLambda.Start(site.Function, [.. variables, ("HOTLINE_FIXED_NOW", $"{Later}")]);
        try
        {
            await table.Put(Owing("warm-up"));
            Assert.Equal("{}", (await lambda.Send(StreamEvent((SampleOrder.Customer, "warm-up")))).Text);
            Assert.Equal("{}", (await later.Send(Schedule)).Text);
            Assert.Single(sns.Requests);
        }
        finally
        {
            oneStart.Release();
        }

        var extra = 0;
        foreach (var (i, mishap) in Mishap.At(site).Index())
        {
            var sent = sns.Requests.Count;
            var inDoubt = await Play(table, wire, lambda, later, isOfTheStream, mishap, $"{i}");
            var messages = sns.Requests.Count - sent;
            Assert.True(messages is 1 || messages == 1 + inDoubt, $"{mishap}: {messages} messages, {inDoubt} in doubt");
            extra += messages - 1;
        }

        return extra;
    }

    /// <returns>How many attempts are on record of which nobody knew whether they had reached the customer.</returns>
    static async Task<int> Play(
        TestTable table, Wire wire, RunningLambda lambda, RunningLambda later, bool isOfTheStream, Mishap mishap, string order)
    {
        await table.Put(Owing(order));
        var happened = mishap.On(wire, () => table.MoveForTheShop(SampleOrder.Customer, order, "2026-12-01"));
        var lambdaEvent = isOfTheStream ? StreamEvent((SampleOrder.Customer, order)) : Schedule;

        var outcome = await lambda.Send(new LambdaEvent(lambdaEvent) { Deadline = mishap.Deadline, TimesOut = true });

        Assert.True(happened() > 0, $"{mishap}: it never happened.");
        wire.Treat = exchange => exchange.Pass();
        if (!mishap.IsForEver)
        {
            Assert.True(outcome.Text == "{}", $"{mishap}: {outcome.Text}");
        }
        else if (isOfTheStream)
        {
            Assert.Equal((mishap, """{"batchItemFailures":[{"itemIdentifier":"1"}]}"""), (mishap, outcome.Text));
        }
        else
        {
            Assert.Equal((mishap, mishap.Site.Index.Length > 0), (mishap, outcome.IsError));
        }

        if (mishap.IsForEver)
        {
            Assert.Equal("{}", (await later.Send(Schedule)).Text);
        }

        var item = await table.Read(SampleOrder.Customer, order);
        Assert.True(!item.ContainsKey("outbox") && !item.ContainsKey("dueAt"), $"{mishap}: it is still owed.");
        var settled = Assert.Single(item["settledMessages"].L).M;
        Assert.Equal("Accepted", settled["became"].S);
        return int.Parse(settled["inDoubt"].N, System.Globalization.CultureInfo.InvariantCulture);
    }

    static OrderChange Owing(string order) => SampleOrder.Of(SampleOrder.Customer, order).Cancel();
}
