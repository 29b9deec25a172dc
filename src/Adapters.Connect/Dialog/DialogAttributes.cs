using System.Globalization;
using NodaTime;
using NodaTime.Text;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>The session attributes: what the flow passed, what the dialogue remembers from turn to turn, and what is somebody
/// else's.</summary>
sealed class DialogAttributes(Dictionary<string, string?> received)
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

    public DialogState State => received.GetValueOrDefault(Step) switch
    {
        nameof(DialogState.Confirm) when ReadDay(Day) is { } day => new DialogState.Confirm(day),
        nameof(DialogState.Date) or nameof(DialogState.Confirm) => new DialogState.Date(),
        _ => new DialogState.NotBegun(),
    };

    /// <summary>How many times in a row the caller was not understood.</summary>
    public int FailuresSoFar =>
        int.TryParse(received.GetValueOrDefault(Failures), NumberStyles.None, CultureInfo.InvariantCulture, out var failures)
            ? Math.Min(failures, MostFailures - 1)
            : 0;

    /// <summary>The day on which the order ships as it stands, if the flow told.</summary>
    public LocalDate? ShipsOn => ReadDay(ShippingDate);

    /// <summary>The last question, or nothing.</summary>
    public string Question(Language language) => Spoken(Message, language, LongestQuestion);

    /// <summary>What the customer ordered, fit to be spoken, or nothing.</summary>
    public string Item(Language language) =>
        received.GetValueOrDefault(OrderedItem) == Reply.None ? "" : Spoken(OrderedItem, language, Speakable.MaxLength);

    /// <summary>The attributes as they are sent back: those of others as they came, and the dialogue's own.</summary>
    public Dictionary<string, string> After(DialogMove move)
    {
        var attributes = received
            .Where(attribute => attribute.Value is not null && !Own.Contains(attribute.Key))
            .ToDictionary(attribute => attribute.Key, attribute => attribute.Value!);
        switch (move)
        {
            case DialogMove.AskForDay ask:
                Remember(nameof(DialogState.Date), ask.Question, ask.Failures);
                break;
            case DialogMove.AskForYes ask:
                Remember(nameof(DialogState.Confirm), ask.Question, ask.Failures);
                attributes[Day] = LocalDatePattern.Iso.Format(ask.Day);
                break;
            case DialogMove.Fulfil or DialogMove.Leave or DialogMove.Fail:
                attributes[Result] = move.Result is DialogResult.GaveUp or DialogResult.NoDayToChoose
                    ? nameof(DialogResult.Operator)
                    : move.Result.ToString();
                break;
            default:
                // What the bot asks next is not the line's question: a yes to it must not move a parcel.
                break;
        }

        return attributes;

        void Remember(string step, string question, int failures)
        {
            attributes[Step] = step;
            attributes[Message] = question;
            attributes[Failures] = failures.ToString(CultureInfo.InvariantCulture);
        }
    }

    string Spoken(string attribute, Language language, int longest) =>
        Speakable.Text(received.GetValueOrDefault(attribute) ?? "", language, longest);

    LocalDate? ReadDay(string attribute) => received.GetValueOrDefault(attribute) is { } text
        && DateSlot.Read(text) is SpokenDate.Day(var day) ? day : null;
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
