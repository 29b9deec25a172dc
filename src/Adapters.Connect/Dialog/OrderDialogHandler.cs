using System.Text.Json;
using OrderHotline.Application;

namespace OrderHotline.Adapters.Connect;

/// <summary>
/// The code hook of the bot, <c>OrderDialog</c>: answers Lex V2 turn by turn until the caller has said yes to a change, is done, or needs an
/// operator. Always answers; never writes an order.
/// </summary>
/// <param name="line">What is known about days.</param>
/// <param name="words">What it says; see <see cref="LinePhrases.Vocabulary"/>.</param>
/// <param name="deliveryDays">How many days after shipping an order is delivered; null where the shop does not say.</param>
/// <param name="log">Takes one record a turn. Must not throw.</param>
public sealed class OrderDialogHandler(IDateLine line, LineWords words, int? deliveryDays, Action<DialogRecord> log)
{
    /// <summary>The name of the function: a deployed one is chosen by it.</summary>
    public const string FunctionName = "OrderDialog";

    /// <summary>The session attribute that says which question the caller answers; gone when the dialogue closes.</summary>
    public const string StepAttribute = "dialogStep";

    /// <summary>The session attribute by which a flow learns how the dialogue closed.</summary>
    public const string ResultAttribute = "dialogResult";

    /// <summary>The session attribute that says why a call goes to an operator, in the shop's language.</summary>
    public const string ReasonAttribute = "handOverReason";

    readonly OrderDialog dialog = new(new(line, deliveryDays), new(words));

    /// <summary>Answers one event.</summary>
    /// <param name="json">The event as it arrived.</param>
    /// <param name="cancellation">Ends the work when the time is up.</param>
    /// <returns>The response as UTF-8 JSON.</returns>
    public async Task<byte[]> Answer(ReadOnlyMemory<byte> json, CancellationToken cancellation)
    {
        LexEvent? received = null;
        LexTurn? turn = null;
        try
        {
            received = LexEvent.Read(json);
            turn = LexTurn.Read(received, words);
        }
        catch (JsonException malformed)
        {
            return Fail(DialogResult.InvalidRequest, malformed.Message, fault: null);
        }

        try
        {
            var move = await dialog.Next(turn.Dialogue, cancellation).ConfigureAwait(false);
            var answer = LexResponse.To(turn, move).ToJson();
            Log(move.Result, problem: null, fault: null);
            return answer;
        }
#pragma warning disable CA1031 // The edge: whatever went wrong, the flow goes on by keys, and the log has the whole of it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return Fail(DialogResult.Unavailable, problem: null, fault);
        }

        byte[] Fail(DialogResult result, string? problem, Exception? fault)
        {
            Log(result, problem, fault);
            return LexResponse.Failure(json, received, result).ToJson();
        }

        void Log(DialogResult result, string? problem, Exception? fault) => log(
            new(received?.SessionId, received?.SessionState?.Intent?.Name, turn?.Dialogue.State.Name ?? Reply.None, result, problem, fault));
    }
}
