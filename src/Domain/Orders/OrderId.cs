namespace OrderHotline.Domain;

/// <summary>
/// The shop's name for an order: 1 to 64 letters, digits or <c>- _ . / #</c>. The alphabet leaves out everything that means
/// something to a contact flow, to SSML or to a log.
/// </summary>
public readonly record struct OrderId
{
    /// <summary>The longest id that is accepted, in UTF-16 units.</summary>
    public const int MaxLength = 64;

    readonly string? value;

    OrderId(string value) => this.value = value;

    /// <summary>Reads an id exactly as written: nothing is trimmed, no case is changed.</summary>
    /// <returns><see langword="false"/> when the text is no order id; <paramref name="id"/> is then the default.</returns>
    public static bool TryParse(string? text, out OrderId id)
    {
        if (text is { Length: >= 1 and <= MaxLength } && text.All(MayStandInAnId))
        {
            id = new OrderId(text);
            return true;
        }

        id = default;
        return false;
    }

    /// <summary>The id as the shop writes it.</summary>
    /// <exception cref="InvalidOperationException">This is the default value, which names no order.</exception>
    public override string ToString() =>
        value ?? throw new InvalidOperationException("default(OrderId) names no order: ids come from OrderId.TryParse.");

    // Four letters of Hangul are there to be filled in, and show nothing.
    static bool MayStandInAnId(char c) =>
        (char.IsLetterOrDigit(c) && c is not ('\u115F' or '\u1160' or '\u3164' or '\uFFA0')) || c is '-' or '_' or '.' or '/' or '#';
}
