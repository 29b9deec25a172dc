using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>An exception as Lambda shows it to the caller of the function.</summary>
static class FailureReport
{
    /// <summary>In UTF-16 units. The report of a failure must not itself be refused for its size.</summary>
    const int MessageLimit = 64 * 1024;

    // No browser reads it as HTML; people read method names and Japanese in it.
    static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Json(Exception failure)
    {
        var json = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(json, Readable))
        {
            var message = failure.Message;
            writer.WriteStartObject();
            writer.WriteString("errorMessage", message.Length > MessageLimit ? message[..MessageLimit] : message);
            writer.WriteString("errorType", TypeOf(failure));
            writer.WriteStartArray("stackTrace");
            const StringSplitOptions lines = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
            foreach (var frame in (failure.StackTrace ?? string.Empty).Split('\n', lines))
            {
                writer.WriteStringValue(frame);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return json.WrittenMemory;
    }

    public static string HeaderValue(Exception failure) =>
        string.Create(TypeOf(failure).Length, TypeOf(failure), static (header, type) =>
        {
            for (var i = 0; i < header.Length; i++)
            {
                header[i] = type[i] is > ' ' and <= '~' ? type[i] : '?';
            }
        });

    static string TypeOf(Exception failure) =>
        failure is ReplyTooLargeException ? ReplyTooLargeException.LambdaErrorType : failure.GetType().Name;
}
