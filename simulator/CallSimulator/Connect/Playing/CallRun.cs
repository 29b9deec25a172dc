using System.Collections.Immutable;
using NodaTime;
using OrderHotline.Adapters.Connect;
using OrderHotline.CallSimulator.Timing;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>One step of a call while it is played: the state so far, and what happened.</summary>
sealed class CallRun(ConnectSetup setup, CallState state)
{
    readonly ImmutableArray<CallEvent>.Builder events = ImmutableArray.CreateBuilder<CallEvent>();
    InstanceFacts looksAt;

    public ConnectSetup Setup => setup;

    public CallState State { get; set; } = state;

    /// <summary>What the flow knows that the call is in.</summary>
    public FlowData Data
    {
        get => State.At.Data;
        set => State = State with { At = State.At with { Data = value } };
    }

    public Instant Now => State.Now;

    public CallStep Step() => new(State, events.ToImmutable()) { LooksAt = looksAt };

    public void Add(CallEvent happened) => events.Add(happened);

    public void Note(string note) => events.Add(new CallEvent.Noted(Now, note));

    /// <summary>Tells of something that the flow needs and that is not here.</summary>
    public void Miss(string what) => events.Add(new CallEvent.Noted(Now, what) { IsOfSomethingMissing = true });

    /// <summary>The hours that a reference means; null when nothing is known of them.</summary>
    public OpeningHours? HoursOf(string reference)
    {
        looksAt |= InstanceFacts.Queues;
        return Setup.World.Hours.GetValueOrDefault(ResourceName.From(reference));
    }

    /// <summary>The queue that a reference means, as it is.</summary>
    public QueueState QueueOf(string reference) => KnownQueue(reference) ?? new QueueState();

    /// <summary>What the queue that a reference means is called; null when it is an id, and nothing here tells its name.</summary>
    public string? QueueName(string reference)
    {
        var name = ResourceName.From(reference);
        return KnownQueue(reference)?.Name ?? Setup.QueueNames.GetValueOrDefault(name)
            ?? (reference.StartsWith("arn:", StringComparison.Ordinal) || Guid.TryParse(reference, out _) ? null : name);
    }

    /// <summary>The queue that a reference means, and a word about it where nothing is known of it.</summary>
    public QueueState QueueTold(string reference)
    {
        var queue = QueueOf(reference);
        if (KnownQueue(reference) is null)
        {
            Miss($"Nothing here is known of the queue {ResourceName.From(reference)}: {queue.Online} operator is there, and nobody waits.");
        }

        return queue;
    }

    /// <summary>Whether a session keeps its own attributes in place of those that a flow passes.</summary>
    public bool BotsKeepTheirAttributes()
    {
        looksAt |= InstanceFacts.SessionAttributes;
        return Setup.World.SessionAttributes == SessionAttributesOf.TheBot;
    }

    /// <summary>Lets time go by.</summary>
    public void Pass(Duration time) => State = State with { Now = State.Now + time };

    /// <summary>Says words to the listener of this stage. Functions may then take their time again.</summary>
    /// <param name="words">The words, or SSML.</param>
    /// <param name="mayBeInterrupted">Whether a key or a word ends them.</param>
    public void Say(string words, bool mayBeInterrupted = false)
    {
        var by = State.Stage == CallStage.AgentWhisper ? Audience.Operator : Audience.Caller;
        events.Add(new CallEvent.Heard(Now, words, by, State.Language, State.Voice) { MayBeInterrupted = mayBeInterrupted });
        State = State with
        {
            FunctionTime = Duration.Zero,
            Spoken = by == Audience.Caller ? State.Spoken + SpeechLength.Of(words, State.Language) : State.Spoken,
        };
    }

    /// <summary>Hears the caller out.</summary>
    public void Listen(string words) => State = State with { Spoken = State.Spoken + SpeechLength.Of(words, State.Language) };

    /// <summary>A parameter with its references filled in.</summary>
    /// <returns>Null when it is not there, no text, or empty.</returns>
    public string? Text(FlowAction action, params ReadOnlySpan<string> path) =>
        action.Parameter(path) is { } text && Fill(text) is { Length: > 0 } filled ? filled : null;

    /// <summary>A text with the values of its references. One without a value reads as empty, and is noted.</summary>
    public string Fill(string text) => text.Contains('$', StringComparison.Ordinal) ? FlowReference.Fill(text, ValueOrEmpty) : text;

    QueueState? KnownQueue(string reference)
    {
        looksAt |= InstanceFacts.Queues;
        return Setup.World.Queues.GetValueOrDefault(ResourceName.From(reference));
    }

    string ValueOrEmpty(FlowReference reference)
    {
        if (ReferenceValues.Read(reference, this) is { } value)
        {
            return value;
        }

        switch (reference)
        {
            case var _ when UnsupportedReferences.WhatIsMissingFor(reference) is { } missing:
                Miss($"{reference} is not simulated ({missing} here) and reads as empty.");
                break;

            case { Namespace: "Queue", Path: [_, "Name"] } when State.Queue is { } queue:
                Miss($"{reference} reads as empty: nothing here says what the queue {queue} is called.");
                break;

            default:
                Note($"{reference} has no value and reads as empty.");
                break;
        }

        return "";
    }
}
