using NodaTime;
using NodaTime.Text;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>The rules of the dialogue: a day is asked for, read back in full, and fulfilled only by a yes to that very day.
/// Writes no order.</summary>
sealed class OrderDialog(IDateLine line)
{
    const string OperatorKey = "0";
    const string RepeatKey = "9";

    public async Task<DialogMove> Next(DialogTurn turn, CancellationToken cancellation)
    {
        var begun = turn.State is not DialogState.NotBegun;
        switch (turn.Intent)
        {
            case BotNames.CancelOrder:
                return new DialogMove.Leave(DialogResult.CancelOrder, turn.Intent);
            case BotNames.Operator:
                return new DialogMove.Leave(DialogResult.Operator, turn.Intent);
            case BotNames.Repeat when begun:
                return await Repeat(turn, cancellation).ConfigureAwait(false);
            case BotNames.Repeat:
                return new DialogMove.Leave(DialogResult.Repeated, turn.Intent);
            case BotNames.ChangeDate:
            case BotNames.FallbackIntent when begun:
                return await Listen(turn, cancellation).ConfigureAwait(false);
            default:
                return turn.IsFulfilment
                    ? new DialogMove.Leave(DialogResult.Delegated, turn.Intent)
                    : new DialogMove.Delegate();
        }
    }

    async Task<DialogMove> Listen(DialogTurn turn, CancellationToken cancellation)
    {
        if (turn.Keyed == OperatorKey)
        {
            return new DialogMove.Leave(DialogResult.Operator, BotNames.Operator);
        }

        if (turn.Keyed == RepeatKey)
        {
            return await Repeat(turn, cancellation).ConfigureAwait(false);
        }

        var isKeyedAnswer = turn.State is DialogState.Confirm && turn.Keyed is "1" or "2";
        var heard = isKeyedAnswer
            ? await Consider(turn, said: null, slot: null, cancellation).ConfigureAwait(false)
            : await Consider(turn, YesOrNo.AfterTheNo(turn.Said, turn.Words), turn.NewDate, cancellation).ConfigureAwait(false);
        if (turn.State is not DialogState.Confirm(var day))
        {
            return heard is ConsiderDateOutcome.NotUnderstood(var days) ? AskAgain(turn, days) : Take(heard, turn);
        }

        var namesAnotherDay = heard is not ConsiderDateOutcome.NotUnderstood
            && (heard is not ConsiderDateOutcome.Possible(_, var named) || named != day);
        return (turn.Answer, heard) switch
        {
            (Answer.Yes, _) when !namesAnotherDay => await Confirm(day, turn, cancellation).ConfigureAwait(false),
            (Answer.No, ConsiderDateOutcome.NotUnderstood(var days)) =>
                Ask(DialogResult.Denied, Say(turn, LinePhrases.Denied), days, turn),
            (_, ConsiderDateOutcome.NotUnderstood) => ReadBackAgain(turn, day),
            _ => Take(heard, turn),
        };
    }

    // Time has passed since the day was read back, perhaps the cut-off.
    async Task<DialogMove> Confirm(LocalDate day, DialogTurn turn, CancellationToken cancellation)
    {
        var now = await Consider(turn, said: null, LocalDatePattern.Iso.Format(day), cancellation).ConfigureAwait(false);
        return now is ConsiderDateOutcome.Possible
            ? new DialogMove.Fulfil(day == turn.Attributes.ShipsOn ? DialogResult.Unchanged : DialogResult.Confirmed, day)
            : Take(now, turn);
    }

    static DialogMove Take(ConsiderDateOutcome heard, DialogTurn turn) => heard switch
    {
        ConsiderDateOutcome.Possible(_, var day) =>
            new DialogMove.AskForYes(DialogResult.ReadBack, day, Lead: "", ReadBack(day, turn)),
        ConsiderDateOutcome.WhichDay(_, var days) => Ask(DialogResult.WhichDay, lead: "", days, turn),
        ConsiderDateOutcome.NotPossible(_, var verdict, var nearest) =>
            Ask(DialogResult.DateNotPossible, new OutcomeWords(turn.Words).WhyNot(verdict), nearest, turn),
        _ => throw new InvalidOperationException($"No move for {heard.GetType().Name}."),
    };

    async Task<DialogMove> Repeat(DialogTurn turn, CancellationToken cancellation)
    {
        if (turn.State is DialogState.Confirm(var day))
        {
            return new DialogMove.AskForYes(
                DialogResult.Repeated, day, Lead: "", ReadBack(day, turn), turn.Attributes.FailuresSoFar);
        }

        return turn.Attributes.Question(turn.Words) is { Length: > 0 } question
            ? new DialogMove.AskForDay(DialogResult.Repeated, Lead: "", question, turn.Attributes.FailuresSoFar)
            : Ask(DialogResult.Repeated, lead: "", await AllDays(turn, cancellation).ConfigureAwait(false), turn);
    }

    static DialogMove AskAgain(DialogTurn turn, ShippingDays days)
    {
        if (turn.State is DialogState.NotBegun)
        {
            return Ask(DialogResult.Asked, Begin(turn), days, turn);
        }

        var question = turn.Attributes.Question(turn.Words);
        return Failed(turn, LinePhrases.DateNotUnderstood, LinePhrases.DateByKeypad, (result, lead, failures) =>
            question.Length > 0
                ? new DialogMove.AskForDay(result, lead, question, failures)
                : Ask(result, lead, days, turn, failures));
    }

    static DialogMove ReadBackAgain(DialogTurn turn, LocalDate day) =>
        Failed(turn, LinePhrases.YesOrNo, LinePhrases.YesOrNoByKeypad, (result, lead, failures) =>
            new DialogMove.AskForYes(result, day, lead, ReadBack(day, turn), failures));

    static DialogMove Failed(
        DialogTurn turn, Phrase notUnderstood, Phrase byKeypad, Func<DialogResult, string, int, DialogMove> askAgain)
    {
        var failures = turn.Attributes.FailuresSoFar + 1;
        if (failures >= DialogAttributes.MostFailures)
        {
            return new DialogMove.Fail(DialogResult.GaveUp, Say(turn, LinePhrases.GaveUp));
        }

        var (result, why) = turn.Said.Length == 0
            ? (DialogResult.Silence, LinePhrases.Silence)
            : (DialogResult.NotUnderstood, notUnderstood);
        var hint = failures == 1 || turn.IsTyped ? "" : Say(turn, byKeypad);
        return askAgain(result, LinePhrases.Join(Say(turn, why), hint, turn.Words), failures);
    }

    static DialogMove Ask(DialogResult result, string lead, ShippingDays days, DialogTurn turn, int failures = 0) =>
        days.Count == 0
            ? new DialogMove.Fail(DialogResult.NoDayToChoose, Say(turn, LinePhrases.NothingToChooseInDialogue))
            : new DialogMove.AskForDay(
                result, lead, new OutcomeWords(turn.Words).AskFor(days), failures);

    static string Begin(DialogTurn turn) => turn.Attributes.Item(turn.Words) is { Length: > 0 } item
        ? turn.Words.Say(LinePhrases.Begin, item)
        : Say(turn, LinePhrases.BeginWithoutItem);

    static string ReadBack(LocalDate day, DialogTurn turn) => turn.Words.Say(
        day == turn.Attributes.ShipsOn ? LinePhrases.AlreadyShipsOn : LinePhrases.ReadBack, new DateWords(turn.Words).Day(day));

    static string Say(DialogTurn turn, Phrase phrase) => turn.Words.Say(phrase);

    async Task<ShippingDays> AllDays(DialogTurn turn, CancellationToken cancellation) =>
        await Consider(turn, said: null, slot: null, cancellation).ConfigureAwait(false)
            is ConsiderDateOutcome.NotUnderstood(var days) ? days : ShippingDays.None;

    Task<ConsiderDateOutcome> Consider(DialogTurn turn, string? said, string? slot, CancellationToken cancellation) =>
        line.Send(new ConsiderDate(said, slot, turn.Language, turn.Attributes.ShipsOn), cancellation);
}
