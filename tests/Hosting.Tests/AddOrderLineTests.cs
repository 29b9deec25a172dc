using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using OrderHotline.Adapters.InMemory;
using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Hosting.Tests;

public sealed class AddOrderLineTests
{
    static readonly Caller Customer = new Caller.Identified(SampleOrder.Customer);
    static readonly ContactId Contact = SampleOrder.Contact("page-1").Id;

    [Fact]
    public async Task A_container_with_orders_and_a_clock_answers_calls_and_questions_about_days()
    {
        await using var container = Container(VerificationPolicy.None).BuildServiceProvider(validateScopes: true);

        Assert.IsType<LookUpOutcome.OrderFound>(await container.GetRequiredService<ICallLine>()
            .Send(new LookUpOrder(Customer, Contact, Channel.Web), TestContext.Current.CancellationToken));
        Assert.IsType<ConsiderDateOutcome.Possible>(await container.GetRequiredService<IDateLine>()
            .Send(new ConsiderDate("tomorrow", Slot: null, Language.English), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_line_can_be_opened_over_other_orders_than_the_containers()
    {
        await using var container = Container(VerificationPolicy.None).BuildServiceProvider();

        Assert.IsType<LookUpOutcome.NoOrder>(await container.GetRequiredService<OpenCallLine>()(new InMemoryOrders())
            .Send(new LookUpOrder(Customer, Contact, Channel.Web), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_customers_have_proved_is_asked_for_where_the_shop_asks_for_proof()
    {
        await using var without = Container(VerificationPolicy.ByRisk).BuildServiceProvider();
        await using var with = Container(VerificationPolicy.ByRisk with { Countries = ["+81"] })
            .AddSingleton<IVerifications>(new InMemoryVerifications()).BuildServiceProvider();

        Assert.Contains(nameof(IVerifications), Assert.ThrowsAny<InvalidOperationException>(without.GetRequiredService<ICallLine>).Message, StringComparison.Ordinal);
        Assert.IsType<CancelOutcome.VerificationNeeded>(await with.GetRequiredService<ICallLine>()
            .Send(new CancelOrder(Customer, OrderId: null, Contact, Channel.Web, Language.English), TestContext.Current.CancellationToken));
    }

    static IServiceCollection Container(VerificationPolicy verification)
    {
        var orders = new InMemoryOrders();
        orders.Put(SampleOrder.Of(SampleOrder.Customer, "1"));
        return new ServiceCollection()
            .AddSingleton<IOrders>(orders)
            .AddSingleton<IClock>(new FakeClock(SampleOrder.Now))
            .AddOrderLine(SampleOrder.Policy, verification);
    }
}
