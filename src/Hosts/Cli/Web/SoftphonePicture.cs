using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Functions;
using OrderHotline.CallSimulator.Scenarios;
using OrderHotline.CallSimulator.Timing;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Cli;

/// <summary>The softphone as the page sees it: one JSON document, always the whole of it, so that a page that comes late or comes back has missed
/// nothing. Telephone numbers are masked, as on every screen.</summary>
static class SoftphonePicture
{
    static readonly JsonWriterOptions InOneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one line of JSON.</summary>
    public static string Write(Action<Utf8JsonWriter> members)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, InOneLine))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(json.WrittenSpan);
    }

    /// <summary>The ring or an act, and what came of it.</summary>
    public static void Step(this Utf8JsonWriter json, SoftphoneStep step)
    {
        if (step.Act is { } act)
        {
            json.WriteString("act", Shown(CallPart.Caller, CallerInput.Write(act)));
        }

        json.List("lines", step.Events.Where(happened => happened is not CallEvent.Did).SelectMany(Lines), line =>
        {
            json.WriteString("of", line.Line.Part.ToString());
            json.WriteString("text", line.Line.Text);
            json.WriteString("language", line.Language);
            json.WriteNumber("seconds", Math.Round(line.Seconds, 2));
        });
        json.Order("order", Described(step.Order), step.Order?.Version ?? 0, step.Requests);
        json.List("messages", step.Messages, message => json.WriteString("text", Shown(message.Body)));
        json.List("inside", step.Events.Where(IsInside), happened => Inside(json, happened));
    }

    /// <summary>An order as its card shows it; null where there is none.</summary>
    /// <param name="json">Takes it.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="order">The order.</param>
    /// <param name="changes">How often it was changed.</param>
    /// <param name="requests">How often a function was asked to change it.</param>
    public static void Order(this Utf8JsonWriter json, string name, OrderDescription? order, int changes = 0, int requests = 0)
    {
        if (order is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("id", order.Id.ToString());
        json.WriteString("item", Shown(order.Item));
        json.WriteString("name", Shown(order.CustomerName));
        json.WriteString("ships", LocalDatePattern.Iso.Format(order.Ships));
        json.WriteString("state", JsonNamingPolicy.CamelCase.ConvertName(order.Standing.ToString()));
        json.WriteNumber("changes", changes);
        json.WriteNumber("requests", requests);
        json.WriteEndObject();
    }

    /// <summary>What the call waits for, or how it ended.</summary>
    public static void Waiting(this Utf8JsonWriter json, CallState state)
    {
        json.WriteStartObject("waiting");
        json.WriteString("for", state.Waiting switch
        {
            CallWaiting.ForKey => "key",
            CallWaiting.ForDigits => "digits",
            CallWaiting.ForAnswer => "answer",
            CallWaiting.ForOperator => "operator",
            CallWaiting.Over => "nothing",
            _ => throw new NotSupportedException($"No word for {state.Waiting}."),
        });
        json.WriteString("flow", state.Flow);
        json.WriteString("action", state.Action);
        json.WriteString("language", state.Language);
        json.WriteEndObject();
        if (state.Waiting is CallWaiting.Over(var end))
        {
            json.WriteString("end", end.ToString());
        }
    }

    /// <summary>How the caller's time went, by estimate, in seconds.</summary>
    public static void Times(this Utf8JsonWriter json, CallTimes times)
    {
        json.WriteStartObject("times");
        json.WriteNumber("listening", Math.Round(times.Listening.TotalSeconds, 1));
        json.WriteNumber("inAll", Math.Round(times.InAll.TotalSeconds, 1));
        json.WriteNumber("turns", times.Turns);
        if (times.UntilAChangeIsAnnounced is { } announced)
        {
            json.WriteNumber("untilAChangeIsAnnounced", Math.Round(announced.TotalSeconds, 1));
        }

        json.WriteEndObject();
    }

    /// <summary>An order in the words of a scenario; null where there is none.</summary>
    public static OrderDescription? Described(Order? order) => order is null ? null : OrderDescription.From(order, caller: order.Owner);

    static string Shown(CallPart part, string text) => new CallLine(part, text).Text;

    // A message has lines of its own.
    static string Shown(string text) => VisibleText.Lines(Application.LogText.Masked(text));

    static IEnumerable<(CallLine Line, string Language, double Seconds)> Lines(CallEvent happened) =>
        CallReport.For(happened, withTrace: false).Where(line => line.Part != CallPart.Call).Select(line => happened is CallEvent.Heard heard
            ? (line, heard.Language, SpeechLength.Of(heard.Words, heard.Language).TotalSeconds)
            : (line, "", 0));

    static bool IsInside(CallEvent happened) =>
        happened is CallEvent.Ran or CallEvent.Invoked or CallEvent.BotTook or CallEvent.BotEnded or CallEvent.Noted;

    static void Inside(Utf8JsonWriter json, CallEvent happened)
    {
        switch (happened)
        {
            case CallEvent.Ran(_, var flow, var action, var type, var branch, _):
                json.WriteString("flow", flow);
                json.WriteString("action", action);
                json.WriteString("type", type);
                json.WriteString("branch", branch);
                break;

            case CallEvent.Invoked(_, var function, var attempt, var request, var answer):
                json.WriteString("function", function);
                json.WriteNumber("attempt", attempt);
                json.WriteString("event", Shown(CallPart.Trace, Encoding.UTF8.GetString(request.Span)));
                json.WriteString("answer", Shown(CallPart.Trace, answer switch
                {
                    FunctionAnswer.Replied(var payload, _) => Encoding.UTF8.GetString(payload.Span),
                    FunctionAnswer.Failed(var reason, _) => reason,
                    _ => throw new NotSupportedException($"No words for {answer.GetType().Name}."),
                }));
                json.WriteBoolean("failed", answer is FunctionAnswer.Failed);
                json.WriteNumber("seconds", Math.Round(answer.Took.TotalSeconds, 1));
                break;

            default:
                json.WriteString("note", string.Join(' ', CallReport.For(happened, withTrace: true).Select(line => line.Text)));
                break;
        }
    }
}
