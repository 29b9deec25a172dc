using MediatR;
using NodaTime;
using OrderHotline.Adapters.InMemory;
using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Application.Tests;

public sealed class OrderLineTests
{
    [Fact]
    public void A_line_does_not_open_under_a_policy_no_shop_can_work_by()
    {
        var policy = new ShippingPolicy { LatestDaysAhead = 0, ClosedWeekdays = [.. Enum.GetValues<IsoDayOfWeek>()] };

        var refusal = Assert.Throws<ArgumentException>(
            () => OrderLine.Open(new InMemoryOrders(), new RecordedTexts(), policy, new StoppedClock(SampleOrder.Now)));

        Assert.All(policy.Problems(), problem => Assert.Contains(problem, refusal.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_the_line_does_not_serve_says_where_to_add_it()
    {
        using var shop = new ShopLine();

        var refusal = await Assert.ThrowsAnyAsync<InvalidOperationException>(
            () => shop.Line.Send(new SendFlowers(), TestContext.Current.CancellationToken));

        Assert.Contains(nameof(OrderLine), $"{refusal}", StringComparison.Ordinal);
    }

    [Fact]
    public void What_reaches_a_handler_without_validation_is_a_fault()
    {
        Assert.Throws<InvalidOperationException>(() => Trusted.OrderId("<>"));
        Assert.Throws<InvalidOperationException>(() => Trusted.ContactId(null));
    }

    [Theory]
    [InlineData("2018-11-07T10:00+09:00", "2018-11-07T01:00:00Z")]
    [InlineData("2018-11-07T01:00Z", "2018-11-07T01:00:00Z")]
    [InlineData("2018-11-07T10:00:30+09:00", "2018-11-07T01:00:30Z")]
    [InlineData("2018-11-07T01:00:00.5Z", "2018-11-07T01:00:00.5Z")]
    public void A_moment_is_read_with_its_offset(string text, string utc)
    {
        Assert.True(StoppedClock.TryParse(text, out var clock));
        Assert.Equal(utc, clock.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2018-11-07")]
    [InlineData("2018-11-07T10:00")]
    [InlineData("2018-02-30T10:00Z")]
    [InlineData("now")]
    public void A_moment_without_an_offset_is_none(string? text)
    {
        Assert.False(StoppedClock.TryParse(text, out var clock));
        Assert.Equal(NodaConstants.UnixEpoch, clock.GetCurrentInstant());
    }

    sealed record SendFlowers : IRequest<string>;
}
