using System.Collections.Immutable;
using NodaTime;
using OrderHotline.Adapters.Connect;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>What a Connect instance has besides its flows: who works when, and how full the queues are.</summary>
public sealed record ConnectWorld
{
    /// <summary>Hours of operation by their logical name; those that are missing here are always open.</summary>
    public ImmutableDictionary<string, OpeningHours> Hours { get; init; } = ImmutableDictionary<string, OpeningHours>.Empty;

    /// <summary>Queues by their logical name; those that are missing here are as <see cref="QueueState"/> is by default.</summary>
    public ImmutableDictionary<string, QueueState> Queues { get; init; } = ImmutableDictionary<string, QueueState>.Empty;

    /// <summary>Telephone numbers that answer when a flow transfers a call there.</summary>
    public ImmutableHashSet<string> AnsweredNumbers { get; init; } = [];

    /// <summary>Actions that fail whenever a call comes to them, and the kind of error, such as <c>NoMatchingError</c>. An action is
    /// named by its type, or by its flow and identifier: <c>Operator/queue</c>, which counts before the type.</summary>
    public ImmutableDictionary<string, string> FailingActions { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Whose session attribute counts when a bot is asked anew; not documented, so that calls can be played either way.</summary>
    public SessionAttributesOf SessionAttributes { get; init; } = SessionAttributesOf.TheFlow;

    /// <summary>The instance, as functions and flows are told of it.</summary>
    public string InstanceArn { get; init; } =
        "arn:aws:connect:ap-northeast-1:000000000000:instance/00000000-0000-0000-0000-000000000000";

    /// <summary>The region that the instance is in.</summary>
    public string Region => InstanceArn.Split(':') is [_, _, _, var region, ..] ? region : "";
}

/// <summary>Whose session attributes count where a flow's block passes one that the bot's session has from before.</summary>
public enum SessionAttributesOf
{
    /// <summary>What the flow passes takes the place of what the session held.</summary>
    TheFlow,

    /// <summary>What the session holds stays, and of what the flow passes only the new names count.</summary>
    TheBot,
}

/// <summary>A queue as a caller finds it.</summary>
public sealed record QueueState
{
    /// <summary>What the queue is called; null for the name that a flow's export gives it, or its logical name.</summary>
    public string? Name { get; init; }

    /// <summary>Operators who are logged in.</summary>
    public int Online { get; init; } = 1;

    /// <summary>Operators who are free.</summary>
    public int Available { get; init; } = 1;

    /// <summary>Callers who wait already.</summary>
    public int Waiting { get; init; }

    /// <summary>How long the first of them has waited.</summary>
    public Duration LongestWait { get; init; } = Duration.Zero;

    /// <summary>How many callers may wait.</summary>
    public int Capacity { get; init; } = 99;

    /// <summary>The hours of operation that the queue is bound to, by their logical name; null when it is always open.</summary>
    public string? Hours { get; init; }
}
