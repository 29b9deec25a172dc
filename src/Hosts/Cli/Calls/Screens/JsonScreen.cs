using OrderHotline.Adapters.InMemory;
using OrderHotline.CallSimulator.Connect;

namespace OrderHotline.Hosts.Cli;

/// <summary>A call as one JSON document, which is written when the call is over.</summary>
/// <param name="input">Gives a line for everything the caller does.</param>
sealed class JsonScreen(TextReader input) : ICallScreen
{
    readonly List<CallLine> lines = [];
    readonly PlainScreen desk = new(input, TextWriter.Null);

    public void Show(CallLine line) => lines.Add(line);

    public Task<string?> Ask(CallWaiting waiting, CancellationToken cancellation) => desk.Ask(waiting, cancellation);

    /// <summary>Writes what was shown, how the call ended, and the messages that the shop owed after it.</summary>
    public Task Write(PhonedCall call, TextWriter to) => JsonReport.Write(to, json =>
    {
        json.Lines(lines);
        json.WriteString("end", call.End.ToString());
        json.Messages(call.Messages);
    });
}

/// <summary>A call that was phoned from the desk, when it is over.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Messages">The messages that orders in memory owed after it; none where the orders are elsewhere.</param>
sealed record PhonedCall(CallEnd End, IReadOnlyList<RecordedMessage> Messages);
