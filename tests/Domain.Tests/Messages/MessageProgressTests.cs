using static OrderHotline.Domain.Tests.Samples;

namespace OrderHotline.Domain.Tests;

public sealed class MessageProgressTests
{
    readonly Order moved = PlacedOrder().After(ToMoveTo("2026-12-14"));

    [Fact]
    public void An_order_that_nobody_changed_has_no_message_to_tell_of() => Assert.Equal(MessageProgress.NoMessage, PlacedOrder().Outbox.Progress);

    [Fact]
    public void A_message_is_owed_until_the_service_has_said_something()
    {
        Assert.Equal(MessageProgress.Owed, moved.Outbox.Progress);
        Assert.Equal(MessageProgress.Owed, moved.Claimed(1).Outbox.Progress);
    }

    [Fact]
    public void A_message_is_delayed_once_an_attempt_has_failed() =>
        Assert.Equal(MessageProgress.Delayed, moved.Claimed(1).NotTaken(1).Outbox.Progress);

    [Fact]
    public void What_the_service_said_last_is_told()
    {
        Assert.Equal(MessageProgress.Accepted, moved.Claimed(1).Accepted(1).Outbox.Progress);
        Assert.Equal(MessageProgress.Refused, moved.Claimed(1).Refused(1).Outbox.Progress);
    }

    [Fact]
    public void What_is_told_is_of_the_latest_change_and_not_of_one_it_overtook()
    {
        var accepted = moved.Claimed(1).Accepted(1);

        Assert.Equal(MessageProgress.Owed, accepted.After(ToCancel()).Outbox.Progress);
        Assert.Equal(MessageProgress.Refused, accepted.After(ToCancel()).Claimed(2).Refused(2).Outbox.Progress);
        Assert.Equal(MessageProgress.Accepted, moved.After(ToCancel()).Claimed(1).Accepted(1).Outbox.Progress);
    }
}
