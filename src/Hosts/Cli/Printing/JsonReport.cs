using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OrderHotline.Hosts.Cli;

/// <summary><c>--json</c>: what a command tells, as one document for machines.</summary>
static class JsonReport
{
    static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Option<bool> Option() => new("--json") { Description = "Print it as one JSON document." };

    /// <summary>Writes one object.</summary>
    public static async Task Write(TextWriter output, Action<Utf8JsonWriter> members)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, Readable))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        await output.WriteAsync($"{Encoding.UTF8.GetString(json.ToArray())}\n");
    }

    /// <summary>Writes a list of objects.</summary>
    public static void List<T>(this Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<T> members)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            members(item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
