using System.Collections.Immutable;
using NodaTime;
using OrderHotline.Adapters.Connect;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Functions;
using OrderHotline.CallSimulator.Scenarios;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>What is explored, and what is to be true of it.</summary>
public sealed record ExplorationSettings
{
    /// <summary>How the calls begin; see <see cref="StartWorlds"/>.</summary>
    public required ImmutableArray<StartWorld> Worlds { get; init; }

    /// <summary>The logical name of the flow that the number leads to.</summary>
    public string Flow { get; init; } = "Reception";

    /// <summary>How many acts of the caller a call has at most, its ringing not counted.</summary>
    public int Depth { get; init; } = 8;

    /// <summary>What is to be true of every call.</summary>
    public ImmutableArray<CallProperty> Properties { get; init; } = CallProperties.All;

    /// <summary>The functions that are invoked; the line's own by default.</summary>
    public OpenFunctions Functions { get; init; } = TheLine;

    /// <summary>Whether functions read contact attributes that no flow refers to. The line's own read none, and calls that differ in
    /// nothing else are one.</summary>
    public bool FunctionsReadAttributes { get; init; }

    /// <summary>How many calls are played at once.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    static InvokeFunction TheLine(LinePorts ports, Shop shop, Action<string> log) => new LineFunctions(ports, shop, log).Invoke;
}

/// <summary>Opens functions over a shop's orders.</summary>
/// <param name="ports">The shop's orders and proofs as the call finds them.</param>
/// <param name="shop">The shop, as it is in the world of the call.</param>
/// <param name="log">Takes what the functions log, a line at a time.</param>
public delegate InvokeFunction OpenFunctions(LinePorts ports, Shop shop, Action<string> log);

/// <summary>How things stand when a call comes in.</summary>
/// <param name="Name">Says so in words: "due tomorrow, full queue".</param>
/// <param name="Shop">The shop.</param>
/// <param name="At">The moment. It stands still during the call.</param>
/// <param name="From">The caller's number in E.164; null when it is withheld.</param>
/// <param name="Orders">The shop's orders.</param>
/// <param name="Connect">Who is there, and how full the queues are.</param>
public sealed record StartWorld(string Name, Shop Shop, Instant At, string? From, ImmutableArray<Order> Orders, ConnectWorld Connect)
{
    /// <summary>What of the operators is different from what is deployed, in the words of a scenario.</summary>
    public OperatorsFound Operators { get; init; } = new OperatorsFound.AsDeployed();

    /// <summary>What of the shop is different from its file, in the words of a scenario.</summary>
    public ImmutableArray<ShopChange> ShopChanges { get; init; } = [];

    /// <summary>The days that a caller asks for besides one that can be had and another.</summary>
    public ImmutableArray<LocalDate> DaysAsked { get; init; } = [];

    /// <summary>When the shop ships.</summary>
    public ShippingPolicy Policy => Shop.Policy;

    /// <summary>Today in the shop's zone.</summary>
    public LocalDate Today => Policy.Today(At);
}
