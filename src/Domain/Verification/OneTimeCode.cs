using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OrderHotline.Domain;

/// <summary>A secret from which codes are derived; whoever has it knows every code.</summary>
public sealed class CodeKey
{
    /// <summary>The fewest bytes of a secret: as many as the hash has.</summary>
    public const int ShortestSecret = 32;

    readonly byte[] secret;

    /// <param name="id">Its name, which is stored with what was derived from it.</param>
    /// <param name="secret">At least <see cref="ShortestSecret"/> random bytes.</param>
    /// <exception cref="ArgumentException">The secret is too short, or the id is empty.</exception>
    public CodeKey(string id, ReadOnlySpan<byte> secret)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        if (secret.Length < ShortestSecret)
        {
            throw new ArgumentException($"A secret has at least {ShortestSecret} bytes; this one has {secret.Length}.", nameof(secret));
        }

        Id = id;
        this.secret = secret.ToArray();
    }

    /// <summary>Its name.</summary>
    public string Id { get; }

    /// <summary>Tells what was keyed in from anything else in the same place. Without the key it tells nothing about it.</summary>
    /// <param name="kind">What was asked for.</param>
    public string Fingerprint(VerificationSubject subject, ContactId contact, string kind, string entered) =>
        Convert.ToHexString(Hash("attempt", subject.Key, contact.ToString(), kind, entered).AsSpan(0, 12));

    /// <summary>The keyed hash of some texts, told apart by their lengths.</summary>
    internal byte[] Hash(params ReadOnlySpan<string> texts)
    {
        var message = new StringBuilder();
        foreach (var text in texts)
        {
            message.Append(CultureInfo.InvariantCulture, $"{text.Length}:{text}");
        }

        return HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(message.ToString()));
    }
}

/// <summary>The keys in use. The first derives new codes; the others are kept until the codes they made have expired.</summary>
public sealed class CodeKeys
{
    readonly CodeKey[] keys;

    /// <param name="keys">The newest first.</param>
    /// <exception cref="ArgumentException">There is none, or two have the same id.</exception>
    public CodeKeys(params ReadOnlySpan<CodeKey> keys)
    {
        this.keys = keys.ToArray();
        if (this.keys.Length == 0 || this.keys.DistinctBy(key => key.Id).Count() < this.keys.Length)
        {
            throw new ArgumentException("There must be a key, and each must have an id of its own.", nameof(keys));
        }
    }

    /// <summary>Derives new codes.</summary>
    public CodeKey Newest => keys[0];

    /// <summary>The key of that id; null when it is no longer in use.</summary>
    public CodeKey? Find(string id) => keys.FirstOrDefault(key => key.Id == id);

    /// <summary>What was keyed in, as each key would have it noted, the newest first: what was noted before the keys changed is known again.
    /// </summary>
    /// <inheritdoc cref="CodeKey.Fingerprint"/>
    public ImmutableArray<string> Fingerprints(VerificationSubject subject, ContactId contact, string kind, string entered) =>
        [.. keys.Select(key => key.Fingerprint(subject, contact, kind, entered))];
}

/// <summary>Six digits that prove possession of a number, once. Derived whenever they are needed, and never stored.</summary>
/// <remarks><see cref="ToString"/> masks it; <see cref="ToDigits"/> is for the message alone.</remarks>
public readonly record struct OneTimeCode
{
    /// <summary>How many digits it has.</summary>
    public const int Length = 6;

    const ulong HowMany = 1_000_000;

    readonly string? digits;

    OneTimeCode(string digits) => this.digits = digits;

    /// <summary>The code of a pending request: bound to the contact, to the order, and to what it is for.</summary>
    public static OneTimeCode Derive(CodeKey key, VerificationSubject subject, PendingCode pending)
    {
        // 64 bits over a million codes: the likeliest is likelier than the least likely by less than one in 10^13.
        var hash = key.Hash("code", pending.Contact.ToString(), subject.Key, pending.For.ToString(), pending.Nonce);
        return new((BitConverter.ToUInt64(hash) % HowMany).ToString("D6", CultureInfo.InvariantCulture));
    }

    /// <summary>Whether the caller keyed it in; takes the same time whatever was keyed.</summary>
    public bool Is(string entered) =>
        digits is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(digits), Encoding.UTF8.GetBytes(entered));

    /// <summary>The digits, for the message.</summary>
    /// <exception cref="InvalidOperationException">This is the default value, which is no code.</exception>
    public string ToDigits() => digits ?? throw new InvalidOperationException("default(OneTimeCode) is no code: codes come from OneTimeCode.Derive.");

    /// <summary>Never the digits.</summary>
    public override string ToString() => "(code)";
}
