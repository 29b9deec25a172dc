using OrderHotline.CallSimulator.Connect;

namespace OrderHotline.CallSimulator.Scenarios;

/// <summary>What a caller finds who asks for an operator.</summary>
public abstract record OperatorsFound
{
    OperatorsFound()
    {
    }

    /// <summary>The line of the text that it was read from, from 1; 0 when it was not read.</summary>
    public int Line { get; init; }

    /// <summary>The deployed hours, and an operator there in them.</summary>
    public sealed record AsDeployed : OperatorsFound;

    /// <summary>It is outside the hours, whatever the hour.</summary>
    public sealed record Closed : OperatorsFound;

    /// <summary>No operator is logged in.</summary>
    public sealed record NoneLoggedIn : OperatorsFound;

    /// <summary>As many callers wait as may.</summary>
    public sealed record Full : OperatorsFound;

    /// <summary>So many callers wait already.</summary>
    public sealed record Waiting(int Callers) : OperatorsFound;

    /// <summary>The instance as such a caller finds it.</summary>
    public ConnectWorld In(ConnectWorld deployed) => this switch
    {
        AsDeployed => deployed,
        Closed => deployed with
        {
            Hours = deployed.Hours.SetItems(
                deployed.Hours.Select(hours => KeyValuePair.Create(hours.Key, hours.Value.NeverOpen()))),
        },
        NoneLoggedIn => WithQueue(deployed, queue => queue with { Online = 0, Available = 0 }),
        Full => WithQueue(deployed, queue => queue with { Waiting = queue.Capacity }),
        Waiting(var callers) => WithQueue(deployed, queue => queue with { Waiting = callers }),
        _ => throw new NotSupportedException($"No world for {GetType().Name}."),
    };

    static ConnectWorld WithQueue(ConnectWorld deployed, Func<QueueState, QueueState> change) => deployed with
    {
        Queues = deployed.Queues.SetItem(
            Deployment.OperatorQueue, change(deployed.Queues.GetValueOrDefault(Deployment.OperatorQueue, new()))),
    };
}
