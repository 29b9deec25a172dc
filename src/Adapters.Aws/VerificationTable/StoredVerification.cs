using System.Collections.Immutable;
using Amazon.DynamoDBv2.Model;
using NodaTime;
using OrderHotline.Domain;
using static OrderHotline.Adapters.Aws.StoredOrder;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace OrderHotline.Adapters.Aws;

/// <summary>What was tried for an order as it stands in the table, and back. No code is in it, and nothing that a code could be made of
/// without the key.</summary>
static class StoredVerification
{
    public const string Version = "version";

    const string Contacts = "contacts";
    const string CodesSent = "codesSent";
    const string WrongFactors = "wrongFactors";

    const string Contact = "contact";
    const string LatestAt = "latestAt";
    const string Reached = "reached";
    const string ReachedFor = "reachedFor";
    const string ReachedAt = "reachedAt";
    const string WrongAttempts = "wrongAttempts";

    const string Nonce = "nonce";
    const string For = "for";
    const string KeyId = "keyId";
    const string AskedAt = "askedAt";
    const string Sending = "sending";

    /// <exception cref="InvalidDataException">The item is not what the line writes; the message names the attribute and repeats no value.
    /// </exception>
    public static OrderVerification Read(Item item, VerificationSubject subject)
    {
        try
        {
            return new(
                subject,
                StoredOrder.Number(item, Version),
                [.. Entries(item, Contacts).Select(ReadContact)],
                Times(item, CodesSent),
                Times(item, WrongFactors));
        }
        catch (FormatException problem)
        {
            throw new InvalidDataException($"An item of the table of proofs cannot be read: {problem.Message}", problem);
        }
    }

    public static Item Key(VerificationSubject subject) => new() { [VerificationTableSchema.Subject] = new(subject.Key) };

    public static Item Write(OrderVerification tried) => new(Key(tried.Subject))
    {
        [Version] = StoredOrder.Number(tried.Version),
        [Contacts] = List(tried.Contacts, WriteContact),
        [CodesSent] = Texts(tried.CodesSent.Select(at => Time(at).S)),
        [WrongFactors] = Texts(tried.WrongFactors.Select(at => Time(at).S)),
        [VerificationTableSchema.ExpiresAt] = Second(tried.ExpiresAt),
    };

    /// <summary>A moment as time to live wants it.</summary>
    public static AttributeValue Second(Instant moment) => new()
    {
        N = moment.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    static Item WriteContact(ContactVerification contact)
    {
        var entry = new Item
        {
            [Contact] = new(contact.Contact.ToString()),
            [LatestAt] = Time(contact.LatestAt),
            [WrongAttempts] = Texts(contact.WrongAttempts),
        };
        if (contact.Reached is { } reached)
        {
            entry[Reached] = new(reached.Assurance.ToString());
            entry[ReachedFor] = new(reached.For.ToString());
            entry[ReachedAt] = Time(reached.At);
        }

        if (contact.Pending is { } code)
        {
            entry[Nonce] = new(code.Nonce);
            entry[For] = new(code.For.ToString());
            entry[KeyId] = new(code.KeyId);
            entry[AskedAt] = Time(code.AskedAt);
            entry[Sending] = new(code.Sending.ToString());
        }

        return entry;
    }

    static ContactVerification ReadContact(Item entry)
    {
        var contact = ContactId.TryParse(Text(entry, Contact), out var id) ? id : throw new FormatException($"{Contact} is no contact id.");
        return new(
            contact,
            Time(entry, LatestAt),
            Has(entry, Reached)
                ? new ReachedAssurance(Name<Assurance>(entry, Reached), Name<Operation>(entry, ReachedFor), Time(entry, ReachedAt))
                : null,
            Has(entry, Nonce)
                ? new PendingCode(
                    contact, Name<Operation>(entry, For), Text(entry, Nonce), Text(entry, KeyId), Time(entry, AskedAt),
                    Name<CodeSending>(entry, Sending))
                : null,
            [.. Strings(entry, WrongAttempts)]);
    }

    static AttributeValue Texts(IEnumerable<string> texts) => new() { L = [.. texts.Select(text => new AttributeValue(text))] };

    static ImmutableArray<Instant> Times(Item item, string name) =>
        [.. Strings(item, name).Select(text => Time(new Item { [name] = new(text) }, name))];

    static IEnumerable<string> Strings(Item item, string name) =>
        Value(item, name) is not { } value ? []
        : value.L is { } texts ? texts.Select(text => text.S ?? throw new FormatException($"{name} holds something else than strings."))
        : throw new FormatException($"{name} is not a list.");
}
