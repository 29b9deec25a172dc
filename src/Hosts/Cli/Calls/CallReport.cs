using System.Text;
using NodaTime;
using NodaTime.Text;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Functions;
using OrderHotline.CallSimulator.Scenarios;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Cli;

/// <summary>What happened in a call, in lines for a person: the call itself, and with <c>--trace</c> everything behind it.</summary>
static class CallReport
{
    static readonly ZonedDateTimePattern Moment =
        ZonedDateTimePattern.CreateWithInvariantCulture("dddd uuuu-MM-dd HH:mm:ss '('z')'", DateTimeZoneProviders.Tzdb);

    public static IEnumerable<CallLine> For(CallEvent happened, bool withTrace) => happened switch
    {
        CallEvent.Heard(_, var words, Audience.Operator, _, _) => [new(CallPart.Operator, $"hears: {PlainWords.From(words)}")],
        CallEvent.Heard heard => [new(CallPart.Line, PlainWords.From(heard.Words))],
        CallEvent.Did(_, var act) => [new(CallPart.Caller, CallerInput.Write(act))],
        CallEvent.HandedOver(_, var attributes) =>
        [
            .. attributes.Select(shown => new CallLine(CallPart.Operator, $"sees: {shown.Key} = {shown.Value}")),
        ],
        CallEvent.CallbackPromised(_, var number, var after) =>
            [new(CallPart.Note, $"{Masked(number)} will be called back, {after.TotalSeconds:0} s from now at the earliest.")],
        CallEvent.Ended(_, var end) => [new(CallPart.Call, InWords(end))],
        CallEvent.Noted { IsOfSomethingMissing: true, Note: var missing } => [new(CallPart.Note, missing)],
        _ when withTrace => Trace(happened).Select(line => new CallLine(CallPart.Trace, line)),
        _ => [],
    };

    /// <summary>A number as one tells it from another without knowing it.</summary>
    public static string? Masked(string? number) => PhoneNumber.TryParse(number, out var known) ? known.ToString() : number;

    /// <summary>A moment in the shop's zone.</summary>
    public static string At(Instant moment, DateTimeZone zone) => Moment.Format(moment.InZone(zone));

    static IEnumerable<string> Trace(CallEvent happened) => happened switch
    {
        CallEvent.Ran(_, var flow, var action, var type, var branch, var next) =>
            [$"{flow} / {action} ({type}): {branch}{(next is null ? "" : $" -> {next}")}"],
        CallEvent.Invoked(_, var function, var attempt, var request, var answer) =>
        [
            attempt == 1 ? $"{function} <- {Text(request)}" : $"{function} <- the same, attempt {attempt}",
            answer switch
            {
                FunctionAnswer.Replied(var payload, var took) => $"{function} -> {Text(payload)} ({took.TotalMilliseconds:0.0} ms)",
                FunctionAnswer.Failed(var reason, var took) => $"{function} failed: {reason} ({took.TotalMilliseconds:0.0} ms)",
                _ => throw new NotSupportedException($"No words for {answer.GetType().Name}."),
            },
        ],
        CallEvent.BotTook(_, var intent) => [$"bot takes it for {intent}"],
        CallEvent.BotEnded(_, var intent) =>
        [
            $"bot: {intent.Name}, {intent.State}"
                + string.Concat(intent.Slots.Where(slot => slot.Value is not null)
                    .Select(slot => $", {slot.Key} = {slot.Value!.Interpreted} (\"{slot.Value.Original}\")")),
        ],
        CallEvent.Noted(_, var note) => [note],
        _ => [],
    };

    static string Text(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);

    static string InWords(CallEnd end) => end switch
    {
        CallEnd.LineHungUp => "Over: the line hung up.",
        CallEnd.CallerHungUp => "Over: the caller hung up.",
        CallEnd.WithOperator => "Over for the line: an operator has the call.",
        CallEnd.TransferredOut => "Over for the line: the call went on to another number.",
        CallEnd.CutOff => "Over: the caller was cut off, because the flow had nowhere to go.",
        _ => throw new NotSupportedException($"No words for {end}."),
    };
}
