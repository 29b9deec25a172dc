using System.Collections.Immutable;
using OrderHotline.Adapters.Connect.Tests;
using OrderHotline.Domain;

namespace OrderHotline.Simulation;

/// <summary>A call, or a chat, with whatever its caller can make the network and the flow say.</summary>
/// <param name="Id">Its first contact.</param>
/// <param name="Number">The number it comes from, which whoever fakes it chooses.</param>
sealed record Call(string Id, PhoneNumber Number)
{
    static readonly ImmutableDictionary<string, string?> Lies = new Dictionary<string, string?>
    {
        ["verified"] = "True",
        ["assurance"] = "Possession",
        ["verification"] = "none",
        ["InitialContactId"] = "owner-1",
        ["reached"] = "Possession",
    }.ToImmutableDictionary();

    /// <summary>Whether it is a chat of somebody who has signed in as the owner, which the shop trusts as a factor.</summary>
    public bool IsALogin { get; init; }

    /// <summary>Whether it was transferred, and is another contact by now.</summary>
    public bool IsTransferred { get; init; }

    /// <summary>Whether attributes and parameters say that the caller is verified.</summary>
    public bool Lied { get; init; }

    /// <summary>The contact that its event names as the one before; null where it was not transferred by anybody.</summary>
    public string? Previous { get; init; }

    /// <summary>The contact that changes are noted with.</summary>
    public string Contact => IsTransferred ? $"{Id}-transferred" : Id;

    /// <summary>An event of it.</summary>
    public byte[] ToEvent(params ReadOnlySpan<(string Name, string Value)> parameters)
    {
        var flowEvent = new FlowEvent
        {
            Address = IsALogin ? null : Number.ToE164(),
            AddressType = IsALogin ? null : "TELEPHONE_NUMBER",
            Channel = IsALogin ? "CHAT" : "VOICE",
            ContactId = Contact,
            InitialContactId = Id,
            PreviousContactId = Previous,
            LanguageCode = "en-US",
            Attributes = Lied ? Lies : ImmutableDictionary<string, string?>.Empty,
            Parameters = Lied ? Lies : ImmutableDictionary<string, string?>.Empty,
        };
        if (IsALogin)
        {
            flowEvent = flowEvent.With("CallerID", Number.ToE164());
        }

        foreach (var (name, value) in parameters)
        {
            flowEvent = flowEvent.With(name, value);
        }

        return flowEvent.ToJson();
    }
}
