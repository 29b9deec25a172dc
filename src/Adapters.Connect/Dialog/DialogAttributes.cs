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
    public const string Step = "dialogStep";
    public const string Day = "dialogDay";
    public const string Failures = "dialogFailures";
    public const string Message = "dialogMessage";
    public const string Result = OrderDialogHandler.ResultAttribute;
    public const string OrderedItem = "orderedItem";
    public const string ShippingDate = "shippingDate";

    public const int MostFailures = 3;

    // The line's own questions are far shorter; no message may have more than 1024 characters.
    const int LongestQuestion = 600;

    static readonly string[] Own = [Step, Day, Failures, Message, Result];

    readonly LexMembers received;
    readonly string? step;
    readonly string? day;
    readonly string? failures;
    readonly string? message;
    readonly string? orderedItem;
    readonly string? shippingDate;

    /// <exception cref="JsonException">One that is read has the wrong type or is given twice.</exception>
    public DialogAttributes(LexMembers received)
    {
        this.received = received;
        (step, day, failures) = (received.Text(Step), received.Text(Day), received.Text(Failures));
        (message, orderedItem, shippingDate) = (received.Text(Message), received.Text(OrderedItem), received.Text(ShippingDate));
    }

    public DialogState State => step switch
    {
        nameof(DialogState.Confirm) when ReadDay(this.day) is { } day => new DialogState.Confirm(day),
        nameof(DialogState.Date) or nameof(DialogState.Confirm) => new DialogState.Date(),
        _ => new DialogState.NotBegun(),
    };

    /// <summary>How many times in a row the caller was not understood.</summary>
    public int FailuresSoFar =>
        int.TryParse(failures, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Math.Min(number, MostFailures - 1)
            : 0;

    /// <summary>The day on which the order ships as it stands, if the flow told.</summary>
    public LocalDate? ShipsOn => ReadDay(shippingDate);

    /// <summary>The last question, or nothing.</summary>
    public string Question(PhraseBook words) => Spoken(message, words, LongestQuestion);

    /// <summary>What the customer ordered, fit to be spoken, or nothing.</summary>
    public string Item(PhraseBook words) =>
        orderedItem == Reply.None ? "" : Spoken(orderedItem, words, Speakable.MaxLength);

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
        var attributes = new LexObject(json).Pass(
            received.All.Where(member => member.Value.ValueKind == JsonValueKind.String && !Own.Contains(member.Name)));
        return move switch
        {
            DialogMove.AskForDay ask => Remember(nameof(DialogState.Date), ask.Question, ask.Failures),
            DialogMove.AskForYes ask =>
                Remember(nameof(DialogState.Confirm), ask.Question, ask.Failures).Add(Day, LocalDatePattern.Iso.Format(ask.Day)),
            DialogMove.Fulfil or DialogMove.Leave or DialogMove.Fail => attributes.Add(
                Result,
                move.Result is DialogResult.GaveUp or DialogResult.NoDayToChoose
                    ? nameof(DialogResult.Operator)
                    : move.Result.ToString()),

            // What the bot asks next is not the line's question: a yes to it must not move a parcel.
            _ => attributes,
        };

        LexObject Remember(string step, string question, int failures) => attributes
            .Add(Step, step)
            .Add(Message, question)
            .Add(Failures, failures.ToString(CultureInfo.InvariantCulture));
    }

    static string Spoken(string? attribute, PhraseBook words, int longest) => Speakable.Text(attribute ?? "", words, longest);

    static LocalDate? ReadDay(string? text) => text is not null && DateSlot.Read(text) is SpokenDate.Day(var day) ? day : null;
}

/// <summary>Where a dialogue stands.</summary>
abstract record DialogState
{
    DialogState()
    {
    }

    /// <summary>Nothing was asked yet.</summary>
    public sealed record NotBegun : DialogState;

    /// <summary>A day was asked for.</summary>
    public sealed record Date : DialogState;

    /// <summary>A day was read back, and a yes asked for.</summary>
    public sealed record Confirm(LocalDate Day) : DialogState;
}
