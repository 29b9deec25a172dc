using System.Collections.Immutable;
using System.Text.Json;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>
/// Answers contact flow events. Always answers: Connect cannot tell failures apart and retries them, so an event that makes no
/// sense is <see cref="Outcome.InvalidRequest"/>, and a line that cannot do its work is <see cref="Outcome.Unavailable"/>.
/// </summary>
public sealed class ContactFlowHandler
{
    readonly ICallLine? calls;
    readonly IVerificationLine? verification;
    readonly IOperatorLine? operators;
    readonly LineWords words;
    readonly TrustedChannels trusted;
    readonly Action<CallRecord> log;

    /// <summary>Answers for orders: all but the functions that verify a caller.</summary>
    /// <param name="line">The use cases of a call.</param>
    /// <param name="words">What it says; see <see cref="LinePhrases.Vocabulary"/>.</param>
    /// <param name="trusted">The channels whose flow the shop trusts to know the caller's number.</param>
    /// <param name="log">Takes one record a call. Must not throw.</param>
    public ContactFlowHandler(ICallLine line, LineWords words, TrustedChannels trusted, Action<CallRecord> log)
        : this(words, trusted, log) => calls = line;

    /// <summary>Answers for <see cref="ConnectFunction.RequestCode"/> and <see cref="ConnectFunction.VerifyCaller"/> alone: nobody else has the
    /// keys.</summary>
    /// <inheritdoc cref="ContactFlowHandler(ICallLine, LineWords, TrustedChannels, Action{CallRecord})"/>
    public ContactFlowHandler(IVerificationLine line, LineWords words, TrustedChannels trusted, Action<CallRecord> log)
        : this(words, trusted, log) => verification = line;

    /// <summary>Answers for <see cref="ConnectFunction.VouchForCaller"/> alone: nobody else may ask the call centre.</summary>
    /// <inheritdoc cref="ContactFlowHandler(ICallLine, LineWords, TrustedChannels, Action{CallRecord})"/>
    public ContactFlowHandler(IOperatorLine line, LineWords words, TrustedChannels trusted, Action<CallRecord> log)
        : this(words, trusted, log) => operators = line;

    ContactFlowHandler(LineWords words, TrustedChannels trusted, Action<CallRecord> log) =>
        (this.words, this.trusted, this.log) = (words, trusted, log);

    /// <summary>What a function keeps of its time for giving the answer, when its work is called off.</summary>
    public static readonly TimeSpan TimeToAnswer = TimeSpan.FromMilliseconds(500);

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
            var (reply, problems, operatorId) = await Ask(function, contact, id, details.Parameters ?? FlowParameters.None, words.In(language), cancellation)
                .ConfigureAwait(false);
            log(new CallRecord(function, contactId, reply.Outcome, problems, Fault: null) { OperatorId = operatorId });
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

    async Task<Asked> Ask(
        ConnectFunction function,
        ContactData contact,
        ContactId contactId,
        FlowParameters parameters,
        PhraseBook book,
        CancellationToken cancellation)
    {
        if (parameters.ProblemsOf(function).ToImmutableArray() is { Length: > 0 } unreadable)
        {
            return new(OrderReplies.Invalid(function, book), unreadable);
        }

        var orderId = parameters.ReadOrderId();
        var first = ContactId.TryParse(contact.InitialContactId, out var initial) ? initial : contactId;
        var caller = Caller.IsIdentifiedByTheCallsOwnNumberOrByATrustedFlow(
            contact.HintOfTheCaller(parameters.CallerId?.Text), trusted);
        switch (function)
        {
            case ConnectFunction.OrderTableRead when calls is { } line:
                var found = await line.Send(new LookUpOrder(caller, first, contact.ContactChannel), cancellation).ConfigureAwait(false);
                return new(OrderReplies.For(found, book), found is LookUpOutcome.InvalidRequest(var wrong) ? wrong : []);

            case ConnectFunction.CancelOrder when calls is { } line:
                var cancelling = new CancelOrder(caller, orderId, contactId, contact.ContactChannel, book.Language) { FirstContact = first };
                var cancelled = await line.Send(cancelling, cancellation).ConfigureAwait(false);
                return new(OrderReplies.For(cancelled, book), cancelled is CancelOutcome.InvalidRequest(var notOne) ? notOne : []);

            case ConnectFunction.ChangeOrderDate when calls is { } line:
                var moving = new RescheduleOrder(
                    caller,
                    orderId,
                    contactId,
                    contact.ContactChannel,
                    book.Language,
                    parameters.ShippingDate?.Text,
                    parameters.SpokenDate?.Text)
                {
                    FirstContact = first,
                };
                var moved = await line.Send(moving, cancellation).ConfigureAwait(false);
                return new(OrderReplies.For(moved, book), moved is RescheduleOutcome.InvalidRequest(var problems) ? problems : []);

            case ConnectFunction.RequestCode when verification is { } line && parameters.ReadOperation() is { } operation:
                var requesting = new RequestCode(caller, orderId, operation, first, book.Language);
                var requested = await line.Send(requesting, cancellation).ConfigureAwait(false);
                return new(OrderReplies.For(requested, book), requested is RequestCodeOutcome.InvalidRequest(var noRequest) ? noRequest : []);

            case ConnectFunction.VerifyCaller when verification is { } line && parameters.ReadOperation() is { } operation:
                var verifying = new VerifyCaller(caller, orderId, operation, first, parameters.Code?.Text, parameters.LastFour?.Text);
                var verified = await line.Send(verifying, cancellation).ConfigureAwait(false);
                return new(OrderReplies.For(verified, book), verified is VerifyCallerOutcome.InvalidRequest(var noProof) ? noProof : []);

            case ConnectFunction.VouchForCaller when operators is { } line:
                // A transfer is a contact of its own; the operator speaks with the caller in the one before.
                var with = ContactId.TryParse(contact.PreviousContactId, out var previous) ? previous : contactId;
                var vouched = await line.Send(new VouchForCaller(caller, orderId, first, with), cancellation).ConfigureAwait(false);
                return new(
                    OrderReplies.For(vouched, book),
                    vouched is VouchForCallerOutcome.InvalidRequest(var noWord) ? noWord : [],
                    (vouched as VouchForCallerOutcome.Verified)?.OperatorId);

            default:
                throw new ArgumentOutOfRangeException(nameof(function), function, "This process serves no such function.");
        }
    }

    /// <summary>What came of a request, and what is logged of it.</summary>
    readonly record struct Asked(Reply Reply, ImmutableArray<string> Problems, string? OperatorId = null);
}
