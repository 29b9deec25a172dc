using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>What the line does next in a dialogue.</summary>
/// <param name="Result">What was made of the turn.</param>
abstract record DialogMove(DialogResult Result)
{
    /// <summary>Asks something.</summary>
    /// <param name="Result">What was made of the turn.</param>
    /// <param name="State">What is asked.</param>
    /// <param name="Lead">What is said before the question, and not again when it is repeated.</param>
    /// <param name="Question">The question.</param>
    /// <param name="Failures">How many times in a row the caller was not understood.</param>
    public sealed record Ask(DialogResult Result, DialogState State, string Lead, string Question, int Failures = 0) : DialogMove(Result)
    {
        /// <summary>Whether it explains the keypad, once a call.</summary>
        public bool TellsOfKeys { get; init; }

        /// <summary>The days that were named to choose from; none where all can be had that the shop offers.</summary>
        public ShippingDays Days { get; init; } = ShippingDays.None;

        /// <summary>Whether the caller asked for slower words, from here on.</summary>
        public bool Slows { get; init; }
    }

    /// <summary>Ends the dialogue on the day to which the caller said yes.</summary>
    public sealed record Fulfil(DialogResult Result, LocalDate Day) : DialogMove(Result);

    /// <summary>Ends the dialogue on another intent, on which the flow branches.</summary>
    /// <param name="Result">What was made of the turn.</param>
    /// <param name="Intent">The intent.</param>
    /// <param name="Words">What is said first; nothing where the flow says all.</param>
    /// <param name="Reason">Why it goes to an operator, in the shop's language; nothing where it does not.</param>
    public sealed record Leave(DialogResult Result, string Intent, string Words = "", string Reason = "") : DialogMove(Result);

    /// <summary>Leaves the turn to the bot.</summary>
    public sealed record Delegate() : DialogMove(DialogResult.Delegated);
}
