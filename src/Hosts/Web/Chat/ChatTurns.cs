using NodaTime;
using OrderHotline.Adapters.Connect;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Web;

/// <summary>A conversation, turn by turn: the dialogue decides, and what it closes on is written as the API writes it.</summary>
sealed class ChatTurns(
    ICallLine line, ChangeLine changes, OrderConversation conversation, ChatWords words, SealedChats chats, ShippingPolicy policy, IClock clock)
{
    /// <summary>Begins a conversation.</summary>
    public async Task<ChatTurn> Begin(Customer customer, CancellationToken cancellation, string lead = "")
    {
        customer = Spoken(customer);
        var found = await LookUp.Ask(line, customer, cancellation);
        var turn = Said(new(customer, $"{Guid.NewGuid():N}", Number: 0), conversation.Begin(found, customer.Language), found);
        return turn with { Message = words.Join(lead, turn.Message, customer.Language), Outcome = $"{found.Name()}" };
    }

    /// <summary>Takes a message.</summary>
    /// <param name="customer">Who has sent it.</param>
    /// <param name="sealedState">The state that came with the answer before.</param>
    /// <param name="number">The message's number.</param>
    /// <param name="act">What the customer did.</param>
    /// <param name="cancellation">Ends the work when nobody waits for it any more.</param>
    /// <exception cref="RefusedException">The state is not one that the host gave this customer, or not of the message before.</exception>
    public async Task<ChatTurn> Take(Customer customer, string sealedState, int number, CustomerAct act, CancellationToken cancellation)
    {
        customer = Spoken(customer);
        if (chats.Open(sealedState) is not { } state || !state.IsOf(customer))
        {
            throw new RefusedException(Refusal.ConversationUnknown, "This state is of no conversation of this customer with this service: begin another.");
        }

        if (state.Number != number)
        {
            throw new RefusedException(Refusal.InvalidRequest, "number must be the one that came with this state.");
        }

        if (state.IsOver(clock.GetCurrentInstant()))
        {
            return await Begin(customer, cancellation, words.BegunAnew(customer.Language));
        }

        var at = new Place(customer, state.Conversation, number);
        var found = await LookUp.Ask(line, customer, cancellation);
        if (found is LookUpOutcome.OrderFound its)
        {
            // A message that has changed the order already is answered by that, whatever the day has become meanwhile.
            var next = state.Wish() is { } wish && its.Order.History.Any(change => change.Contact == wish.Key.Contact)
                ? Confirmed(state)
                : await conversation.Next(state.PointIn(customer.Language), act, its, customer.Language, policy.Today(clock.GetCurrentInstant()), cancellation);
            return await Do(at, next, its, state, cancellation);
        }

        return act is CustomerAct.Chose({ Kind: ChoiceKind.Goodbye })
            ? Said(at, new ConversationMove.Ends(""), found)
            : Said(at, conversation.Begin(found, customer.Language), found);
    }

    static ConversationMove Confirmed(ChatState state) =>
        state.Day is { } day ? new ConversationMove.Moves(LocalDate.FromDateOnly(day)) : new ConversationMove.Cancels();

    async Task<ChatTurn> Do(Place at, ConversationMove next, LookUpOutcome.OrderFound found, ChatState state, CancellationToken cancellation)
    {
        if (next is not (ConversationMove.Moves or ConversationMove.Cancels) || state.Wish() is not { } wish)
        {
            return Said(at, next, found);
        }

        try
        {
            if (next is ConversationMove.Moves(var day))
            {
                var moved = await changes.Reschedule(at.Customer, wish.Order, new DayAsked(Date: day.ToDateOnly()), wish.Key, wish.Condition, cancellation);
                return Said(at, conversation.After(moved, at.Customer.Language), AsItIs(moved) ?? found) with { Outcome = $"{moved.Name()}", Contact = wish.Key.Contact };
            }

            var cancelled = await changes.Cancel(at.Customer, wish.Order, wish.Key, wish.Condition, cancellation);
            return Said(at, conversation.After(cancelled, at.Customer.Language), AsItIs(cancelled) ?? found) with
            {
                Outcome = $"{cancelled.Name()}",
                Contact = wish.Key.Contact,
            };
        }
        catch (RefusedException refused) when (refused.Refusal is Refusal.ConditionFailed)
        {
            return await TellThatItHasChanged(at, found, cancellation);
        }
    }

    // Somebody else was quicker: how it stands now is told, and nothing was done.
    async Task<ChatTurn> TellThatItHasChanged(Place at, LookUpOutcome before, CancellationToken cancellation)
    {
        var now = await LookUp.Ask(line, at.Customer, cancellation);
        var told = now is LookUpOutcome.OrderFound(var order, var offer)
            ? conversation.After(new RescheduleOutcome.Decided(new RescheduleDecision.ChangedMeanwhile(), order, offer), at.Customer.Language)
            : conversation.Begin(now, at.Customer.Language);
        return Said(at, told, now is LookUpOutcome.OrderFound ? now : before) with { Outcome = $"{Refusal.ConditionFailed}" };
    }

    ChatTurn Said(Place at, ConversationMove move, LookUpOutcome found)
    {
        var (customer, language) = (at.Customer, at.Customer.Language);
        switch (move)
        {
            case ConversationMove.Asks asks:
                var order = (found as LookUpOutcome.OrderFound)?.Order;
                var state = ChatState.Of(customer, at.Conversation, at.Number + 1, asks.Point, order, clock.GetCurrentInstant());
                return new(asks.Words, language, state.Number, chats.Seal(state), [.. asks.Choices.Select(choice => Shown(choice, asks.Point, language))])
                {
                    Outcome = asks.Point.Step,
                };
            case ConversationMove.HandsOver(var told):
                var operators = words.Join(told, words.Operator(language, clock.GetCurrentInstant()), language);
                return Said(at, conversation.More(operators, found, language), found) with { Outcome = nameof(ChoiceKind.Operator), OffersOperator = true };
            case ConversationMove.Ends(var last):
                return new(words.Join(last, words.Goodbye(language), language), language, at.Number + 1, State: null, []) { Outcome = nameof(ChoiceKind.Goodbye) };
            default:
                throw new NotSupportedException($"Nothing is said for {move.GetType().Name}.");
        }
    }

    ChatChoice Shown(Choice choice, ConversationPoint point, Language language) => new(ChatChoice.Name(choice), words.Label(choice, point, language));

    Customer Spoken(Customer customer) => customer with { Language = words.Line.LanguageOf(customer.Language.ToString()) };

    static LookUpOutcome.OrderFound? AsItIs(RescheduleOutcome outcome) =>
        outcome is RescheduleOutcome.Decided(_, var order, var offer) ? new LookUpOutcome.OrderFound(order, offer) : null;

    static LookUpOutcome.OrderFound? AsItIs(CancelOutcome outcome) =>
        outcome is CancelOutcome.Decided(_, var order, var offer) ? new LookUpOutcome.OrderFound(order, offer) : null;

    /// <summary>Where in which conversation.</summary>
    sealed record Place(Customer Customer, string Conversation, int Number);
}

/// <summary>What is answered to a message.</summary>
/// <param name="Message">The words.</param>
/// <param name="Language">Their language.</param>
/// <param name="Number">The number of the message that comes next.</param>
/// <param name="State">What must come with it; null where the conversation is over.</param>
/// <param name="Choices">What can be chosen, with a label.</param>
sealed record ChatTurn(string Message, Language Language, int Number, string? State, IReadOnlyList<ChatChoice> Choices)
{
    /// <summary>What came of it, for the log.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>The wish, where one was acted on.</summary>
    public ContactId? Contact { get; init; }

    /// <summary>Whether an operator is who can help.</summary>
    public bool OffersOperator { get; init; }
}
