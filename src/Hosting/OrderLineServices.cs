using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Hosting;

/// <summary>Opens the line as calls need it over other orders than the container's own: for a host that must look at what is read and
/// stored for one request, and goes between.</summary>
/// <param name="orders">The orders.</param>
public delegate ICallLine OpenCallLine(IOrders orders);

/// <summary>Puts the line into a container.</summary>
public static class OrderLineServices
{
    /// <summary>Adds <see cref="ICallLine"/>, <see cref="IDateLine"/> and <see cref="OpenCallLine"/>, once each. The container gives the ports:
    /// <see cref="IOrders"/>, <see cref="IClock"/> and, for a shop that asks for proof, <see cref="IVerifications"/>.</summary>
    /// <param name="services">The container.</param>
    /// <param name="policy">When the shop ships; must be sound, or the line does not open.</param>
    /// <param name="verification">What the shop asks callers to prove.</param>
    public static IServiceCollection AddOrderLine(this IServiceCollection services, ShippingPolicy policy, VerificationPolicy verification) => services
        .AddSingleton<OpenCallLine>(container =>
        {
            var clock = container.GetRequiredService<IClock>();
            if (!verification.IsOn)
            {
                return orders => OrderLine.ForCalls(orders, policy, clock);
            }

            var verifications = container.GetRequiredService<IVerifications>();
            return orders => OrderLine.ForCalls(orders, verifications, verification, policy, clock);
        })
        .AddSingleton(container => container.GetRequiredService<OpenCallLine>()(container.GetRequiredService<IOrders>()))
        .AddSingleton(container => OrderLine.ForDates(policy, container.GetRequiredService<IClock>()));
}
