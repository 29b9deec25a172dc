using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OrderHotline.Application;

/// <summary>One line of JSON for the log, the same from every adapter and host. Whatever in it could be a telephone number or the
/// secret of an address is masked, in every field.</summary>
/// <param name="own">Adds the line's own fields.</param>
/// <param name="problem">What was wrong with the event; empty when nothing was.</param>
/// <param name="fault">What went wrong in the line, if anything did.</param>
public sealed class LogLine(LogLine.Fields own, string problem, string? fault)
{
    static readonly JsonWriterOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Adds the fields that a line has of its own.</summary>
    public delegate void Fields(LogFields fields);

    /// <summary>The line: its level first, then its own fields, then what was wrong.</summary>
    public override string ToString() => Write(ofTheHost: null);

    /// <summary>The same with what the host knows besides, at its end.</summary>
    /// <param name="ofTheHost">Adds it.</param>
    public string With(Fields ofTheHost) => Write(ofTheHost);

    string Write(Fields? ofTheHost)
    {
        var json = new ArrayBufferWriter<byte>(ofTheHost is null ? 512 : 1536); // one that grows is made anew each time
        using (var writer = new Utf8JsonWriter(json, OneLine))
        {
            var fields = new LogFields(writer);
            writer.WriteStartObject();
            fields.WriteString("level", fault is not null ? "error" : problem.Length == 0 ? "info" : "warning");
            own(fields);
            if (problem.Length > 0)
            {
                fields.WriteString("problems", problem);
            }

            if (fault is not null)
            {
                fields.WriteString("fault", fault);
            }

            ofTheHost?.Invoke(fields);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(json.WrittenSpan);
    }
}
