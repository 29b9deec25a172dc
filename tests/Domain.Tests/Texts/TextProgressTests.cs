using static OrderHotline.Domain.Tests.Samples;

namespace OrderHotline.Domain.Tests;

public sealed class TextProgressTests
{
    readonly Order moved = PlacedOrder().After(ToMoveTo("2026-12-14"));

    [Fact]
    public void An_order_that_nobody_changed_has_no_text_to_tell_of() => Assert.Equal(TextProgress.NoText, PlacedOrder().Texts.Progress);

    [Fact]
    public void A_text_is_owed_until_the_service_has_said_something()
    {
        Assert.Equal(TextProgress.Owed, moved.Texts.Progress);
        Assert.Equal(TextProgress.Owed, moved.Claimed(1).Texts.Progress);
    }

    [Fact]
    public void A_text_is_delayed_once_an_attempt_has_failed() =>
        Assert.Equal(TextProgress.Delayed, moved.Claimed(1).Failed(1).Texts.Progress);

    [Fact]
    public void What_the_service_said_last_is_told()
    {
        Assert.Equal(TextProgress.Accepted, moved.Claimed(1).Accepted(1).Texts.Progress);
        Assert.Equal(TextProgress.Refused, moved.Claimed(1).Refused(1).Texts.Progress);
    }

    [Fact]
    public void What_is_told_is_of_the_latest_change_and_not_of_one_it_overtook()
    {
        var accepted = moved.Claimed(1).Accepted(1);

        Assert.Equal(TextProgress.Owed, accepted.After(ToCancel()).Texts.Progress);
        Assert.Equal(TextProgress.Refused, accepted.After(ToCancel()).Claimed(2).Refused(2).Texts.Progress);
        Assert.Equal(TextProgress.Accepted, moved.After(ToCancel()).Claimed(1).Accepted(1).Texts.Progress);
    }
}
