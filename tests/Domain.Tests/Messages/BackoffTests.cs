using FsCheck.Fluent;
using NodaTime;
using static OrderHotline.Domain.Tests.Samples;

namespace OrderHotline.Domain.Tests;

public sealed class BackoffTests
{
    readonly Order owing = PlacedOrder().After(ToCancel());

    [Theory]
    [InlineData(1, 5, 10)]
    [InlineData(2, 10, 20)]
    [InlineData(3, 20, 40)]
    [InlineData(6, 160, 320)]
    [InlineData(7, 320, 640)]
    [InlineData(8, 450, 900)]
    [InlineData(9, 450, 900)]
    [InlineData(int.MaxValue, 450, 900)]
    public void The_pause_doubles_with_every_attempt_up_to_15_minutes_and_chance_takes_off_up_to_half(
        int attempts, int shortest, int longest)
    {
        Assert.Equal(Duration.FromSeconds(shortest), Backoff.After(attempts, chance: 0));
        Assert.Equal(Duration.FromSeconds(longest), Backoff.After(attempts, chance: 1));
    }

    [Fact]
    public void Whatever_failed_and_however_often_the_next_attempt_comes_within_15_minutes() =>
        ForEvery.Value(
            from attempts in Gen.Choose(1, 1000)
            from delivery in Gen.Choose(1, 1_000_000)
            from isInDoubt in Gen.Elements(false, true)
            select (attempts, delivery, isInDoubt),
            failure =>
            {
                var (attempts, delivery, isInDoubt) = failure;
                var order = PlacedOrder(outbox: owing.Outbox with
                {
                    Delivery = new MessageDelivery.Claimed(Delivery(delivery), Now, attempts, InDoubt: 0),
                });

                var after = isInDoubt ? order.InDoubt(delivery) : order.NotTaken(delivery);

                Assert.InRange(after.Outbox.DueAt - Now, Backoff.First * 0.5, Backoff.Longest);
                Assert.Equal(order.Outbox.Owed, after.Outbox.Owed);
                Assert.Equal((attempts, isInDoubt ? 1 : 0), (after.Outbox.Delivery.Attempts, after.Outbox.Delivery.InDoubt));
            });

    [Fact]
    public void Messages_that_failed_together_do_not_come_back_together()
    {
        var chances = Enumerable.Range(1, 1000)
            .Select(number => Delivery(7).Chance(OrderNumber($"{number}"), attempt: 1))
            .ToList();

        Assert.All(chances, chance => Assert.InRange(chance, 0, 0.999_999_999_9));
        Assert.All(Enumerable.Range(0, 10), tenth => Assert.InRange(chances.Count(chance => (int)(chance * 10) == tenth), 50, 150));
    }

    [Fact]
    public void The_same_attempt_waits_the_same_time_however_often_it_is_decided_on()
    {
        var claimed = owing.Claimed(1);

        Assert.Equal(claimed.NotTaken(1).Outbox.DueAt, claimed.NotTaken(1).Outbox.DueAt);
        Assert.NotEqual(claimed.NotTaken(1).Outbox.DueAt, owing.Claimed(2).NotTaken(2).Outbox.DueAt);
        Assert.Equal("00000001000000000000000000000000", $"{Delivery(1)}");
    }

    [Fact]
    public void A_failed_attempt_is_remembered_with_its_reason() =>
        Assert.Equal(
            new MessageDelivery.Postponed(
                Now + Backoff.After(1, Delivery(1).Chance(OrderNumber("100"), attempt: 1)), "Throttled", Attempts: 1, InDoubt: 0),
            owing.Claimed(1).NotTaken(1).Outbox.Delivery);

    [Fact]
    public void Whoever_lost_the_claim_does_not_postpone_the_message_of_another()
    {
        var (late, order) = owing.Claim(1);
        var taken = order.Claimed(2, Now + Outbox.Lease);

        Assert.Null(taken.PostponeInDoubt(late, "TimeoutException", Now));
        Assert.Null(taken.Accepted(2).PostponeInDoubt(late, "TimeoutException", Now));
    }
}
