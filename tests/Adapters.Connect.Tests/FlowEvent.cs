using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace OrderHotline.Adapters.Connect.Tests;

/// <summary>An event of a call by the customer of the sample order, or with what a test changes about it.</summary>
sealed record FlowEvent
{
    public string? Address { get; init; } = "+819012345678";

    public string? AddressType { get; init; } = "TELEPHONE_NUMBER";

    public string? Subtype { get; init; }

    public string? ContactId { get; init; } = "call-1";

    /// <summary>The first contact of a call that was transferred; null where it is this one.</summary>
    public string? InitialContactId { get; init; }

    /// <summary>The contact that this one was transferred from; null where it was not.</summary>
    public string? PreviousContactId { get; init; }

    public string? Channel { get; init; } = "VOICE";

    public string? LanguageCode { get; init; } = "ja-JP";

    public ImmutableDictionary<string, string?> Parameters { get; init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary>What a flow has noted with the contact. No function believes any of it.</summary>
    public ImmutableDictionary<string, string?> Attributes { get; init; } = ImmutableDictionary<string, string?>.Empty;

    public FlowEvent With(string parameter, string? value) => this with { Parameters = Parameters.SetItem(parameter, value) };

    public byte[] ToJson() => Encoding.UTF8.GetBytes(
        $$"""
        {
          "Name": "ContactFlowEvent",
          "Details": {
            "Parameters": {{JsonSerializer.Serialize(Parameters)}},
            "ContactData": {
              "Attributes": {{JsonSerializer.Serialize(Attributes)}},
              "ContactId": {{JsonSerializer.Serialize(ContactId)}},
              "InitialContactId": {{JsonSerializer.Serialize(InitialContactId ?? ContactId)}},
              "PreviousContactId": {{JsonSerializer.Serialize(PreviousContactId ?? ContactId)}},
              "Channel": {{JsonSerializer.Serialize(Channel)}},
              "LanguageCode": {{JsonSerializer.Serialize(LanguageCode)}},
              "CustomerEndpoint": { "Address": {{JsonSerializer.Serialize(Address)}}, "Type": {{JsonSerializer.Serialize(AddressType)}} },
              "SegmentAttributes": { "connect:Subtype": { "ValueString": {{JsonSerializer.Serialize(Subtype)}} } }
            }
          }
        }
        """);
}
