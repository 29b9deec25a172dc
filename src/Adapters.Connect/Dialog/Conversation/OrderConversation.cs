using NodaTime;
using NodaTime.Text;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>The dialogue of the line with a customer who writes or chooses, and no Lex between. The rules and the words are those of the bot's
/// code hook, <see cref="OrderDialogHandler"/>. Writes no order: who asks it does what a <see cref="ConversationMove.Moves"/> or
/// <see cref="ConversationMove.Cancels"/> says, and tells the outcome by <see cref="After(RescheduleOutcome, Language)"/>.</summary>
/// <param name="line">What is known about days.</param>
/// <param name="words">What it says; see <see cref="LinePhrases.Vocabulary"/>.</param>
/// <param name="deliveryDays">How many days after shipping an order is delivered; null where the shop does not say.</param>
/// <param name="understanding">Takes what is written for an intent.</param>
public sealed class OrderConversation(IDateLine line, LineWords words, int? deliveryDays, IUnderstanding understanding)
{
    static readonly DialogState.More AnythingElse = new();

    readonly OrderDialog dialog = new(new(line, deliveryDays), new(words));

    /// <summary>Begins: tells how the order stands, and asks what is wished for.</summary>
    /// <param name="found">What a look-up has come to.</param>
    /// <param name="language">The customer's language.</param>
    public ConversationMove Begin(LookUpOutcome found, Language language)
    {
        var told = new OutcomeWords(words.In(language)).For(CanOnlyBeProvedToAnOperator(found));
        return found is LookUpOutcome.OrderFound
            ? Ask(new DialogState.Open(), told, found)
            : new ConversationMove.HandsOver(told);
    }

    /// <summary>Takes a turn.</summary>
    /// <param name="at">Where the conversation stood.</param>
    /// <param name="act">What the customer did.</param>
    /// <param name="found">The order as it is now.</param>
    /// <param name="language">The customer's language.</param>
    /// <param name="today">Today in the shop's zone.</param>
    /// <param name="cancellation">Ends the work when the result is no longer needed.</param>
    public async Task<ConversationMove> Next(
        ConversationPoint at, CustomerAct act, LookUpOutcome.OrderFound found, Language language, LocalDate today, CancellationToken cancellation)
    {
        var book = words.In(language);
        var input = await Heard(at, act, language, today, cancellation).ConfigureAwait(false);
        var turn = new DialogTurn(
            input, at.State, at.Failures, at.HelpWasTold, book, () => KnownOrder.From(found.Order, found.Offer, book), () => at.Question);
        return await dialog.Next(turn, cancellation).ConfigureAwait(false) switch
        {
            DialogMove.Ask ask => Asks(at.After(ask), LinePhrases.Join(ask.Lead, ask.Question, book), found.Order, found.Offer),
            DialogMove.Fulfil(_, var day) => new ConversationMove.Moves(day),
            DialogMove.Leave { Intent: BotNames.CancelOrder } => new ConversationMove.Cancels(),
            DialogMove.Leave { Intent: BotNames.Operator } leave => new ConversationMove.HandsOver(leave.Words),
            DialogMove.Leave leave => new ConversationMove.Ends(leave.Words),
            var other => throw new NotSupportedException($"Nothing comes of {other.GetType().Name} here."),
        };
    }

    /// <summary>Tells what came of a wish for another day, and asks on.</summary>
    public ConversationMove After(RescheduleOutcome outcome, Language language)
    {
        var told = new OutcomeWords(words.In(language)).For(
            outcome is RescheduleOutcome.VerificationNeeded ? new RescheduleOutcome.VerificationNeeded(WayToVerify.Operator) : outcome);
        return outcome is RescheduleOutcome.Decided(_, var order, var offer)
            ? After(outcome.Name(), told, order, offer, language)
            : new ConversationMove.HandsOver(told);
    }

    /// <summary>Tells what came of a wish to cancel, and asks on.</summary>
    public ConversationMove After(CancelOutcome outcome, Language language)
    {
        var told = new OutcomeWords(words.In(language)).For(
            outcome is CancelOutcome.VerificationNeeded ? new CancelOutcome.VerificationNeeded(WayToVerify.Operator) : outcome);
        return outcome is CancelOutcome.Decided(_, var order, var offer)
            ? After(outcome.Name(), told, order, offer, language)
            : new ConversationMove.HandsOver(told);
    }

    /// <summary>Tells something, and asks whether there is anything else.</summary>
    /// <param name="told">What is told.</param>
    /// <param name="found">What a look-up has come to.</param>
    /// <param name="language">The customer's language.</param>
    public ConversationMove.Asks More(string told, LookUpOutcome found, Language language)
    {
        var book = words.In(language);
        return Ask(AnythingElse, LinePhrases.Join(told, book.Say(LinePhrases.AnythingElse), book), found);
    }

    static ConversationMove.Asks Ask(DialogState state, string told, LookUpOutcome found)
    {
        var (order, offer) = found is LookUpOutcome.OrderFound(var its, var may) ? (its, may) : (null, Offer.Nothing);
        return Ask(state, told, order, offer);
    }

    static ConversationMove.Asks Ask(DialogState state, string told, Order? order, Offer offer) =>
        Asks(ConversationPoint.Beginning.After(new DialogMove.Ask(DialogResult.Asked, state, Lead: "", told)), told, order, offer);

    static ConversationMove.Asks Asks(ConversationPoint point, string told, Order? order, Offer offer) =>
        new(point, told, Choice.At(point, order, offer));

    // A day that became impossible between the yes and the write is answered with the days there are.
    ConversationMove.Asks After(Outcome outcome, string told, Order order, Offer offer, Language language)
    {
        var book = words.In(language);
        var question = new OutcomeWords(book).QuestionAfter(outcome, order);
        return question.Length > 0
            ? Ask(AnythingElse, LinePhrases.Join(told, question, book), order, offer)
            : Ask(new DialogState.Date(), told, order, offer);
    }

    // Nothing is proved in writing: no code is sent, and none is asked for.
    static LookUpOutcome CanOnlyBeProvedToAnOperator(LookUpOutcome found) =>
        found is LookUpOutcome.VerificationNeeded ? new LookUpOutcome.VerificationNeeded(WayToVerify.Operator) : found;

    async ValueTask<CallerInput> Heard(ConversationPoint at, CustomerAct act, Language language, LocalDate today, CancellationToken cancellation)
    {
        if (act is CustomerAct.Chose(var choice))
        {
            return new(choice.Intent, "") { IsTyped = true, IsChosen = true, Date = choice.Day is { } day ? LocalDatePattern.Iso.Format(day) : null };
        }

        var said = ((CustomerAct.Wrote)act).Words.Trim();
        var pending = at.State switch
        {
            DialogState.Date or DialogState.Confirm => BotNames.ChangeDate,
            DialogState.ConfirmCancel => BotNames.CancelOrder,
            _ => null,
        };
        var intent = await understanding.IntentOf(said, language, pending, today, cancellation).ConfigureAwait(false);
        return new(BotNames.IsKnown(intent) ? intent! : BotNames.FallbackIntent, said) { IsTyped = true };
    }
}
