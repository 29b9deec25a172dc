using System.Collections.Immutable;
using System.Text;
using NodaTime;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Functions;
using OrderHotline.CallSimulator.Lex;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Tests;

/// <summary>A local Connect with whatever a test needs, and one call in it.</summary>
sealed class Rehearsal
{
    public static readonly Instant Noon = Instant.FromUtc(2026, 11, 22, 3, 0);

    readonly Dictionary<string, Flow> flows = [];

    public Rehearsal(params string[] actions) => flows["Main"] = FlowText.Of(actions);

    public ConnectWorld World { get; init; } = new();

    public InvokeFunction Functions { get; init; } = Answering("{}");

    public Dictionary<string, AskBot> Bots { get; init; } = [];

    public string? From { get; init; } = "+819012345678";

    public List<CallEvent> Events { get; } = [];

    public CallState State { get; private set; } = null!;

    /// <summary>Every word heard so far.</summary>
    public IEnumerable<string> Heard => Events.OfType<CallEvent.Heard>().Select(heard => heard.Words);

    public IEnumerable<string> Notes => Events.OfType<CallEvent.Noted>().Select(noted => noted.Note);

    public CallEnd? End => (State.Waiting as CallWaiting.Over)?.End;

    public Duration Elapsed => State.Now - Noon;

    public static InvokeFunction Answering(string json, double seconds = 0) => (_, _) =>
        Task.FromResult<FunctionAnswer>(new FunctionAnswer.Replied(Encoding.UTF8.GetBytes(json), Duration.FromSeconds(seconds)));

    public static InvokeFunction Failing(double seconds) => (_, _) =>
        Task.FromResult<FunctionAnswer>(new FunctionAnswer.Failed("it broke", Duration.FromSeconds(seconds)));

    public Rehearsal With(string name, params string[] actions)
    {
        flows[name] = FlowText.Of(actions);
        return this;
    }

    public LocalConnect Connect() => new(flows, World, Functions, Bots);

    /// <summary>Rings, and does these things one after the other.</summary>
    public async Task<Rehearsal> Call(params CallerAct[] acts)
    {
        var connect = Connect();
        var cancellation = TestContext.Current.CancellationToken;
        Took(await connect.Ring(new IncomingCall("contact-1", From, "+815012345678", "Main", Noon), cancellation));
        foreach (var act in acts)
        {
            Took(await connect.Next(State, act, cancellation));
        }

        return this;
    }

    /// <summary>The events in words, so that two runs can be compared.</summary>
    public static IEnumerable<string> InWords(ImmutableArray<CallEvent> events) => events.Select(happened => happened switch
    {
        CallEvent.Invoked invoked => $"{invoked.At} {invoked.Function} {invoked.Attempt} {Encoding.UTF8.GetString(invoked.Request.Span)}",
        CallEvent.HandedOver handed => $"{handed.At} {string.Join(',', handed.Attributes)}",
        _ => happened.ToString(),
    });

    void Took(CallStep step)
    {
        State = step.State;
        Events.AddRange(step.Events);
    }
}
