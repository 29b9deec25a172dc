using System.Collections.Immutable;
using NodaTime;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>
/// A call between two acts of the caller. A value: the same state can be continued twice, and two states that say the same are
/// equal. What functions have stored elsewhere is no part of it.
/// </summary>
public sealed record CallState
{
    internal CallState(FlowPosition at, string? from, string to)
    {
        At = at;
        From = from;
        To = to;
    }

    /// <summary>What the call waits for.</summary>
    public required CallWaiting Waiting { get; init; }

    /// <summary>The moment in the call: advances by the time that functions, silence and announcements take, not by words.</summary>
    public required Instant Now { get; init; }

    /// <summary>The contact's id.</summary>
    public required string ContactId { get; init; }

    /// <summary>The contact that this one was transferred from by an operator; null when it never was.</summary>
    public string? PreviousContactId { get; init; }

    /// <summary>The contact with which the call began.</summary>
    public string FirstContactId { get => field ?? ContactId; init; }

    /// <summary>Whether an operator has the call, who can transfer it.</summary>
    public bool IsWithOperator => Waiting is CallWaiting.Over(CallEnd.WithOperator);

    /// <summary>The contact's language, such as <c>ja-JP</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The voice that speaks; null before a flow chose one.</summary>
    public string? Voice { get; init; }

    /// <summary>The contact's attributes, as an operator would see them.</summary>
    public ImmutableSortedDictionary<string, string> Attributes => ContactAttributes.Entries;

    /// <summary>What a session attribute of the bot that was spoken with last holds; null where there is none.</summary>
    public string? SessionAttribute(string name) => Bots.Latest?.Attributes.GetValueOrDefault(name);

    /// <summary>The name of the flow that the call is in.</summary>
    public string Flow => At.Flow;

    /// <summary>The identifier of the action that waits; null when the flow has run out and the call still waits in its queue.</summary>
    public string? Action => At.Action;

    internal FlowPosition At { get; init; }

    internal string? From { get; }

    internal string To { get; }

    internal CallStage Stage { get; init; } = CallStage.SelfService;

    internal TextMap ContactAttributes { get; init; } = TextMap.Empty;

    internal TextMap Tags { get; init; } = TextMap.Empty;

    /// <summary>The contact's name, description and customer id.</summary>
    internal TextMap ContactData { get; init; } = TextMap.Empty;

    /// <summary>The target queue, as the flow refers to it.</summary>
    internal string? Queue { get; init; }

    internal string? CallbackNumber { get; init; }

    /// <summary>Flows by the event that starts them, as the flow refers to them.</summary>
    internal TextMap Hooks { get; init; } = TextMap.Empty;

    /// <summary>How often each loop has gone round.</summary>
    internal TextMap Loops { get; init; } = TextMap.Empty;

    /// <summary>Keys that were pressed before a question; null while such keys are lost.</summary>
    internal string? KeyBuffer { get; init; }

    internal BotMemories Bots { get; init; } = BotMemories.None;

    /// <summary>How long the words took that were said, by estimate. <see cref="Now"/> does not tell of them.</summary>
    internal Duration Spoken { get; init; } = Duration.Zero;

    /// <summary>The moment in the call as a clock beside it would tell.</summary>
    internal Instant Moment => Now + Spoken;

    /// <summary>How long functions have taken since the caller last heard or did something.</summary>
    internal Duration FunctionTime { get; init; } = Duration.Zero;
}

/// <summary>Where a call is between its first and its last words.</summary>
enum CallStage
{
    /// <summary>In the flow that the number leads to, or one it goes on in.</summary>
    SelfService,

    /// <summary>In a queue.</summary>
    Queue,

    /// <summary>An operator has accepted, and hears about the call.</summary>
    AgentWhisper,

    /// <summary>An operator has accepted, and the caller hears so.</summary>
    CustomerWhisper,
}

/// <summary>What an act of the caller led to.</summary>
/// <param name="State">The call as it is now: it waits, or it is over.</param>
/// <param name="Events">What happened, in turn.</param>
public sealed record CallStep(CallState State, ImmutableArray<CallEvent> Events)
{
    /// <summary>By what of the instance it went. What it did not look at may be otherwise, and the step is the same.</summary>
    internal InstanceFacts LooksAt { get; init; }
}

/// <summary>What of an instance a call can come across, see <see cref="ConnectWorld"/>.</summary>
[Flags]
enum InstanceFacts
{
    /// <summary>Nothing that is told apart.</summary>
    None = 0,

    /// <summary>Hours of operation or queues.</summary>
    Queues = 1,

    /// <summary>Whose session attributes count: it is looked at only where that makes a difference.</summary>
    SessionAttributes = 2,
}
