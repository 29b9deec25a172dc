namespace OrderHotline.Domain;

/// <summary>The person on the line, as far as the line can tell: known by a strict E.164 number, or not known.</summary>
public abstract record Caller
{
    Caller()
    {
    }

    /// <summary>A caller from <paramref name="Number"/>. The line takes the number for the person.</summary>
    public sealed record Identified(PhoneNumber Number) : Caller;

    /// <summary>A caller whose number is withheld, missing, malformed or not to be believed. No order may be looked up for
    /// them.</summary>
    public sealed record Unidentified : Caller;

    /// <summary>Only a strict E.164 number identifies: a withheld, missing or malformed one, or a carrier's keypad word for one, does
    /// not.</summary>
    /// <param name="address">What the channel says about the caller: a number, a word such as <c>anonymous</c>, or nothing.</param>
    public static Caller At(string? address) =>
        PhoneNumber.TryParse(address, out var number) ? new Identified(number) : new Unidentified();

    /// <summary>A telephone call identifies its caller by the number that the network reports, unless the flow says another. Any other
    /// channel identifies by what the flow says, where the shop trusts it, and else nobody.</summary>
    /// <param name="hint">What the contact tells.</param>
    /// <param name="trusted">The channels whose flow the shop trusts.</param>
    public static Caller IsIdentifiedByTheCallsOwnNumberOrByATrustedFlow(CallerHint hint, TrustedChannels trusted) => hint switch
    {
        (Channel.Voice, var own, var passed) => string.IsNullOrEmpty(passed) || passed == own ? At(own) : new Unidentified(),
        (var channel, _, var passed) when trusted.Contain(channel) => At(passed),
        _ => new Unidentified(),
    };
}
