using NodaTime;
using OrderHotline.Adapters.InMemory;
using OrderHotline.Domain;

namespace OrderHotline.Application.Tests;

/// <summary>The ports of a line that verifies, which count what they are asked and can be interrupted.</summary>
sealed class CountedPorts(InMemoryOrders orders, InMemoryVerifications proofs, UnreliableMessageSender sender, InMemoryOperators operators)
    : IOrders, IVerifications, IMessageSender, IOperators
{
    readonly List<Request> asked = [];

    public enum Request
    {
        ReadAnOrder,
        WriteAnOrder,
        ReadProofs,
        WriteProofs,
        TakeACode,
        SendAMessage,
        AskForAnOperator,
    }

    /// <summary>Happens before the next proof is written, and then no more unless it sets itself again.</summary>
    public Func<Task>? BeforeTheNextProof { get; set; }

    /// <summary>The next proof is stored, and its answer lost: the client meets its own write when it tries again.</summary>
    public bool MeetsItsOwnWrite { get; set; }

    /// <summary>Nothing of proofs can be read or written.</summary>
    public bool ProofsAreOutOfReach { get; set; }

    /// <summary>How often each was asked while something was done.</summary>
    public async Task<IReadOnlyDictionary<Request, int>> Of(Func<Task> work)
    {
        asked.Clear();
        await work();
        return asked.CountBy(request => request).ToDictionary();
    }

    public Task<OrderSearch> Latest(PhoneNumber owner, CancellationToken cancellation)
    {
        asked.Add(Request.ReadAnOrder);
        return orders.Latest(owner, cancellation);
    }

    public Task<OrderSearch> Find(PhoneNumber owner, OrderId id, CancellationToken cancellation)
    {
        asked.Add(Request.ReadAnOrder);
        return orders.Find(owner, id, cancellation);
    }

    public Task<StoreResult> Store(OrderChange change, CancellationToken cancellation)
    {
        asked.Add(Request.WriteAnOrder);
        return orders.Store(change, cancellation);
    }

    public Task<OrderVerification> Of(VerificationSubject subject, CancellationToken cancellation)
    {
        asked.Add(Request.ReadProofs);
        return ProofsAreOutOfReach ? throw new HttpRequestException("the table of proofs is out of reach") : proofs.Of(subject, cancellation);
    }

    public async Task<StoreResult> Store(OrderVerification next, CancellationToken cancellation)
    {
        asked.Add(Request.WriteProofs);
        var interruption = BeforeTheNextProof;
        BeforeTheNextProof = null;
        await (interruption?.Invoke() ?? Task.CompletedTask);
        var result = await proofs.Store(next, cancellation);
        if (!MeetsItsOwnWrite)
        {
            return result;
        }

        MeetsItsOwnWrite = false;
        return await proofs.Store(next, cancellation);
    }

    public Task<CodeBudget> TakeCode(LocalDate day, int atMost, CancellationToken cancellation)
    {
        asked.Add(Request.TakeACode);
        return proofs.TakeCode(day, atMost, cancellation);
    }

    public Task<OperatorConnection> ConnectedTo(ContactId contact, CancellationToken cancellation)
    {
        asked.Add(Request.AskForAnOperator);
        return operators.ConnectedTo(contact, cancellation);
    }

    public Task<MessageReceipt> Send(PhoneNumber to, string body, CancellationToken cancellation)
    {
        asked.Add(Request.SendAMessage);
        return sender.Send(to, body, cancellation);
    }
}
