using System.Text.Json;
using NodaTime;

namespace OrderHotline.Contracts;

/// <summary>The call contract as examples: what Connect sends, and what each reply must at least contain at <see cref="Now"/> on a
/// table that holds only <see cref="DemoItem"/>.</summary>
public static class CallContract
{
    public static Instant Now { get; } = Instant.FromUtc(2018, 11, 7, 1, 0);

    /// <summary>Every example: the function it goes to, and its name.</summary>
    public static TheoryData<string, string> Examples => new()
    {
        { "OrderTableRead", "order-table-read" },
        { "OrderTableRead", "chat" },
        { "OrderTableRead", "web-call" },
        { "OrderTableRead", "withheld-caller" },
        { "CancelOrder", "cancel-order" },
        { "CancelOrder", "cancel-order-2018" },
        { "ChangeOrderDate", "change-order-date" },
        { "ChangeOrderDate", "change-order-date-vague" },
        { "RequestCode", "request-code" },
        { "VerifyCaller", "verify-caller" },
        { "VouchForCaller", "vouch-for-caller" },
    };

    /// <summary>The names of all event files, so that a test can see that none is left out of <see cref="Examples"/>.</summary>
    public static IEnumerable<string> EventNames => typeof(CallContract).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith("events/", StringComparison.Ordinal))
        .Select(name => Path.GetFileNameWithoutExtension(name));

    /// <summary>The demo's <c>put-item</c>, in DynamoDB's JSON.</summary>
    public static byte[] DemoItem => Read("customer-table-item.json");

    public static byte[] Event(string name) => Read($"events/{name}.json");

    /// <summary>The keys and values the reply must have, among others.</summary>
    public static Dictionary<string, string> Reply(string name) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(Read($"replies/{name}.json"))!;

    /// <summary>Holds a reply as it went over the wire to the example of that name.</summary>
    public static void Holds(string name, ReadOnlySpan<byte> reply)
    {
        var answered = JsonSerializer.Deserialize<Dictionary<string, string>>(reply)!;
        Assert.All(Reply(name), expected => Assert.Equal(expected.Value, answered.GetValueOrDefault(expected.Key)));
        Assert.All(answered, pair => Assert.False(string.IsNullOrEmpty(pair.Value), $"{pair.Key} is empty"));
    }

    static byte[] Read(string resource)
    {
        using var stream = typeof(CallContract).Assembly.GetManifestResourceStream(resource)
            ?? throw new FileNotFoundException($"The call contract has no {resource}.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
