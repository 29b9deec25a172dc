using System.Text.Json;
using OrderHotline.Adapters.InMemory;

namespace OrderHotline.Hosts.Cli;

/// <summary>The parts that documents about calls have in common. Telephone numbers are masked, as on the screen.</summary>
static class CallJson
{
    public static void Lines(this Utf8JsonWriter json, IEnumerable<CallLine> lines) => json.List("lines", lines, line =>
    {
        json.WriteString("of", line.Part.ToString());
        json.WriteString("text", line.Text);
    });

    public static void Messages(this Utf8JsonWriter json, IEnumerable<RecordedMessage> messages) => json.List("messages", messages, message =>
    {
        json.WriteString("to", message.To.ToString());
        json.WriteString("body", message.Body);
    });
}
