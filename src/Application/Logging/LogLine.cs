using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OrderHotline.Application;

/// <summary>One line of JSON for the log, the same from every adapter and host. Whatever in it could be a telephone number or the
/// secret of an address is masked, in every field.</summary>
public static class LogLine
{
    static readonly JsonWriterOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Adds the fields that a line has of its own.</summary>
    public delegate void Fields(LogFields fields);

    /// <summary>Writes a line: its level first, then what the caller adds, then what was wrong.</summary>
    /// <param name="add">Adds the line's own fields.</param>
    /// <param name="problem">What was wrong with the event; empty when nothing was.</param>
    /// <param name="fault">What went wrong in the line, if anything did.</param>
    public static string Write(Fields add, string problem, string? fault)
    {
        var json = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(json, OneLine))
        {
            var fields = new LogFields(writer);
            writer.WriteStartObject();
            fields.WriteString("level", fault is not null ? "error" : problem.Length == 0 ? "info" : "warning");
            add(fields);
            if (problem.Length > 0)
            {
                fields.WriteString("problems", problem);
            }

            if (fault is not null)
            {
                fields.WriteString("fault", fault);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(json.WrittenSpan);
    }
}
