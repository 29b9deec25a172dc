using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using OrderHotline.Adapters.InMemory;
using OrderHotline.CallSimulator;
using OrderHotline.CallSimulator.Scenarios;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Cli;

/// <summary>A call that is written down as a scenario while it is played: <c>hotline call --record</c>.</summary>
static class RecordedCall
{
    /// <summary>Refuses what cannot be recorded, before a word is said.</summary>
    /// <exception cref="InvalidDataException">The file is there already, or the orders are not in memory.</exception>
    public static void Check(FileInfo file, bool inMemory)
    {
        if (!inMemory)
        {
            throw new InvalidDataException("--record writes down the orders as well, and sees only those in memory: "
                + $"leave out {OrderSourceOptions.DynamoDb} and --lambda-endpoint.");
        }

        if (file.Directory is { Exists: false } folder)
        {
            throw new InvalidDataException($"There is no folder {folder.FullName} to record in: make it first.");
        }

        if (file.Exists)
        {
            throw new InvalidDataException($"{file.FullName} is there already: name another file, or delete it first.");
        }
    }

    /// <summary>How things stand for a call with these options.</summary>
    public static ScenarioStart Start(ParseResult line, CallOptions options, ShippingPolicy policy)
    {
        var caller = options.From(line);
        return new(caller, options.Source.Clock(line).GetCurrentInstant())
        {
            Flow = options.Flow(line),
            Operators = options.Operators(line),
            Faults = options.Faults(line),
            Orders = OrdersOf(caller, options.Source.InMemory(line, policy)),
        };
    }

    /// <summary>A caller's orders as a scenario describes them, in the order in which they were bought.</summary>
    public static ImmutableArray<OrderDescription> OrdersOf(PhoneNumber? caller, InMemoryOrders orders) =>
    [
        .. orders.All()
            .Where(order => order.Owner == caller)
            .OrderBy(order => order.PlacedAt)
            .ThenBy(order => order.Id.ToString(), StringComparer.Ordinal)
            .Select(order => OrderDescription.From(order, caller)),
    ];

    /// <summary>Plays the call in a shop of its own, and writes it down.</summary>
    public static async Task<PhonedCall> Play(
        ParseResult line, CallOptions options, Deployment deployment, FileInfo file, Func<ScenarioShop, Phone> phoneIn, CancellationToken cancellation)
    {
        var start = Start(line, options, deployment.Shop.Policy);
        var shop = new ScenarioShop(deployment, start);
        var phone = phoneIn(shop);
        var end = await phone.Play(shop.Call, options.ActsAhead(line, deployment), cancellation);
        var scenario = await new ScenarioRunner(deployment).Record(file.Name, start, phone.Acts, cancellation);
        await using (var created = file.Open(FileMode.CreateNew))
        {
            await created.WriteAsync(Encoding.UTF8.GetBytes(ScenarioText.Write(scenario)), cancellation);
        }

        return new(
            end, await OwedMessages.Of(shop.Orders, deployment.Shop.MessageWords, options.Source.Clock(line), cancellation));
    }
}
