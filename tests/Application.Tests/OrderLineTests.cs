using MediatR;
using NodaTime;
using NodaTime.Testing;
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
            () => OrderLine.Open(new InMemoryOrders(), new RecordedTexts(), policy, new FakeClock(SampleOrder.Now)));

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

    sealed record SendFlowers : IRequest<string>;
}
