namespace OrderHotline.Domain;

/// <summary>The person on the line, as far as the line can tell: known by a strict E.164 number, or not known.</summary>
public abstract record Caller
{
    Caller()
    {
    }

    /// <summary>A caller from <paramref name="Number"/>. The line takes the number for the person.</summary>
    public sealed record Identified(PhoneNumber Number) : Caller;

    /// <summary>A caller whose number is withheld, missing or malformed. No order may be looked up for them.</summary>
    public sealed record Unidentified : Caller;

    /// <summary>Only a strict E.164 number identifies: a withheld, missing or malformed one does not.</summary>
    /// <param name="address">What the channel says about the caller: a number, a word such as <c>anonymous</c>, or nothing.</param>
    public static Caller At(string? address) =>
        PhoneNumber.TryParse(address, out var number) ? new Identified(number) : new Unidentified();
}
