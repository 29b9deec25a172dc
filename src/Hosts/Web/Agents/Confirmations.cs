using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Memory;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Web;

/// <summary>Asks the person behind an agent whether a change is meant, and knows the answer again. Between the two the client carries a state that
/// only the host can write: whose change, of which order as it was, what was read back, and when.</summary>
/// <param name="protection">Signs the states. Processes that share its keys know each other's.</param>
/// <param name="clock">The time.</param>
sealed class Confirmations(IDataProtectionProvider protection, IClock clock) : IDisposable
{
    /// <summary>What the contact of a change that was confirmed begins with, in the order's history.</summary>
    public const string Origin = "agent";

    const string Question = "confirmation";
    const string Confirm = "confirm";

    static readonly Duration Life = Duration.FromMinutes(5);

    readonly IDataProtector states = protection.CreateProtector("order-hotline.confirmation.v1");
    readonly Lock gate = new();
    readonly MemoryCache used = new(new MemoryCacheOptions());

    /// <summary>Asks the person.</summary>
    /// <param name="context">The call of the tool.</param>
    /// <param name="customer">Whose change it is.</param>
    /// <param name="wish">What the tool was called for.</param>
    /// <param name="change">What a yes would change.</param>
    /// <param name="readBack">The question, which names it.</param>
    /// <returns>What asks, to be thrown.</returns>
    /// <exception cref="UnconfirmedException">The client cannot ask anybody.</exception>
    public InputRequiredException Ask(
        RequestContext<CallToolRequestParams> context, Customer customer, string wish, OrderChange change, string readBack)
    {
        if (context.Server is not { ClientCapabilities.Elicitation: not null, IsMrtrSupported: true })
        {
            throw new UnconfirmedException(
                Unconfirmed.ConfirmationNeeded, $"Nothing was changed: this client cannot ask the person, and a change needs their yes. It would have asked: {readBack}");
        }

        var state = new State(
            WhoseIs(customer),
            Fingerprint.Of(wish),
            OrderTag.Of(change.Before).Tag.ToString(),
            change.After.ShippingDate.ToDateOnly(),
            readBack,
            Convert.ToHexString(RandomNumberGenerator.GetBytes(16)),
            clock.GetCurrentInstant().ToUnixTimeSeconds());
        return new(
            new Dictionary<string, InputRequest> { [Question] = InputRequest.ForElicitation(Form(readBack)) },
            states.Protect(JsonSerializer.Serialize(state)));
    }

    /// <summary>What the person has said yes to.</summary>
    /// <param name="context">The call of the tool.</param>
    /// <param name="customer">Whose change it is.</param>
    /// <param name="wish">What the tool was called for.</param>
    /// <returns>Null where nobody has been asked yet.</returns>
    /// <exception cref="UnconfirmedException">It is no yes, or not to this, or it is too late, or it was used.</exception>
    public Confirmed? Answer(RequestContext<CallToolRequestParams> context, Customer customer, string wish)
    {
        if (context.Params is not { } call || (call.RequestState is null && call.InputResponses is not { Count: > 0 }))
        {
            return null;
        }

        var state = Read(call.RequestState);
        if (state is null || state.Customer != WhoseIs(customer) || state.Wish != Fingerprint.Of(wish))
        {
            throw new UnconfirmedException(Unconfirmed.ConfirmationInvalid, "Nothing was changed: this confirmation is not of this change for this customer. Ask again.");
        }

        var age = clock.GetCurrentInstant() - Instant.FromUnixTimeSeconds(state.AskedAt);
        if (age > Life || age < -Life)
        {
            throw new UnconfirmedException(Unconfirmed.ConfirmationExpired, "Nothing was changed: the yes came too late, five minutes after the question. Ask again.");
        }

        if (!IsAYes(call.InputResponses))
        {
            throw new UnconfirmedException(Unconfirmed.NotConfirmed, "Nothing was changed: the person did not say yes.");
        }

        UseOnce(state.Id);
        return new(state.Id, state.Tag, state.Day);
    }

    public void Dispose() => used.Dispose();

    static bool IsAYes(IDictionary<string, InputResponse>? responses) =>
        responses is not null
        && responses.TryGetValue(Question, out var response)
        && response.Deserialize(InputResponse.ElicitResultJsonTypeInfo) is { IsAccepted: true, Content: { } content }
        && content.TryGetValue(Confirm, out var said)
        && said.ValueKind == JsonValueKind.True;

    static ElicitRequestParams Form(string readBack) => new()
    {
        Message = readBack,
        RequestedSchema = new()
        {
            Properties = new Dictionary<string, ElicitRequestParams.PrimitiveSchemaDefinition>
            {
                [Confirm] = new ElicitRequestParams.BooleanSchema { Title = "Yes", Description = "Whether to make this change." },
            },
            Required = [Confirm],
        },
    };

    // A number, as nobody reads it: the state travels.
    static string WhoseIs(Customer customer) => customer.Caller is Caller.Identified(var number) ? number.ToE164() : "nobody";

    // Every other process knows it by the order's history.
    void UseOnce(string id)
    {
        lock (gate)
        {
            if (used.TryGetValue(id, out _))
            {
                throw Used();
            }

            used.Set(id, id, Life.ToTimeSpan() * 2);
        }
    }

    /// <summary>A yes counts once.</summary>
    public static UnconfirmedException Used() =>
        new(Unconfirmed.ConfirmationUsed, "Nothing was changed by this: the yes was used before. Look the order up.");

    State? Read(string? sent)
    {
        try
        {
            return sent is null ? null : JsonSerializer.Deserialize<State>(states.Unprotect(sent));
        }
        catch (CryptographicException)
        {
            return null; // forged, cut off, or of a process whose keys are gone
        }
    }

    sealed record State(string Customer, string Wish, string Tag, DateOnly Day, string ReadBack, string Id, long AskedAt);
}
