using System.Collections.Frozen;
using OrderHotline.CallSimulator.Functions;
using OrderHotline.CallSimulator.Lex;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>Everything that calls share.</summary>
sealed record ConnectSetup(
    FrozenDictionary<string, PlayedFlow> Flows, ConnectWorld World, InvokeFunction Invoke, FrozenDictionary<string, AskBot> Bots)
{
    /// <summary>What exports call the queues that they refer to by an id.</summary>
    public required FrozenDictionary<string, string> QueueNames { get; init; }

    /// <summary>The flow that a reference means; null when there is none.</summary>
    public PlayedFlow? FlowOf(string reference) => Flows.GetValueOrDefault(ResourceName.From(reference));

    /// <summary>The ARN of the queue that a reference means.</summary>
    public string QueueArn(string reference) =>
        reference.StartsWith("arn:", StringComparison.Ordinal) || reference.StartsWith("${", StringComparison.Ordinal)
            ? reference
            : $"{World.InstanceArn}/queue/{reference}";
}
