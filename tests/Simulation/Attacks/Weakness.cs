using NodaTime;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Simulation;

/// <summary>What is wrong with the line that is attacked; nothing by default. Planted, to see that it is found.</summary>
sealed record Weakness
{
    /// <summary>The store of proofs as the use cases see it.</summary>
    public Func<IVerifications, IClock, IVerifications> Proofs { get; init; } = (proofs, _) => proofs;

    /// <summary>The use cases that verify.</summary>
    public Func<IVerificationLine, IVerifications, IClock, IVerificationLine> Line { get; init; } = (line, _, _) => line;

    /// <summary>Who says which operators are connected; the first contact of the call that asks can be had beside.</summary>
    public Func<IOperators, Func<ContactId>, IOperators> Operators { get; init; } = (operators, _) => operators;

    /// <summary>The service that carries codes.</summary>
    public Func<IMessageSender, IMessageSender> Messages { get; init; } = messages => messages;

    /// <summary>What is asked of callers.</summary>
    public Func<VerificationPolicy, VerificationPolicy> Policy { get; init; } = policy => policy;
}
