using MediatR;

namespace OrderHotline.Application;

/// <summary>Answers the requests of a call, and no others.</summary>
public interface ICallLine
{
    /// <summary>Answers a request.</summary>
    /// <exception cref="Exception">The store is out of reach or broken. Whether anything was changed is not known; the same request again
    /// is safe.</exception>
    Task<TOutcome> Send<TOutcome>(ICallRequest<TOutcome> request, CancellationToken cancellation);
}

/// <summary>Answers what is asked about days, and nothing else.</summary>
public interface IDateLine
{
    /// <summary>Answers a request.</summary>
    Task<TOutcome> Send<TOutcome>(IDateRequest<TOutcome> request, CancellationToken cancellation);
}

/// <summary>Verifies callers, and does nothing else.</summary>
public interface IVerificationLine
{
    /// <summary>Answers a request.</summary>
    /// <exception cref="Exception">A store or the service that carries messages is out of reach or broken. The same request again is
    /// safe: no attempt is counted twice.</exception>
    Task<TOutcome> Send<TOutcome>(IVerificationRequest<TOutcome> request, CancellationToken cancellation);
}

/// <summary>Takes an operator's word for a caller, and does nothing else.</summary>
public interface IOperatorLine
{
    /// <summary>Answers a request.</summary>
    /// <exception cref="Exception">A store or the call centre is out of reach or broken. The same request again is safe.</exception>
    Task<TOutcome> Send<TOutcome>(IOperatorRequest<TOutcome> request, CancellationToken cancellation);
}

/// <summary>Delivers owed messages, and does nothing else.</summary>
public interface IDeliveryLine
{
    /// <summary>Answers a request.</summary>
    /// <exception cref="Exception">The store is out of reach or broken. What is not noted stays owed.</exception>
    Task<TOutcome> Send<TOutcome>(IDeliveryRequest<TOutcome> request, CancellationToken cancellation);
}

/// <summary>A request that an <see cref="ICallLine"/> serves.</summary>
public interface ICallRequest<out TOutcome> : IRequest<TOutcome>;

/// <summary>A request that an <see cref="IDateLine"/> serves.</summary>
public interface IDateRequest<out TOutcome> : IRequest<TOutcome>;

/// <summary>A request that an <see cref="IVerificationLine"/> serves.</summary>
public interface IVerificationRequest<out TOutcome> : IRequest<TOutcome>;

/// <summary>A request that an <see cref="IOperatorLine"/> serves.</summary>
public interface IOperatorRequest<out TOutcome> : IRequest<TOutcome>;

/// <summary>A request that an <see cref="IDeliveryLine"/> serves.</summary>
public interface IDeliveryRequest<out TOutcome> : IRequest<TOutcome>;
