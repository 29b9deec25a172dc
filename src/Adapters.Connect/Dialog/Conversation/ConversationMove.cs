using System.Collections.Immutable;
using NodaTime;

namespace OrderHotline.Adapters.Connect;

/// <summary>What a customer does.</summary>
public abstract record CustomerAct
{
    CustomerAct()
    {
    }

    /// <summary>Writes something.</summary>
    public sealed record Wrote(string Words) : CustomerAct;

    /// <summary>Chooses what was offered.</summary>
    public sealed record Chose(Choice What) : CustomerAct;
}

/// <summary>What comes next in a conversation.</summary>
public abstract record ConversationMove
{
    ConversationMove()
    {
    }

    /// <summary>Something is asked.</summary>
    /// <param name="Point">Where the conversation stands now.</param>
    /// <param name="Words">What is told and asked.</param>
    /// <param name="Choices">What can be chosen for an answer; anything may be written.</param>
    public sealed record Asks(ConversationPoint Point, string Words, ImmutableArray<Choice> Choices) : ConversationMove;

    /// <summary>The customer has said yes to a day: it is to be written now.</summary>
    public sealed record Moves(LocalDate Day) : ConversationMove;

    /// <summary>The customer has said yes to cancelling: it is to be written now.</summary>
    public sealed record Cancels : ConversationMove;

    /// <summary>An operator must go on.</summary>
    /// <param name="Words">What is told first; may be empty.</param>
    public sealed record HandsOver(string Words) : ConversationMove;

    /// <summary>The customer is done.</summary>
    /// <param name="Words">What is told first; may be empty.</param>
    public sealed record Ends(string Words) : ConversationMove;
}
