using System.Collections.Frozen;
using OrderHotline.CallSimulator.Functions;
using OrderHotline.CallSimulator.Lex;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>Everything that calls share.</summary>
sealed record ConnectSetup(
    FrozenDictionary<string, PlayedFlow> Flows, ConnectWorld World, InvokeFunction Invoke, FrozenDictionary<string, AskBot> Bots)
{
    /// <summary>The flow that a reference means; null when there is none.</summary>
    public PlayedFlow? FlowOf(string reference) => Flows.GetValueOrDefault(ResourceName.From(reference));

    /// <summary>The queue that a reference means, as it is.</summary>
    public QueueState QueueOf(string reference) => World.Queues.GetValueOrDefault(ResourceName.From(reference)) ?? new QueueState();
}
