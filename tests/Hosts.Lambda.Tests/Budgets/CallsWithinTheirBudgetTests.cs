using NodaTime;
using OrderHotline.Contracts;
using OrderHotline.Domain;
using OrderHotline.RuntimeApi;

namespace OrderHotline.Hosts.Lambda.Tests;

public sealed class CallsWithinTheirBudgetTests(Dynalite dynalite, ITestOutputHelper output) : IDisposable
{
    const string Latest = "LatestOrder";
    const string NewDate = "2026-12-04";
    const string DateOfTheShop = "2026-12-01";
    static readonly (string, string) Now = ("HOTLINE_FIXED_NOW", "2026-11-25T01:00:00Z");

    static readonly CallSite[] Sites =
    [
        new("OrderTableRead", "the latest order", "Query", Latest) { IsOfTheLatest = true },
        new("OrderTableRead", "an order never placed", "Query") { IsOfTheLatest = true, IsUnplaced = true },
        .. new[] { "CancelOrder", "ChangeOrderDate" }.SelectMany(function => new CallSite[]
        {
            new(function, "the latest order", "Query", Latest) { IsOfTheLatest = true },
            new(function, "an order never placed", "Query") { IsOfTheLatest = true, IsUnplaced = true },
            new(function, "the order", "GetItem"),
            new(function, "the change", "UpdateItem"),
            new(function, "the order once more", "GetItem", Nth: 2) { IsRaced = true },
            new(function, "the change decided again", "UpdateItem", Nth: 2) { IsRaced = true },
        }),
    ];

    // A machine that starts twenty processes at once keeps no promise of any of them.
    readonly SemaphoreSlim oneStart = new(1);

    public void Dispose() => oneStart.Dispose();

    [Fact]
    public async Task Whatever_happens_to_a_request_the_call_is_answered_in_time_and_the_order_is_changed_or_it_is_not()
    {
        using var table = await TestTable.Create(dynalite);

        var played = await Task.WhenAll(Sites.Select((site, i) => Play(table, site, i)));

        output.WriteLine($"{played.Sum()} mishaps at {Sites.Length} call sites.");
    }

    async Task<int> Play(TestTable table, CallSite site, int number)
    {
        await using var wire = new Wire(dynalite.Address);
        await oneStart.WaitAsync();
        await using var lambda = RunningLambda.Start(site.Function, [.. table.Variables, ("HOTLINE_DYNAMODB_URL", wire.Url), Now]);
        try
        {
            await lambda.Ask(Event(site, SampleOrder.Number($"+8190{1_000 + number}9999"), "warm-up"));
        }
        finally
        {
            oneStart.Release();
        }

        var mishaps = Mishap.At(site).ToList();
        foreach (var (i, mishap) in mishaps.Index())
        {
            await Play(table, wire, lambda, mishap, SampleOrder.Number($"+8190{1_000 + number}{i:D4}"));
        }

        return mishaps.Count;
    }

    static async Task Play(TestTable table, Wire wire, RunningLambda lambda, Mishap mishap, PhoneNumber caller)
    {
        await table.Put(TestTable.ItemOf(SampleOrder.Of(caller, "1", mishap.Site.IsUnplaced ? NodaConstants.UnixEpoch : null)));
        var happened = mishap.On(wire, () => table.MoveForTheShop(caller, "1", DateOfTheShop));
        var lambdaEvent = Event(mishap.Site, caller, "call-1");

        var outcome = await lambda.Send(new LambdaEvent(lambdaEvent) { Deadline = mishap.Deadline, TimesOut = true });

        Assert.True(happened() > 0, $"{mishap}: it never happened.");
        Assert.False(outcome.IsError, $"{mishap}: {outcome.Text}");
        var answer = RunningLambda.ReplyOf(outcome)["outcome"];
        var success = SuccessOf(mishap.Site);
        Assert.Equal((mishap, mishap.IsForEver ? "Unavailable" : success), (mishap, answer));
        var isChanged = await IsChanged(table, mishap, caller);
        Assert.Equal(
            (mishap, mishap.Site.Function != "OrderTableRead" && (!mishap.IsForEver || mishap.IsAppliedUnheard)), (mishap, isChanged));

        wire.Treat = exchange => exchange.Pass();
        Assert.Equal((mishap, success), (mishap, (await lambda.Ask(lambdaEvent))["outcome"]));
        Assert.Equal((mishap, mishap.Site.Function != "OrderTableRead"), (mishap, await IsChanged(table, mishap, caller)));
    }

    static string SuccessOf(CallSite site) => site.Function switch
    {
        "OrderTableRead" => "OrderFound",
        "CancelOrder" => "Cancelled",
        _ => "Rescheduled",
    };

    /// <returns>Whether the order is changed; fails when it is neither changed, once and wholly, nor untouched.</returns>
    static async Task<bool> IsChanged(TestTable table, Mishap mishap, PhoneNumber caller)
    {
        var item = await table.Read(caller, "1");
        var before = mishap.Site.IsRaced ? DateOfTheShop : "2026-11-30";
        var stands = string.Join(
            ' ',
            item["isCancel"].S,
            item["shippingDate"].S,
            item.GetValueOrDefault("version")?.N ?? "never",
            item.GetValueOrDefault("history")?.L.Count ?? 0,
            item.GetValueOrDefault("outbox")?.L.Count ?? 0,
            item.ContainsKey("outboxPartition") && item.ContainsKey("dueAt") ? "due" : "not-due");
        var changed = mishap.Site.Function == "CancelOrder" ? $"True {before} 1 1 1 due" : $"False {NewDate} 1 1 1 due";
        var untouched = $"False {before} never 0 0 not-due";
        Assert.True(stands == changed || stands == untouched, $"{mishap}: {stands}");
        return stands == changed;
    }

    static string Event(CallSite site, PhoneNumber caller, string contact) =>
        $$$"""
        {"Details":{
          "ContactData":{"ContactId":"{{{contact}}}","Channel":"VOICE","LanguageCode":"ja-JP",
            "CustomerEndpoint":{"Address":"{{{caller.ToE164()}}}","Type":"TELEPHONE_NUMBER"}},
          "Parameters":{ {{{(site.IsOfTheLatest ? "" : "\"orderId\":\"1\",")}}} "shippingDate":"{{{NewDate}}}" } } }
        """;
}
