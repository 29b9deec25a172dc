using OrderHotline.Domain;

namespace OrderHotline.Application;

/// <summary>The service that carries text messages to customers.</summary>
/// <remarks>
/// An implementation hands a text to the service once and tries no second time: every attempt is noted with the order, and a later
/// one is the next delivery's. It cannot promise once and only once: a lost answer may have been an acceptance. All members may be
/// called at the same time.
/// </remarks>
public interface ITextMessages
{
    /// <summary>Hands one text to the service.</summary>
    /// <param name="to">The customer.</param>
    /// <param name="body">The words, ready to be read; at most 1,600 bytes of UTF-8.</param>
    /// <param name="cancellation">Ends the attempts.</param>
    /// <returns>Whether the service took it or will never take it.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was signalled; the text may have been
    /// taken.</exception>
    /// <exception cref="TextNotTakenException">The service throttles, or is not set up: it said that it did not take the text, which
    /// stays owed and is worth trying again later.</exception>
    /// <exception cref="Exception">The service is out of reach or broken; the text may have been taken, stays owed, and is worth
    /// trying again later.</exception>
    Task<TextReceipt> Send(PhoneNumber to, string body, CancellationToken cancellation);
}

/// <summary>What the service said of a text.</summary>
public abstract record TextReceipt
{
    TextReceipt()
    {
    }

    /// <summary>It is on its way. Nobody knows yet whether it arrives.</summary>
    /// <param name="MessageId">The service's own id of it.</param>
    public sealed record Accepted(string MessageId) : TextReceipt;

    /// <summary>It will never be taken: the customer has opted out, or the number receives no texts.</summary>
    /// <param name="Reason">The service's code for it, free of personal data.</param>
    public sealed record Refused(string Reason) : TextReceipt;
}

/// <summary>The service did not take a text, for a reason that time or an operator can mend.</summary>
/// <param name="reason">The service's code for it, free of personal data.</param>
/// <param name="answer">What the service answered.</param>
public sealed class TextNotTakenException(string reason, Exception answer)
    : Exception($"The text was not taken: {reason}. {answer.Message}", answer)
{
    /// <summary>The service's code for it.</summary>
    public string Reason { get; } = reason;
}
