using System.Collections.Immutable;
using System.Text.Json;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>
/// Answers contact flow events. Always answers: Connect cannot tell failures apart and retries them, so an event that makes no
/// sense is <see cref="Outcome.InvalidRequest"/>, and a line that cannot do its work is <see cref="Outcome.Unavailable"/>.
/// </summary>
/// <param name="line">The use cases of a call.</param>
/// <param name="words">What it says; see <see cref="LinePhrases.Vocabulary"/>.</param>
/// <param name="trusted">The channels whose flow the shop trusts to know the caller's number.</param>
/// <param name="log">Takes one record a call. Must not throw.</param>
public sealed class ContactFlowHandler(
    ICallLine line, LineWords words, TrustedChannels trusted, Action<CallRecord> log)
{
    /// <summary>What a function keeps of its time for giving the answer, when its work is called off.</summary>
    public static readonly TimeSpan TimeToAnswer = TimeSpan.FromMilliseconds(500);

    static readonly FlowParameters NoParameters = new(CallerId: null, OrderId: null, ShippingDate: null, SpokenDate: null);

    /// <summary>Answers one event.</summary>
    /// <param name="function">The function the flow called.</param>
    /// <param name="json">The event as it arrived.</param>
    /// <param name="cancellation">Ends the work when the time is up; the answer is then <see cref="Outcome.Unavailable"/>.</param>
    public async Task<Reply> Answer(ConnectFunction function, ReadOnlyMemory<byte> json, CancellationToken cancellation)
    {
        var language = words.Default;
        ContactId? contactId = null;
        try
        {
            var (details, unreadable) = Read(json.Span);
            if (details?.ContactData is not { } contact)
            {
                return Invalid(unreadable);
            }

            language = words.LanguageOf(contact.LanguageCode);
            if (!ContactId.TryParse(contact.ContactId, out var id))
            {
                return Invalid("Details.ContactData.ContactId must be 1 to 128 visible ASCII characters.");
            }

            contactId = id;
            var (reply, problems) = await Ask(function, contact, id, details.Parameters ?? NoParameters, words.In(language), cancellation)
                .ConfigureAwait(false);
            log(new CallRecord(function, contactId, reply.Outcome, problems, Fault: null));
            return reply;
        }
#pragma warning disable CA1031 // The edge: whatever went wrong, the flow gets an answer it can branch on, and the log the whole of it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            log(new CallRecord(function, contactId, Outcome.Unavailable, [], fault));
            return OrderReplies.Unavailable(function, words.In(language));
        }

        Reply Invalid(string problem)
        {
            log(new CallRecord(function, contactId, Outcome.InvalidRequest, [problem], Fault: null));
            return OrderReplies.Invalid(function, words.In(language));
        }
    }

    static (EventDetails? Details, string Problem) Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return (ContactFlowEvent.Read(json)?.Details, "The event has no Details.ContactData: Connect always sends it.");
        }
        catch (JsonException malformed)
        {
            return (null, malformed.Message);
        }
    }

    async Task<(Reply Reply, ImmutableArray<string> Problems)> Ask(
        ConnectFunction function,
        ContactData contact,
        ContactId contactId,
        FlowParameters parameters,
        PhraseBook book,
        CancellationToken cancellation)
    {
        if (parameters.ProblemsOf(function).ToImmutableArray() is { Length: > 0 } unreadable)
        {
            return (OrderReplies.Invalid(function, book), unreadable);
        }

        var orderId = parameters.ReadOrderId();
        var caller = Caller.IsIdentifiedByTheCallsOwnNumberOrByATrustedFlow(
            contact.HintOfTheCaller(parameters.CallerId?.Text), trusted);
        switch (function)
        {
            case ConnectFunction.OrderTableRead:
                var found = await line.Send(new LookUpOrder(caller), cancellation).ConfigureAwait(false);
                return (OrderReplies.For(found, book), found is LookUpOutcome.InvalidRequest(var wrong) ? wrong : []);

            case ConnectFunction.CancelOrder:
                var cancelling = new CancelOrder(caller, orderId, contactId, contact.ContactChannel, book.Language);
                var cancelled = await line.Send(cancelling, cancellation).ConfigureAwait(false);
                return (OrderReplies.For(cancelled, book), cancelled is CancelOutcome.InvalidRequest(var notOne) ? notOne : []);

            case ConnectFunction.ChangeOrderDate:
                var moving = new RescheduleOrder(
                    caller,
                    orderId,
                    contactId,
                    contact.ContactChannel,
                    book.Language,
                    parameters.ShippingDate?.Text,
                    parameters.SpokenDate?.Text);
                var moved = await line.Send(moving, cancellation).ConfigureAwait(false);
                return (OrderReplies.For(moved, book), moved is RescheduleOutcome.InvalidRequest(var problems) ? problems : []);

            default:
                throw new ArgumentOutOfRangeException(nameof(function), function, "Connect calls no such function.");
        }
    }
}
