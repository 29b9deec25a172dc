using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OrderHotline.Domain;

namespace OrderHotline.Application;

/// <summary>One line of JSON for the log, the same from every adapter and host.</summary>
public static class LogLine
{
    static readonly JsonWriterOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a line: its level first, then what the caller adds, then what was wrong.</summary>
    /// <param name="add">Adds the line's own fields.</param>
    /// <param name="problem">What was wrong with the event; empty when nothing was.</param>
    /// <param name="fault">What went wrong in the line, if anything did. Whatever in it could be a telephone number is masked.</param>
    public static string Write(Action<Utf8JsonWriter> add, string problem, string? fault)
    {
        var json = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(json, OneLine))
        {
            writer.WriteStartObject();
            writer.WriteString("level", fault is not null ? "error" : problem.Length == 0 ? "info" : "warning");
            add(writer);
            if (problem.Length > 0)
            {
                writer.WriteString("problems", problem);
            }

            if (fault is not null)
            {
                writer.WriteString("fault", PhoneNumber.MaskAllIn(fault));
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(json.WrittenSpan);
    }
}
