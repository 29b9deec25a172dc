using OrderHotline.Domain;

namespace OrderHotline.Application;

/// <summary>The service that carries messages to customers.</summary>
/// <remarks>
/// An implementation hands a message to the service once and tries no second time: every attempt is noted with the order, and a later
/// one is the next delivery's. It cannot promise once and only once: a lost answer may have been an acceptance. All members may be
/// called at the same time.
/// </remarks>
public interface IMessageSender
{
    /// <summary>Hands one message to the service.</summary>
    /// <param name="to">The customer.</param>
    /// <param name="body">The words, ready to be read; at most 1,600 bytes of UTF-8.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <returns>What the service said of the message.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was signalled; the message may have been
    /// taken.</exception>
    /// <exception cref="Exception">The service is out of reach, broken, or gave no answer that tells. The attempt is in doubt: the
    /// message may have been taken, stays owed, and is worth trying again later.</exception>
    Task<MessageReceipt> Send(PhoneNumber to, string body, CancellationToken cancellation);
}

/// <summary>What the service said of a message.</summary>
public abstract record MessageReceipt
{
    MessageReceipt()
    {
    }

    /// <summary>It is on its way. Nobody knows yet whether it arrives.</summary>
    /// <param name="MessageId">The service's own id of it.</param>
    public sealed record Accepted(string MessageId) : MessageReceipt;

    /// <summary>It will never be taken: the customer has opted out, or the number receives no SMS.</summary>
    /// <param name="Reason">The service's code for it, free of personal data.</param>
    public sealed record Refused(string Reason) : MessageReceipt;

    /// <summary>It was not taken this time, for a reason that time or an operator can mend: the service throttles, or is not set up. It
    /// stays owed.</summary>
    /// <param name="Reason">The service's code for it, free of personal data.</param>
    /// <param name="Details">What the service said. It may name the customer.</param>
    public sealed record NotTaken(string Reason, string Details) : MessageReceipt;
}
