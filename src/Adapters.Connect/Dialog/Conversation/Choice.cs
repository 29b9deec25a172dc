using System.Collections.Immutable;
using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>What a customer may choose instead of writing.</summary>
public enum ChoiceKind
{
    /// <summary>Another day, which is asked for next.</summary>
    ChangeDate,

    /// <summary>To cancel, which is read back next.</summary>
    CancelOrder,

    /// <summary>To be told how the order stands.</summary>
    OrderStatus,

    /// <summary>An operator.</summary>
    Operator,

    /// <summary>Yes, to what was read back.</summary>
    Yes,

    /// <summary>Another day than the one that was read back.</summary>
    AnotherDay,

    /// <summary>To leave the order as it is.</summary>
    KeepOrder,

    /// <summary>One of the days.</summary>
    Day,

    /// <summary>To be asked the last question again.</summary>
    Repeat,

    /// <summary>That there is nothing else.</summary>
    Goodbye,
}

/// <summary>One of the things that a customer may choose.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Day">The day, of <see cref="ChoiceKind.Day"/>; null otherwise.</param>
public sealed record Choice(ChoiceKind Kind, LocalDate? Day = null)
{
    // So many fit under a question; any other day can be written.
    const int MostDays = 6;

    // The intent that it stands for. A no to a day that was read back leads to another.
    internal string Intent => Kind switch
    {
        ChoiceKind.ChangeDate or ChoiceKind.Day => BotNames.ChangeDate,
        ChoiceKind.CancelOrder => BotNames.CancelOrder,
        ChoiceKind.OrderStatus => BotNames.OrderStatus,
        ChoiceKind.Operator => BotNames.Operator,
        ChoiceKind.Yes => BotNames.Yes,
        ChoiceKind.AnotherDay => BotNames.No,
        ChoiceKind.KeepOrder => BotNames.KeepOrder,
        ChoiceKind.Repeat => BotNames.Repeat,
        ChoiceKind.Goodbye => BotNames.Goodbye,
        _ => throw new NotSupportedException($"No intent for {Kind}."),
    };

    /// <summary>What can be chosen at a question. What would be refused is not among it.</summary>
    /// <param name="point">The question.</param>
    /// <param name="order">The order; null where there is none to speak of.</param>
    /// <param name="offer">What its customer may have.</param>
    internal static ImmutableArray<Choice> At(ConversationPoint point, Order? order, Offer offer) => point.State switch
    {
        DialogState.Date => [.. Days(order, point.Named.IsEmpty ? offer.Days : point.Named), new(ChoiceKind.KeepOrder), new(ChoiceKind.Operator)],
        DialogState.Confirm(var day) when day == order?.ShippingDate => [new(ChoiceKind.Yes), new(ChoiceKind.AnotherDay)],
        DialogState.Confirm => [new(ChoiceKind.Yes), new(ChoiceKind.AnotherDay), new(ChoiceKind.KeepOrder)],
        DialogState.ConfirmCancel => [new(ChoiceKind.Yes), new(ChoiceKind.KeepOrder)],
        DialogState.CancelOrKeep => [new(ChoiceKind.CancelOrder), new(ChoiceKind.KeepOrder), new(ChoiceKind.Operator)],
        DialogState.More => [.. Wishes(order, offer), new(ChoiceKind.Goodbye)],
        _ => [.. Wishes(order, offer)],
    };

    static IEnumerable<Choice> Wishes(Order? order, Offer offer)
    {
        if (offer.CanReschedule)
        {
            yield return new(ChoiceKind.ChangeDate);
        }

        if (offer.CanCancel)
        {
            yield return new(ChoiceKind.CancelOrder);
        }

        if (order is not null)
        {
            yield return new(ChoiceKind.OrderStatus);
        }

        yield return new(ChoiceKind.Operator);
    }

    static IEnumerable<Choice> Days(Order? order, IEnumerable<LocalDate> days) =>
        days.Where(day => day != order?.ShippingDate).Take(MostDays).Select(day => new Choice(ChoiceKind.Day, day));
}
