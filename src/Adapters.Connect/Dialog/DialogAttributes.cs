using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>The session attributes: what the flow passed, what the dialogue remembers from turn to turn, and what is somebody
/// else's.</summary>
sealed class DialogAttributes
{
    public const string Step = OrderDialogHandler.StepAttribute;
    public const string Day = "dialogDay";
    public const string Failures = "dialogFailures";
    public const string Message = "dialogMessage";
    public const string Keypad = "dialogKeypad";
    public const string Told = "told";
    public const string Pace = "dialogPace";
    public const string Slow = "slow";
    public const string Result = OrderDialogHandler.ResultAttribute;
    public const string Reason = OrderDialogHandler.ReasonAttribute;

    public const int MostFailures = 3;

    // The line's own questions are far shorter; no message may have more than 1024 characters.
    const int LongestQuestion = 600;

    static readonly string[] Own = [Step, Day, Failures, Message, Keypad, Pace, Result, Reason];

    readonly LexMembers received;
    readonly string? step;
    readonly string? day;
    readonly string? failures;
    readonly string? message;

    /// <exception cref="JsonException">One that is read has the wrong type or is given twice.</exception>
    public DialogAttributes(LexMembers received)
    {
        this.received = received;
        (step, day, failures) = (received.Text(Step), received.Text(Day), received.Text(Failures));
        message = received.Text(Message);
        (KeysWereTold, IsSlow) = (received.Text(Keypad) == Told, received.Text(Pace) == Slow);
        foreach (var name in KnownOrder.Keys)
        {
            received.Text(name); // read now, so that what is no text is told while the event is being read
        }
    }

    public DialogState State => DialogState.Of(step, ReadDay(day));

    /// <summary>Whether the caller asked for slower words.</summary>
    public bool IsSlow { get; }

    /// <summary>Whether the keypad was explained in this call.</summary>
    public bool KeysWereTold { get; }

    /// <summary>What the flow passed of the order.</summary>
    public KnownOrder Order(PhraseBook words) => KnownOrder.From(received.Text, words);

    /// <summary>How many times in a row the caller was not understood.</summary>
    public int FailuresSoFar =>
        int.TryParse(failures, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Math.Min(number, MostFailures - 1)
            : 0;

    /// <summary>The last question, or nothing.</summary>
    public string Question(PhraseBook words) => Spoken(message, words, LongestQuestion);

    /// <summary>The attributes as they are sent back: those of others as they came, and the dialogue's own.</summary>
    /// <param name="move">What the line does.</param>
    /// <param name="json">The event as it came.</param>
    public LexObject After(DialogMove move, ReadOnlyMemory<byte> json) => After(move, received, json);

    /// <inheritdoc cref="After(DialogMove, ReadOnlyMemory{byte})"/>
    /// <param name="move">What the line does.</param>
    /// <param name="received">The attributes that came. Those that are no texts Lex would not take back.</param>
    /// <param name="json">The event as it came.</param>
    public static LexObject After(DialogMove move, LexMembers received, ReadOnlyMemory<byte> json)
    {
        // The flow passes what it knows of the order anew each time: kept, it could be believed in place of the new.
        var isOver = move is DialogMove.Fulfil or DialogMove.Leave;
        var attributes = new LexObject(json).Pass(received.All.Where(member =>
            member.Value.ValueKind == JsonValueKind.String
            && !Own.Contains(member.Name)
            && !(isOver && KnownOrder.Keys.Contains(member.Name))));
        Keep(Keypad, move is DialogMove.Ask { TellsOfKeys: true } ? Told : Given(Keypad, received));
        Keep(Pace, move is DialogMove.Ask { Slows: true } ? Slow : Given(Pace, received));
        return move switch
        {
            DialogMove.Ask ask => Remember(ask),
            DialogMove.Leave { Reason.Length: > 0 } leave => attributes.Add(Result, ResultOf(leave)).Add(Reason, leave.Reason),
            DialogMove.Fulfil or DialogMove.Leave => attributes.Add(Result, ResultOf(move)),

            // What the bot asks next is not the line's question: a yes to it must not move a parcel.
            _ => attributes,
        };

        void Keep(string name, string text)
        {
            if (text.Length > 0)
            {
                attributes.Add(name, text);
            }
        }

        LexObject Remember(DialogMove.Ask ask)
        {
            attributes
                .Add(Step, ask.State.Name)
                .Add(Message, ask.Question)
                .Add(Failures, ask.Failures.ToString(CultureInfo.InvariantCulture));
            return ask.State is DialogState.Confirm(var day) ? attributes.Add(Day, LocalDatePattern.Iso.Format(day)) : attributes;
        }
    }

    static string ResultOf(DialogMove move) => move.Result is DialogResult.GaveUp or DialogResult.NoDayToChoose
        ? nameof(DialogResult.Operator)
        : move.Result.ToString();

    static string Given(string name, LexMembers received) =>
        received.All.FirstOrDefault(member => member.Name == name) is { Value: { ValueKind: JsonValueKind.String } text } ? text.GetString()! : "";

    static string Spoken(string? attribute, PhraseBook words, int longest) => Speakable.Text(attribute ?? "", words, longest);

    static LocalDate? ReadDay(string? text) => text is not null && DateSlot.Read(text) is SpokenDate.Day(var day) ? day : null;
}
