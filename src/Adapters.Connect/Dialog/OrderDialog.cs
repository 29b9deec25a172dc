using NodaTime;
using OrderHotline.Application;

namespace OrderHotline.Adapters.Connect;

/// <summary>The rules of the dialogue: the caller may wish for anything at every question; what would change an order is read back, and ends
/// the dialogue only on a yes to it. Writes no order.</summary>
/// <param name="days">What is known about days.</param>
/// <param name="questions">What is asked.</param>
sealed class OrderDialog(DayQuestion days, DialogQuestions questions)
{
    static readonly DialogState.Date WhichDay = new();

    public async Task<DialogMove> Next(DialogTurn turn, CancellationToken cancellation)
    {
        if (turn.IsSilent && turn.State is DialogState.More)
        {
            return new DialogMove.Leave(DialogResult.Goodbye, BotNames.Goodbye);
        }

        switch (turn.Wish)
        {
            case BotNames.Repeat:
                return DialogQuestions.Again(DialogResult.Repeated, turn);
            case BotNames.Slower:
                return DialogQuestions.Again(DialogResult.Repeated, turn) with { Slows = true };
            case BotNames.OrderStatus:
                return TellHowItStands(turn);
            case BotNames.KeepOrder:
            case BotNames.Stop when !turn.State.IsForYesOrNo && (!turn.State.IsOpen || !turn.Order.MayBeChanged):
                return Keep(turn);
            case BotNames.Stop when turn.State.IsOpen:
                return DialogQuestions.Ask(DialogResult.CancelOrKeep, new DialogState.CancelOrKeep(), turn);
            case BotNames.CancelOrder when turn.State is not DialogState.ConfirmCancel:
                return turn.Order.MayBeChanged
                    ? DialogQuestions.Ask(DialogResult.ReadBack, new DialogState.ConfirmCancel(), turn)
                    : CannotBeChanged(turn);
            case BotNames.Thanks when turn.State.IsOpen:
            case BotNames.Goodbye:
                return new DialogMove.Leave(
                    DialogResult.Goodbye, BotNames.Goodbye, turn.State.IsOpen ? "" : turn.Words.Say(LinePhrases.Kept));
            case var wish when DialogQuestions.ReasonOf(wish) is { } reason:
                return questions.Operator(DialogResult.Operator, reason);
            case var wish when BotNames.IsKnown(wish):
                return await Listen(turn, cancellation).ConfigureAwait(false);
            default:
                return turn.IsFulfilment
                    ? new DialogMove.Leave(DialogResult.Delegated, turn.Intent)
                    : new DialogMove.Delegate();
        }
    }

    async Task<DialogMove> Listen(DialogTurn turn, CancellationToken cancellation)
    {
        var heard = await days.Hear(turn, cancellation).ConfigureAwait(false);
        return (turn.State, turn.Wish) switch
        {
            (DialogState.Confirm(var day), BotNames.Yes) when heard.IsNothingBut(day) => await Confirm(day, turn, cancellation).ConfigureAwait(false),
            (DialogState.ConfirmCancel, BotNames.Yes) when !heard.NamesADay => new DialogMove.Leave(DialogResult.Confirmed, BotNames.CancelOrder),
            // "Not the third after all, the fourth" drops one day for another.
            _ when heard.NamesADay => turn.Order.MayBeChanged ? Take(heard, turn) : CannotBeChanged(turn),
            (_, BotNames.Stop) => Keep(turn),
            (DialogState.Confirm, BotNames.No) => DialogQuestions.Gladly(DialogResult.Denied, WhichDay, turn),
            (DialogState.ConfirmCancel, BotNames.No) => Keep(turn),
            (DialogState.More, BotNames.No) => new DialogMove.Leave(DialogResult.Goodbye, BotNames.Goodbye),
            (DialogState.Open or DialogState.More, BotNames.Yes) => DialogQuestions.Ask(DialogResult.Asked, new DialogState.Open(), turn),
            (DialogState.Open, BotNames.No) => DialogQuestions.Help(DialogResult.Helped, turn),
            (DialogState.Date or DialogState.Confirm, _) => questions.NotUnderstood(turn, heard.Days),
            (_, BotNames.ChangeDate) when !turn.Order.MayBeChanged => CannotBeChanged(turn),
            (_, BotNames.ChangeDate) => heard.Days.Count == 0
                ? questions.NoDay(turn)
                : DialogQuestions.Gladly(DialogResult.Asked, WhichDay, turn),
            _ => questions.NotUnderstood(turn, heard.Days),
        };
    }

    // Time has passed since the day was read back, perhaps the cut-off.
    async Task<DialogMove> Confirm(LocalDate day, DialogTurn turn, CancellationToken cancellation)
    {
        var now = await days.Judge(day, turn, cancellation).ConfigureAwait(false);
        return now.Outcome is ConsiderDateOutcome.Possible
            ? new DialogMove.Fulfil(day == turn.Order.ShipsOn ? DialogResult.Unchanged : DialogResult.Confirmed, day)
            : Take(now, turn);
    }

    DialogMove Take(HeardDay heard, DialogTurn turn)
    {
        var words = new OutcomeWords(turn.Words);
        return heard.Outcome switch
        {
            ConsiderDateOutcome.Possible(_, var day) =>
                DialogQuestions.Ask(DialogResult.ReadBack, new DialogState.Confirm(day), turn, heard.Lead),
            ConsiderDateOutcome.WhichDay(_, { Count: 0 }) or ConsiderDateOutcome.NotPossible(_, _, { Count: 0 }) => questions.NoDay(turn),
            ConsiderDateOutcome.WhichDay(_, [var only]) =>
                DialogQuestions.Ask(DialogResult.ReadBack, new DialogState.Confirm(only), turn, heard.Lead),
            // Days of delivery are none to choose from, and both sentences would be too long to listen to.
            ConsiderDateOutcome.WhichDay when heard.Lead.Length > 0 =>
                DialogQuestions.Ask(DialogResult.WhichDay, WhichDay, turn, heard.Lead),
            ConsiderDateOutcome.WhichDay(_, var some) =>
                new DialogMove.Ask(DialogResult.WhichDay, WhichDay, Lead: "", words.AskFor(some)) { Days = some },
            ConsiderDateOutcome.NotPossible(_, var verdict, var nearest) => new DialogMove.Ask(
                DialogResult.DateNotPossible,
                new DialogState.Confirm(nearest[^1]),
                words.WhyNot(verdict),
                words.Offer(nearest[^1], verdict)),
            _ => throw new InvalidOperationException($"No move for {heard.Outcome.GetType().Name}."),
        };
    }

    static DialogMove.Ask Keep(DialogTurn turn) =>
        DialogQuestions.Tell(DialogResult.Kept, turn, turn.Words.Say(LinePhrases.Kept));

    static DialogMove.Ask CannotBeChanged(DialogTurn turn) =>
        DialogQuestions.Tell(DialogResult.NotPossible, turn, new OutcomeWords(turn.Words).WhyNot(turn.Order.Standing));

    // At the open question it is an answer; at another it is told in passing.
    DialogMove TellHowItStands(DialogTurn turn)
    {
        var status = new OutcomeWords(turn.Words).Status(turn.Order);
        return status.Length == 0 ? questions.Operator(DialogResult.Operator, LinePhrases.ForOtherBusiness)
            : turn.State.IsOpen ? DialogQuestions.Tell(DialogResult.Status, turn, status)
            : DialogQuestions.Again(DialogResult.Status, turn) with { Lead = status };
    }
}
