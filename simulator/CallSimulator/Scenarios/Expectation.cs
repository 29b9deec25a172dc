using NodaTime;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Scenarios;

/// <summary>Something that is so when a call has been played.</summary>
public abstract record Expectation
{
    Expectation()
    {
    }

    /// <summary>The line of the text that it was read from, from 1; 0 when it was not read.</summary>
    public int Line { get; init; }

    /// <summary>The order is this, to the last detail.</summary>
    /// <param name="Order">The order.</param>
    /// <param name="Changes">How many changes the call has made.</param>
    /// <param name="ShippedBefore">The day on which it was to ship when the call came in; null when that does not matter.</param>
    public sealed record OrderIsWhole(OrderDescription Order, int Changes, LocalDate? ShippedBefore = null) : Expectation;

    /// <summary>The order ships on this day.</summary>
    public sealed record OrderShips(OrderId Order, LocalDate On) : Expectation;

    /// <summary>The order stands there.</summary>
    public sealed record OrderStands(OrderId Order, OrderStatus Standing) : Expectation;

    /// <summary>The call has made so many changes to the order.</summary>
    public sealed record OrderHasChanges(OrderId Order, int Changes) : Expectation;

    /// <summary>The call has made the shop owe so many texts.</summary>
    public sealed record TextsOwed(int Texts) : Expectation;

    /// <summary>One of the owed texts has these words in it; its lines are joined by <c> / </c>.</summary>
    public sealed record TextSays(string Part) : Expectation;

    /// <summary>One of the messages with codes has these words in it.</summary>
    public sealed record CodeSays(string Part) : Expectation;

    /// <summary>The call has brought nobody a code.</summary>
    public sealed record NoCode : Expectation;

    /// <summary>The call has ended so, or still waits.</summary>
    /// <param name="End">How it has ended; null when it still waits.</param>
    /// <param name="At">When, or null when it does not matter. Words take no time, silence and functions do.</param>
    public sealed record CallIsOver(CallEnd? End, Instant? At) : Expectation;

    /// <summary>The operator who took the call sees this attribute.</summary>
    public sealed record OperatorSees(string Name, string Value) : Expectation;

    /// <summary>The operator who took the call hears a prompt with these words in it.</summary>
    public sealed record OperatorHears(string Part) : Expectation;

    /// <summary>This number will be called back.</summary>
    public sealed record CallbackTo(string Number) : Expectation;

    /// <summary>No call back is promised.</summary>
    public sealed record NoCallback : Expectation;

    /// <summary>The function was called so many times, retries included.</summary>
    public sealed record FunctionCalled(string Function, int Times) : Expectation;

    /// <summary>The caller has never heard these words.</summary>
    public sealed record NeverHeard(string Part) : Expectation;
}
