using NodaTime;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>What can happen next in a call that waits: mostly something the caller does.</summary>
public abstract record CallerAct
{
    CallerAct()
    {
    }

    /// <summary>Presses keys, one after the other: <c>0</c> to <c>9</c>, <c>*</c>, <c>#</c>.</summary>
    public sealed record Presses(string Keys) : CallerAct;

    /// <summary>Speaks.</summary>
    public sealed record Says(string Words) : CallerAct;

    /// <summary>Does nothing until the time is up; in a queue, until the next announcement.</summary>
    public sealed record StaysSilent : CallerAct;

    /// <summary>Hangs up.</summary>
    public sealed record HangsUp : CallerAct;

    /// <summary>In a queue: an operator takes the call.</summary>
    public sealed record OperatorAnswers : CallerAct;

    /// <summary>The operator who has the call chooses a quick connect: the call goes on in its flow, as a contact of its own.</summary>
    /// <param name="Flow">The logical name of the flow.</param>
    public sealed record OperatorTransfers(string Flow) : CallerAct;
}

/// <summary>What a call waits for.</summary>
public abstract record CallWaiting
{
    CallWaiting()
    {
    }

    /// <summary>One key.</summary>
    public sealed record ForKey(Duration Limit) : CallWaiting;

    /// <summary>Several keys, stored as they are.</summary>
    public sealed record ForDigits(int MaxLength, Duration Limit) : CallWaiting;

    /// <summary>Words or keys for a bot.</summary>
    public sealed record ForAnswer : CallWaiting;

    /// <summary>An operator. The caller hears announcements meanwhile.</summary>
    public sealed record ForOperator(Duration UntilNextAnnouncement) : CallWaiting;

    /// <summary>Nothing more: the call is over.</summary>
    public sealed record Over(CallEnd End) : CallWaiting;
}

/// <summary>How a call ended.</summary>
public enum CallEnd
{
    /// <summary>The line hung up, after its last words.</summary>
    LineHungUp,

    /// <summary>The caller hung up.</summary>
    CallerHungUp,

    /// <summary>An operator has the call.</summary>
    WithOperator,

    /// <summary>The call went on to another telephone number.</summary>
    TransferredOut,

    /// <summary>The flow had nowhere to go: in Connect, too, the caller is cut off.</summary>
    CutOff,
}
