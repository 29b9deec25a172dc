using System.Globalization;
using System.Text;
using Amazon.DynamoDBv2.Model;
using NodaTime;
using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;
using static OrderHotline.Contracts.SampleOrder;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace OrderHotline.Adapters.Aws.Tests;

public sealed class DynamoDbVerificationsTests(Dynalite dynalite) : VerificationsContract, IDisposable
{
    static readonly VerificationSubject AnOrder = new(Customer, Id("20268341"));

    ProofTable? table;

    ProofTable Table => table ?? throw new InvalidOperationException("Open() first.");

    public static TheoryData<string, AttributeValue?> Spoilt => new()
    {
        { "version", new("1") },
        { "contacts", new("none") },
        { "contacts", new() { L = [new("none")] } },
        { "codesSent", new("2026-11-25T01:00:00Z") },
        { "codesSent", new() { L = [new("yesterday")] } },
        { "wrongFactors", new() { L = [new() { N = "1" }] } },
    };

    public void Dispose() => table?.Dispose();

    protected override async Task<IVerifications> Open()
    {
        table = await ProofTable.Create(dynalite);
        return table.Verifications;
    }

    [Fact]
    public async Task The_stored_items_are_what_was_approved()
    {
        var store = await Open();
        var text = new StringBuilder();
        foreach (var tried in Everything(AnOrder))
        {
            await store.Store(tried, Cancellation);
            text.Append(CultureInfo.InvariantCulture, $"\nVersion {tried.Version}\n").Append(Describe(await Table.Get(AnOrder)));
        }

        await store.TakeCode(new LocalDate(2026, 11, 25), 500, Cancellation);
        text.Append("\nThe codes of a day\n").Append(Describe(await Table.Get("codes/2026-11-25")));

        Approved.Holds(
            "stored-verification", text.ToString().TrimStart('\n'), "The stored proofs have changed: those under way must still be read. Note it in CHANGELOG.md.");
    }

    [Fact]
    public async Task An_item_may_be_deleted_a_day_after_the_last_attempt_and_a_days_codes_once_the_day_is_over_everywhere()
    {
        var store = await Open();
        await store.Store(Asked(AnOrder, "call-1"), Cancellation);
        await store.TakeCode(new LocalDate(2026, 11, 25), 500, Cancellation);

        Assert.Equal($"{(Now + Duration.FromDays(1)).ToUnixTimeSeconds()}", (await Table.Get(AnOrder))["expiresAt"].N);
        Assert.Equal($"{Instant.FromUtc(2026, 11, 28, 0, 0).ToUnixTimeSeconds()}", (await Table.Get("codes/2026-11-25"))["expiresAt"].N);
    }

    [Fact]
    public async Task An_item_that_was_deleted_while_it_was_decided_on_is_decided_again()
    {
        var store = await Open();
        var first = Asked(AnOrder, "call-1");
        await store.Store(first, Cancellation);
        await Table.Client.DeleteItemAsync(Table.Settings.TableName, StoredVerification.Key(AnOrder), Cancellation);

        Assert.Equal(StoreResult.ChangedMeanwhile, await store.Store(Asked(first, "call-2"), Cancellation));
        Assert.Equal(0, (await store.Of(AnOrder, Cancellation)).Version);
    }

    [Fact]
    public async Task A_read_a_write_and_a_code_are_a_request_each()
    {
        var store = await Open();

        Assert.Equal(1, await Table.RequestsFor(() => store.Of(AnOrder, Cancellation)));
        Assert.Equal(1, await Table.RequestsFor(() => store.Store(Asked(AnOrder, "call-1"), Cancellation)));
        Assert.Equal(1, await Table.RequestsFor(() => store.Store(Asked(AnOrder, "call-2"), Cancellation)));
        Assert.Equal(1, await Table.RequestsFor(() => store.TakeCode(new LocalDate(2026, 11, 25), 1, Cancellation)));
    }

    [Theory]
    [MemberData(nameof(Spoilt), DisableDiscoveryEnumeration = true)]
    public void An_item_nobody_can_make_sense_of_is_refused_and_proves_nothing(string attribute, AttributeValue? value)
    {
        var item = StoredVerification.Write(Everything(AnOrder).Last());
        item.Remove(attribute);
        if (value is not null)
        {
            item[attribute] = value;
        }

        var refusal = Assert.Throws<InvalidDataException>(() => StoredVerification.Read(item, AnOrder));

        Assert.DoesNotContain("9012345678", refusal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("contact", "")]
    [InlineData("latestAt", "soon")]
    [InlineData("reached", "9")]
    [InlineData("reachedFor", "Everything")]
    [InlineData("reachedAt", "2026")]
    public void A_call_nobody_can_make_sense_of_is_refused_and_proves_nothing(string attribute, string value) =>
        AssertIsRefused(call => call.ContainsKey("reached"), attribute, value);

    [Theory]
    [InlineData("for", "Everything")]
    [InlineData("askedAt", "soon")]
    [InlineData("sending", "Maybe")]
    public void A_code_nobody_can_make_sense_of_is_refused_and_proves_nothing(string attribute, string value) =>
        AssertIsRefused(call => call.ContainsKey("nonce"), attribute, value);

    static void AssertIsRefused(Predicate<Item> which, string attribute, string value)
    {
        var item = StoredVerification.Write(Everything(AnOrder).Last());
        item["contacts"].L.Find(call => which(call.M))!.M[attribute] = new(value);

        Assert.Throws<InvalidDataException>(() => StoredVerification.Read(item, AnOrder));
    }

    static string Describe(Item item, string indent = "  ") => string.Concat(
        item.OrderBy(attribute => attribute.Key, StringComparer.Ordinal)
            .Select(attribute => $"{indent}{attribute.Key}: {Describe(attribute.Value, indent)}\n"));

    static string Describe(AttributeValue value, string indent) =>
        value.S is { } text ? $"S {text}"
        : value.N is { } number ? $"N {number}"
        : value.L is { } list ? $"L{string.Concat(list.Select(entry => $"\n{indent}  - {Describe(entry, $"{indent}    ")}"))}"
        : value.M is { } map ? $"M\n{Describe(map, $"{indent}  ").TrimEnd('\n')}"
        : throw new NotSupportedException("An attribute of a type that proofs do not have.");
}
