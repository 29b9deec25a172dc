using System.Text;
using System.Text.Json;

namespace OrderHotline.Bench.Race;

/// <summary>The events of one function: that of the call contract, every time from a contact of its own, so that no change is taken for
/// the retry of another.</summary>
sealed class Events
{
    const string Contact = "5ca32fbd-8f92-46af-92a5-6b0f970f0efe";
    const string Caller = "+819012345678";
    const int ContactDigits = 12;
    const int CallerDigits = 8;

    readonly byte[] json;
    readonly int[] contacts;
    readonly int[] callers;
    readonly bool ofManyCallers;
    long count;

    /// <param name="function">The function they are for.</param>
    /// <param name="ofManyCallers">Every event is of a caller of its own too, for a table that remembers what was written.</param>
    public Events(Function function, bool ofManyCallers)
    {
        this.ofManyCallers = ofManyCallers;
        var file = Path.Combine(AppContext.BaseDirectory, "events", FileName(function));
        json = Encoding.UTF8.GetBytes(Compact(File.ReadAllText(file)));
        contacts = Places(Contact);
        callers = Places(Caller);
    }

    /// <summary>The next event. It stands until the next is asked for.</summary>
    /// <param name="call">Which call of its run it is, from 0: with many callers, the number of the caller.</param>
    public byte[] Next(int call)
    {
        count++;
        foreach (var place in contacts)
        {
            WriteDigits(place + Contact.Length, ContactDigits, count);
        }

        if (ofManyCallers)
        {
            foreach (var place in callers)
            {
                WriteDigits(place + Caller.Length, CallerDigits, call);
            }
        }

        return json;
    }

    /// <summary>The number of a caller of many, or of the one caller.</summary>
    public static string CallerOf(int? call) => call is null ? Caller : $"{Caller[..^CallerDigits]}{call:D8}";

    /// <summary>JSON without the white space that no service sends.</summary>
    public static string Compact(string json)
    {
        using var document = JsonDocument.Parse(json);
        using var compact = new MemoryStream();
        using (var writer = new Utf8JsonWriter(compact))
        {
            document.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(compact.ToArray()).Replace("\\u002B", "+", StringComparison.Ordinal);
    }

    static string FileName(Function function) => function switch
    {
        Function.OrderTableRead => "order-table-read.json",
        Function.CancelOrder => "cancel-order.json",
        _ => "change-order-date.json",
    };

    void WriteDigits(int end, int digits, long number)
    {
        for (var index = 1; index <= digits; index++, number /= 10)
        {
            json[end - index] = (byte)('0' + (number % 10));
        }
    }

    int[] Places(string text)
    {
        var places = new List<int>();
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var from = 0; json.AsSpan(from).IndexOf(bytes) is >= 0 and var found; from += found + 1)
        {
            places.Add(from + found);
        }

        return places.Count > 0 ? [.. places] : throw new RaceException($"An event of the call contract no longer has {text} in it.");
    }
}
