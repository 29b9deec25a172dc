using NodaTime;
using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Web.Tests;

/// <summary>Keys and conditions: a wish is granted once, and only on the order that the customer saw.</summary>
public sealed class RetriesTests
{
    static readonly object Friday = new { orderId = "201", date = "2026-12-04" };

    [Fact]
    public async Task The_same_wish_eight_times_at_once_is_one_change_and_one_answer()
    {
        await using var host = await RunningHost.Start();
        using var client = host.Client();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.Reschedule("k1", Friday)));

        Assert.All(answers, answer => Assert.Equal((200, "Rescheduled"), (answer.Status, answer.Name)));
        Assert.Equal((1, 1), (host.Order.Version, host.Order.History.Length));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    public async Task A_retry_gets_the_first_answer_though_its_tag_is_stale_by_then(int daysLater)
    {
        await using var host = await RunningHost.Start();
        using var client = host.Client();
        var seen = (await client.LookUp()).Tag;

        var first = await client.Reschedule("k1", Friday, seen);
        host.Clock.Advance(Duration.FromDays(daysLater));
        var retried = await client.Reschedule("k1", Friday, seen);

        Assert.Equal((200, "Rescheduled", first.Told), (retried.Status, retried.Name, retried.Told));
        Assert.NotEqual(seen, first.Tag);
        Assert.Equal(first.Tag, retried.Tag);
        Assert.Equal(1, host.Order.Version);
    }

    [Fact]
    public async Task Words_that_mean_another_day_by_then_are_still_the_same_wish()
    {
        await using var host = await RunningHost.Start();
        using var client = host.Client();
        var body = new { orderId = "201", said = "the day after tomorrow" };

        var first = await client.Reschedule("k1", body);
        host.Clock.Advance(Duration.FromHours(20));
        var retried = await client.Reschedule("k1", body);

        Assert.Equal((200, first.Told), (retried.Status, retried.Told));
        Assert.Equal(1, host.Order.Version);
    }

    [Fact]
    public async Task A_late_retry_undoes_nothing_that_was_done_since()
    {
        await using var host = await RunningHost.Start();
        using var client = host.Client();
        await client.Reschedule("k1", Friday);
        await client.Reschedule("k2", new { orderId = "201", date = "2026-12-09" });

        host.Clock.Advance(Duration.FromDays(1));
        var retried = await client.Reschedule("k1", Friday);

        Assert.Equal((409, "ChangedMeanwhile"), (retried.Status, retried.Name));
        Assert.Equal(new LocalDate(2026, 12, 9), host.Order.ShippingDate);
    }

    [Fact]
    public async Task The_same_key_with_another_wish_is_refused_by_every_process_of_the_shop()
    {
        await using var host = await RunningHost.Start();
        await using var another = await RunningHost.Start(shared: host);
        await host.Client().Reschedule("k1", Friday);

        foreach (var client in new[] { host.Client(), another.Client() })
        {
            var otherDay = await client.Reschedule("k1", new { orderId = "201", date = "2026-12-09" });
            var cancelled = await client.Cancel("k1");

            Assert.Equal(((422, "KeyReused"), (422, "KeyReused")), ((otherDay.Status, otherDay.Name), (cancelled.Status, cancelled.Name)));
        }

        Assert.Equal((1, new LocalDate(2026, 12, 4)), (host.Order.Version, host.Order.ShippingDate));
    }

    [Fact]
    public async Task A_key_of_a_wish_that_was_refused_is_taken_too()
    {
        await using var host = await RunningHost.Start();
        using var client = host.Client();

        var refused = await client.Reschedule("k1", new { orderId = "201", date = "2027-12-04" });
        var other = await client.Reschedule("k1", Friday);
        var again = await client.Reschedule("k1", new { orderId = "201", date = "2027-12-04" });

        Assert.Equal(("DateTooFar", "KeyReused", "DateTooFar"), (refused.Name, other.Name, again.Name));
        Assert.Equal(0, host.Order.Version);
    }

    [Fact]
    public async Task Two_customers_may_make_the_same_key()
    {
        await using var host = await RunningHost.Start();

        Assert.Equal("Cancelled", (await host.Client().Cancel("k1")).Name);
        Assert.Equal("Cancelled", (await host.Client(SampleOrder.SomebodyElse).Cancel("k1", "666")).Name);
    }

    [Theory]
    [InlineData("\"somebodys\"")]
    [InlineData("W/\"somebodys\", \"somebodys\"")]
    public async Task A_wish_for_an_order_that_is_another_by_now_changes_nothing(string tag)
    {
        await using var host = await RunningHost.Start();
        using var client = host.Client();

        var moved = await client.Reschedule("k1", Friday, tag);
        var cancelled = await client.Cancel("k2", ifMatch: tag);

        Assert.Equal(((412, "ConditionFailed"), (412, "ConditionFailed")), ((moved.Status, moved.Name), (cancelled.Status, cancelled.Name)));
        Assert.Equal(0, host.Order.Version);
    }

    [Fact]
    public async Task An_order_that_changes_between_the_reading_and_the_writing_is_not_changed_on_an_old_tag()
    {
        await using var host = await RunningHost.Start();
        using var client = host.Client();
        var seen = (await client.LookUp()).Tag;
        host.Store.BeforeAWrite = () =>
        {
            host.Store.BeforeAWrite = () => { };
            host.Orders.Put(RunningHost.Placed.MoveTo(new LocalDate(2026, 12, 9), "call-1").After);
        };

        var answer = await client.Cancel("k1", ifMatch: seen);

        Assert.Equal((412, "ConditionFailed"), (answer.Status, answer.Name));
        Assert.IsType<OrderState.Placed>(host.Order.State);
    }

    [Fact]
    public async Task A_delivered_message_makes_no_tag_stale_and_a_weak_tag_or_a_star_is_what_the_standard_says()
    {
        await using var host = await RunningHost.Start();
        using var client = host.Client();
        var tag = (await client.Reschedule("k1", Friday, "*")).Tag;
        host.Orders.Put(host.Order.ClaimMessage().After.Accept().After);

        Assert.Equal(3, host.Order.Version);
        Assert.Equal("ConditionFailed", (await client.Cancel("k2", ifMatch: $"W/{tag}")).Name);
        Assert.Equal("Cancelled", (await client.Cancel("k3", ifMatch: $"\"other\", {tag}")).Name);
    }
}
