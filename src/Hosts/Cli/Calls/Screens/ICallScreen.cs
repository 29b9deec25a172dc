using OrderHotline.Application;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Scenarios;

namespace OrderHotline.Hosts.Cli;

/// <summary>Where a call is shown, and where its caller types.</summary>
interface ICallScreen
{
    void Show(CallLine line);

    /// <summary>Asks the person at the desk what the caller does.</summary>
    /// <returns>What was typed; null at the end of the input.</returns>
    Task<string?> Ask(CallWaiting waiting, CancellationToken cancellation);
}

/// <summary>One line of a call as it is shown: visible characters, and no telephone number, whoever said it.</summary>
/// <param name="Part">Who or what it is about.</param>
/// <param name="Text">The words as they came.</param>
sealed record CallLine(CallPart Part, string Text)
{
    public string Text { get; } = VisibleText.OneLine(LogText.Masked(Text));
}

/// <summary>Who or what a line is about.</summary>
enum CallPart
{
    /// <summary>The call itself: it rings, it is over.</summary>
    Call,

    /// <summary>What the caller hears.</summary>
    Line,

    /// <summary>What the caller does.</summary>
    Caller,

    /// <summary>What an operator hears and sees.</summary>
    Operator,

    /// <summary>The order behind the call.</summary>
    Order,

    /// <summary>A message on the customer's own telephone.</summary>
    Message,

    /// <summary>Something the person at the desk should know.</summary>
    Note,

    /// <summary>What happens inside: for <c>--trace</c>.</summary>
    Trace,
}
