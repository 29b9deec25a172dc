using System.Globalization;
using OrderHotline.Application;
using OrderHotline.Domain;
using OrderHotline.Simulation;

namespace OrderHotline.Adapters.Aws.Tests;

/// <summary>Tells a race what one function is told by the store.</summary>
sealed class WitnessedOrders(IOrders orders, RaceTrack track, Invocation by) : IOrders
{
    public Task<OrderSearch> Latest(PhoneNumber owner, CancellationToken cancellation) => orders.Latest(owner, cancellation);

    public async Task<OrderSearch> Find(PhoneNumber owner, OrderId id, CancellationToken cancellation)
    {
        var search = await orders.Find(owner, id, cancellation);
        if (search is OrderSearch.Found(var order))
        {
            by.Sees(order);
        }

        return search;
    }

    public async Task<StoreResult> Store(OrderChange change, CancellationToken cancellation)
    {
        by.Sees(change.After);
        var result = await orders.Store(change, cancellation);
        if (result is StoreResult.Stored)
        {
            track.SawStored(change, by);
        }

        return result;
    }
}

/// <summary>Takes every message of one function, and tells the race.</summary>
sealed class WitnessedMessageSender(RaceTrack track, OrderId order, Invocation by) : IMessageSender
{
    public async Task<MessageReceipt> Send(PhoneNumber to, string body, CancellationToken cancellation)
    {
        var handed = track.Next();
        await Task.Yield();
        var taken = track.Next();
        var id = $"message-{taken.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture)}";
        track.Saw(new Publishing(to, order, by.Claimed.GetValueOrDefault(order), body, handed, by)
        {
            TakenAt = taken,
            MessageId = id,
            Heard = Heard.Accepted,
        });
        return new MessageReceipt.Accepted(id);
    }
}
