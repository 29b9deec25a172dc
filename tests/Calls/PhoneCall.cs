using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Scenarios;

namespace OrderHotline.Calls.Tests;

/// <summary>One call as the caller lives through it.</summary>
sealed class PhoneCall
{
    readonly LocalConnect connect;
    readonly List<CallEvent> events = [];
    CallState state;

    PhoneCall(LocalConnect connect, CallStep first)
    {
        this.connect = connect;
        state = first.State;
        events.AddRange(first.Events);
    }

    public IReadOnlyList<CallEvent> Events => events;

    public CallState State => state;

    /// <summary>Everything the caller heard, in turn and in plain words.</summary>
    public IReadOnlyList<string> Heard =>
        [.. events.OfType<CallEvent.Heard>().Where(heard => heard.By == Audience.Caller).Select(heard => PlainWords.From(heard.Words))];

    public string LastHeard => Heard[^1];

    public IReadOnlyList<string> OperatorHeard =>
        [.. events.OfType<CallEvent.Heard>().Where(heard => heard.By == Audience.Operator).Select(heard => PlainWords.From(heard.Words))];

    public IReadOnlyDictionary<string, string> OperatorSaw => Assert.Single(events.OfType<CallEvent.HandedOver>()).Attributes;

    public CallEnd? End => (state.Waiting as CallWaiting.Over)?.End;

    public static async Task<PhoneCall> Ring(LocalConnect connect, IncomingCall call) =>
        new(connect, await connect.Ring(call, TestContext.Current.CancellationToken));

    /// <summary>Plays on: what the caller does, in turn.</summary>
    public async Task<PhoneCall> Then(params CallerAct[] acts)
    {
        foreach (var act in acts)
        {
            var step = await connect.Next(state, act, TestContext.Current.CancellationToken);
            state = step.State;
            events.AddRange(step.Events);
        }

        return this;
    }

    /// <summary>What a caller can do.</summary>
    public static CallerAct Press(string keys) => new CallerAct.Presses(keys);

    public static CallerAct Say(string words) => new CallerAct.Says(words);

    public static CallerAct Silence { get; } = new CallerAct.StaysSilent();

    public static CallerAct OperatorAnswers { get; } = new CallerAct.OperatorAnswers();
}
