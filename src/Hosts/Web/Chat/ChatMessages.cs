using System.Text.Json.Serialization;
using NodaTime.Text;
using OrderHotline.Adapters.Connect;

namespace OrderHotline.Hosts.Web;

/// <summary>What a customer writes or chooses.</summary>
/// <param name="Number">The number of this message: the one that came with the answer before.</param>
/// <param name="State">The state that came with the answer before.</param>
/// <param name="Said">What the customer has written.</param>
/// <param name="Chosen">Or what the customer has chosen, as <c>choices</c> named it; <c>Repeat</c> has the last question asked again, in another language say.</param>
sealed record ChatMessage(int Number, string State, string? Said = null, string? Chosen = null)
{
    /// <summary>How many characters are read.</summary>
    public const int LongestSaid = 300;

    const int LongestState = 6000;

    /// <summary>What the customer did.</summary>
    /// <exception cref="RefusedException">It is not one thing, or too much.</exception>
    [JsonIgnore]
    public CustomerAct Act => this switch
    {
        { State.Length: > LongestState } => throw Wrong("state is longer than any that the host gives."),
        { Said: { } said, Chosen: null } => string.IsNullOrWhiteSpace(said) ? throw Wrong("said is empty: send what the customer has written.")
            : said.Length > LongestSaid ? throw Wrong($"said is too long: {LongestSaid} characters are read.")
            : new CustomerAct.Wrote(said),
        { Said: null, Chosen: { } chosen } => new CustomerAct.Chose(ChatChoice.Read(chosen) ?? throw Wrong("chosen is no choice: send one as choices named it.")),
        _ => throw Wrong("Send either said, what the customer has written, or chosen, one of choices."),
    };

    static RefusedException Wrong(string detail) => new(Refusal.InvalidRequest, detail);
}

/// <summary>What can be chosen.</summary>
/// <param name="Choose">What to send as <c>chosen</c>: a name, or a day such as 2026-12-04.</param>
/// <param name="Label">What to show for it.</param>
sealed record ChatChoice(string Choose, string Label)
{
    public static string Name(Choice choice) => choice.Day is { } day ? LocalDatePattern.Iso.Format(day) : $"{choice.Kind}";

    public static Choice? Read(string chosen) =>
        LocalDatePattern.Iso.Parse(chosen) is { Success: true, Value: var day } ? new(ChoiceKind.Day, day)
        : char.IsAsciiLetterUpper(chosen.FirstOrDefault()) && Enum.TryParse<ChoiceKind>(chosen, out var kind) && kind is not ChoiceKind.Day && Enum.IsDefined(kind) ? new(kind)
        : null;
}

/// <summary>What the line answers in a chat.</summary>
/// <param name="Message">The words, in the language of the answer.</param>
/// <param name="Number">The number of the message that comes next.</param>
/// <param name="State">What must be sent with it; null where the conversation is over.</param>
/// <param name="Choices">What can be chosen instead of writing.</param>
/// <param name="OffersOperator">Whether an operator is who can help: show how to reach one.</param>
sealed record ChatAnswer(string Message, int Number, string? State, IReadOnlyList<ChatChoice> Choices, bool OffersOperator);
