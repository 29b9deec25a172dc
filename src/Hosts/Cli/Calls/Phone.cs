using System.Collections.Immutable;
using NodaTime;
using OrderHotline.Adapters.InMemory;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Scenarios;
using OrderHotline.CallSimulator.Timing;

namespace OrderHotline.Hosts.Cli;

/// <summary>Plays one call: shows what happens, asks what the caller does, until it is over.</summary>
sealed class Phone(LocalConnect connect, ICallScreen screen, PhoneOptions options)
{
    readonly List<CallerAct> acts = [];
    readonly HashSet<string> missing = new(StringComparer.Ordinal);
    readonly List<CallEvent> events = [];
    int codesShown;

    /// <summary>What has been done until now, in turn.</summary>
    public IReadOnlyList<CallerAct> Acts => acts;

    /// <summary>Plays a call.</summary>
    /// <param name="call">The call that comes in.</param>
    /// <param name="ahead">What the caller does first, before anything is asked of the desk.</param>
    /// <param name="cancellation">Ends the call as if the caller had hung up.</param>
    public async Task<CallEnd> Play(IncomingCall call, Queue<CallerAct> ahead, CancellationToken cancellation)
    {
        screen.Show(new(
            CallPart.Call, $"{CallReport.Masked(call.From) ?? "A withheld number"} calls, {CallReport.At(call.At, options.Zone)}.{options.Hint}"));
        var step = await connect.Ring(call, cancellation);
        await Show(step, cancellation);
        while (step.State.Waiting is not CallWaiting.Over || (step.State.IsWithOperator && (ahead.Count > 0 || options.OperatorsTransfer)))
        {
            var act = ahead.TryDequeue(out var next)
                ? next
                : CallerInput.Read(await screen.Ask(step.State.Waiting, cancellation));
            if (step.State.IsWithOperator && act is not CallerAct.OperatorTransfers)
            {
                break;
            }

            acts.Add(act);
            step = await connect.Next(step.State, act, cancellation);
            await Show(step, cancellation);
        }

        var times = CallTimes.Of(call.At, events);
        screen.Show(new(
            CallPart.Call,
            $"It took the caller about {times.InAll.TotalSeconds:0} s: {times.Listening.TotalSeconds:0} s of listening, "
                + $"{times.Acting.TotalSeconds:0} s of speaking and keys, {times.Waiting.TotalSeconds:0} s of waiting."));
        return ((CallWaiting.Over)step.State.Waiting).End;
    }

    // A flow that goes round misses the same thing every time.
    bool IsToldAgain(CallEvent happened) =>
        happened is CallEvent.Noted { IsOfSomethingMissing: true, Note: var note } && !missing.Add(note);

    async Task Show(CallStep step, CancellationToken cancellation)
    {
        events.AddRange(step.Events);
        foreach (var happened in step.Events.Where(happened => options.Trace || !IsToldAgain(happened)))
        {
            foreach (var line in CallReport.For(happened, options.Trace))
            {
                screen.Show(line);
            }

            if (options.Voice && happened is CallEvent.Heard { By: Audience.Caller } heard)
            {
                await Voice.Speak(PlainWords.From(heard.Words), heard.Language, cancellation);
            }
        }

        var codes = options.Codes();
        foreach (var code in codes[codesShown..])
        {
            screen.Show(new(CallPart.Message, code.Body));
        }

        codesShown = codes.Length;
        if (await options.DescribeOrder(cancellation) is { } order)
        {
            screen.Show(new(CallPart.Order, order));
        }
    }
}

/// <summary>How a call is shown.</summary>
/// <param name="Zone">The shop's zone.</param>
/// <param name="Trace">With every action and function.</param>
/// <param name="Voice">Spoken as well.</param>
/// <param name="Hint">What the person at the desk should know first; may be empty.</param>
/// <param name="DescribeOrder">The order behind the call in one line; null where it cannot be seen from here.</param>
/// <param name="Codes">The messages with codes that were sent until now, as far as they can be seen from here.</param>
sealed record PhoneOptions(
    DateTimeZone Zone, bool Trace, bool Voice, string Hint, Func<CancellationToken, Task<string?>> DescribeOrder,
    Func<ImmutableArray<RecordedMessage>> Codes)
{
    /// <summary>Whether an operator who has the call is asked what to do with it. Default: no, the call is over.</summary>
    public bool OperatorsTransfer { get; init; }
}
