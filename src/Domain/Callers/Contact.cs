namespace OrderHotline.Domain;

/// <summary>One call or chat. Its id ties every retry of the same wish together.</summary>
public sealed record Contact(ContactId Id, Channel Channel, Language Language)
{
    /// <summary>How sure the line is that the caller may act for the order's owner. Default: by the number alone.</summary>
    public Assurance Assurance { get; init; } = Assurance.Number;

    /// <summary>Whether the id names one wish and not a conversation, as a client's idempotency key does. The same wish is then a retry however
    /// late it comes, as long as the order remembers it. Default: no.</summary>
    public bool IsOneWish { get; init; }
}

/// <summary>The channel's own id of a contact: 1 to 128 visible ASCII characters.</summary>
public readonly record struct ContactId
{
    const int MaxLength = 128;

    readonly string? value;

    ContactId(string value) => this.value = value;

    /// <summary>Reads an id exactly as the channel sent it.</summary>
    /// <returns><see langword="false"/> when the text is no contact id; <paramref name="id"/> is then the default.</returns>
    public static bool TryParse(string? text, out ContactId id)
    {
        var valid = text is { Length: >= 1 and <= MaxLength } && text.All(c => c is > ' ' and <= '~');
        id = valid ? new ContactId(text!) : default;
        return valid;
    }

    /// <summary>The id as the channel sent it.</summary>
    /// <exception cref="InvalidOperationException">This is the default value, which is no contact.</exception>
    public override string ToString() =>
        value ?? throw new InvalidOperationException("default(ContactId) is no contact: ids come from ContactId.TryParse.");
}

/// <summary>How a contact reached the shop.</summary>
public enum Channel
{
    /// <summary>A way this version of the line has no name for.</summary>
    Other,

    /// <summary>A telephone call.</summary>
    Voice,

    /// <summary>A written conversation.</summary>
    Chat,

    /// <summary>A task that was opened for an agent.</summary>
    Task,

    /// <summary>An e-mail.</summary>
    Email,

    /// <summary>The shop's own web page.</summary>
    Web,

    /// <summary>A text message of the customer's.</summary>
    Sms,

    /// <summary>A call from an app or a web page, which has no telephone number.</summary>
    WebRtc,
}
