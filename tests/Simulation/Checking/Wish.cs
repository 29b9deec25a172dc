using OrderHotline.Adapters.Connect;
using OrderHotline.Adapters.Connect.Tests;
using OrderHotline.Domain;

namespace OrderHotline.Simulation;

/// <summary>What a caller wants, once: however often it is sent, it is one wish.</summary>
/// <param name="Number">Which of its contact's wishes.</param>
/// <param name="Caller">Whose number the call comes from; null when it is withheld.</param>
/// <param name="Function">What is to be done.</param>
/// <param name="Day">The day that is asked for; empty when none is.</param>
/// <param name="Words">The caller's own words for it; empty when there are none.</param>
sealed record Wish(int Number, string Contact, PhoneNumber? Caller, ConnectFunction Function, string Day, string Words)
{
    /// <summary>The first contact of the call, under which the line keeps what was proved; another than this one after a transfer.</summary>
    public string First { get; init; } = Contact;

    /// <summary>What the caller is to be verified for; null where the function is asked for nothing of the kind.</summary>
    public ConnectFunction? For { get; init; }

    /// <summary>What is keyed in for a code; null where none is asked for.</summary>
    public string? Code { get; init; }

    /// <summary>What is keyed in for the end of the order's number; null where it is not asked for.</summary>
    public string? LastFour { get; init; }

    /// <summary>The event that a flow has a function invoked with.</summary>
    /// <param name="order">The order that is named; null for the caller's latest.</param>
    /// <param name="language">The contact's language, as Connect writes it.</param>
    public byte[] ToEvent(OrderId? order, string language)
    {
        var flowEvent = new FlowEvent
        {
            Address = Caller?.ToE164() ?? "anonymous",
            ContactId = Contact,
            InitialContactId = First,
            LanguageCode = language,
        };
        if (order is { } named)
        {
            flowEvent = flowEvent.With("orderId", $"{named}");
        }

        return (Function, Words) switch
        {
            (ConnectFunction.RequestCode, _) => flowEvent.With("operation", $"{For}").ToJson(),
            (ConnectFunction.VerifyCaller, _) when Code is not null => flowEvent.With("operation", $"{For}").With("code", Code).ToJson(),
            (ConnectFunction.VerifyCaller, _) => flowEvent.With("operation", $"{For}").With("lastFour", LastFour).ToJson(),
            (not ConnectFunction.ChangeOrderDate, _) => flowEvent.ToJson(),
            (_, "") => flowEvent.With("shippingDate", Day).ToJson(),
            _ => flowEvent.With("spokenDate", Words).ToJson(),
        };
    }

    public override string ToString() =>
        $"{Contact}.{Number} {Function}{(For is null ? "" : $" for {For} {Code}{LastFour}")}{(Day.Length + Words.Length > 0 ? $" {Day}{Words}" : "")}";
}
