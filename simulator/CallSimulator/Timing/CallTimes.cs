using System.Text.Json;
using NodaTime;
using OrderHotline.Adapters.Connect;
using OrderHotline.Application;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Functions;

namespace OrderHotline.CallSimulator.Timing;

/// <summary>How a caller's time goes by who hears every prompt to its end: the waits that the service makes, and by estimate the words and the
/// keys (<see cref="SpeechLength"/>).</summary>
/// <param name="UntilTheCallerMayAct">From the ring to the end of the first prompt that may be interrupted; null when there was none.</param>
/// <param name="UntilAChangeIsAnnounced">From the ring to the end of the words that say that an order was moved or cancelled; null when none was.</param>
/// <param name="Listening">What was listened to.</param>
/// <param name="Acting">What was said and keyed.</param>
/// <param name="Waiting">What was neither: functions, silence, and keys that a bot waits for.</param>
/// <param name="Turns">How often the caller spoke or pressed keys.</param>
public sealed record CallTimes(
    Duration? UntilTheCallerMayAct, Duration? UntilAChangeIsAnnounced, Duration Listening, Duration Acting, Duration Waiting, int Turns)
{
    /// <summary>How long a key takes to find and press.</summary>
    static readonly Duration AKey = Duration.FromMilliseconds(500);

    /// <summary>The whole call.</summary>
    public Duration InAll => Listening + Acting + Waiting;

    /// <summary>Reckons a call up, whole or as far as it has come.</summary>
    /// <param name="ring">When it came in.</param>
    /// <param name="events">What happened in it.</param>
    public static CallTimes Of(Instant ring, IEnumerable<CallEvent> events)
    {
        var (mayAct, announced) = ((Duration?)null, (Duration?)null);
        var (listening, acting, waiting) = (Duration.Zero, Duration.Zero, Duration.Zero);
        var (turns, changed, language) = (0, false, "");
        foreach (var happened in events)
        {
            waiting = happened.At - ring;
            switch (happened)
            {
                case CallEvent.Heard { By: Audience.Caller } heard:
                    language = heard.Language;
                    listening += SpeechLength.Of(heard.Words, language);
                    mayAct ??= heard.MayBeInterrupted ? listening + acting + waiting : null;
                    announced ??= changed ? listening + acting + waiting : null;
                    break;

                case CallEvent.Did(_, CallerAct.Says(var words)):
                    acting += SpeechLength.Of(words, language);
                    turns++;
                    break;

                case CallEvent.Did(_, CallerAct.Presses(var keys)):
                    acting += AKey * keys.Length;
                    turns++;
                    break;

                case CallEvent.Invoked { Answer: FunctionAnswer.Replied(var reply, _) }:
                    changed |= SaysThatAnOrderChanged(reply);
                    break;
            }
        }

        return new(mayAct, announced, listening, acting, waiting, turns);
    }

    static bool SaysThatAnOrderChanged(ReadOnlyMemory<byte> reply)
    {
        try
        {
            using var json = JsonDocument.Parse(reply);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty(ConnectContract.OutcomeKey, out var outcome)
                && outcome.ValueKind == JsonValueKind.String
                && outcome.GetString() is (nameof(Outcome.Rescheduled) or nameof(Outcome.Cancelled));
        }
        catch (JsonException)
        {
            return false; // a function of somebody else's, which says what it likes
        }
    }
}
