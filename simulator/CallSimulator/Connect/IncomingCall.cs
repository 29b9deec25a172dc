using System.Collections.Immutable;
using NodaTime;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>A call that comes in.</summary>
/// <param name="ContactId">The contact's id; Connect gives every call a UUID.</param>
/// <param name="From">The caller's number in E.164, or null when it is withheld.</param>
/// <param name="To">The number that was dialled.</param>
/// <param name="Flow">The logical name of the flow that the number leads to.</param>
/// <param name="At">When it rings.</param>
public sealed record IncomingCall(string ContactId, string? From, string To, string Flow, Instant At)
{
    /// <summary>The number that is dialled in rehearsals. It is not in use.</summary>
    public const string RehearsedNumber = "+81312345678";

    // One for all calls that are compared: what differs from call to call would differ in every comparison.
    internal const string ComparedContactId = "c0ffee00-0000-4000-8000-000000000001";

    /// <summary>Contact attributes that the contact has from its beginning: who starts one by the API can give it some.</summary>
    public ImmutableDictionary<string, string> Attributes { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The contact's language before a flow sets one.</summary>
    public string Language { get; init; } = "en-US";
}
