using System.Buffers.Text;
using System.Text;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>What the loop reads of the head of a reply: how to read its body, and what it says of an event. Names are known in any
/// case; a header that is sent twice keeps its last value; the others are passed over as bytes.</summary>
sealed record HttpReplyHead(int Status, bool KeepsAlive)
{
    public bool IsChunked { get; private set; }

    public int? ContentLength { get; private set; }

    public string? RequestId { get; private set; }

    /// <summary>Milliseconds since 1970; 0 when the head has none.</summary>
    public long Deadline { get; private set; }

    public string InvokedFunctionArn { get; private set; } = string.Empty;

    public string TraceId { get; private set; } = string.Empty;

    public string? ClientContext { get; private set; }

    public string? CognitoIdentity { get; private set; }

    /// <summary>How long the head is that the bytes begin with, the empty line at its end included; 0 when it is not whole.</summary>
    public static int LengthIn(ReadOnlySpan<byte> bytes)
    {
        for (var start = 0; bytes[start..].IndexOf((byte)'\n') is >= 0 and var length; start += length + 1)
        {
            if (bytes.Slice(start, length) is [] or [(byte)'\r'])
            {
                return start + length + 1;
            }
        }

        return 0;
    }

    /// <exception cref="IOException">It is not the head of an HTTP/1 reply.</exception>
    public static HttpReplyHead Read(ReadOnlyMemory<byte> bytes)
    {
        var rest = bytes.Span;
        var status = TakeLine(ref rest);
        var head = status.StartsWith("HTTP/1."u8) && status.Length >= 12
            && Utf8Parser.TryParse(status.Slice(9, 3), out int code, out var digits) && digits == 3
            ? new HttpReplyHead(code, KeepsAlive: status[7] != '0')
            : throw new IOException(
                $"The Lambda Runtime API answered with something other than HTTP/1: {Encoding.UTF8.GetString(status)}");
        while (TakeLine(ref rest) is { Length: > 0 } line)
        {
            var colon = line.IndexOf((byte)':');
            if (colon < 0)
            {
                throw new IOException($"The Lambda Runtime API sent a header without a colon: {Encoding.UTF8.GetString(line)}");
            }

            head = head.With(line[..colon], line[(colon + 1)..].Trim(" \t"u8));
        }

        return head;
    }

    public static IOException NotALength(ReadOnlySpan<char> text) =>
        new($"The Lambda Runtime API gave a length that is not one: {text}");

    static ReadOnlySpan<byte> TakeLine(ref ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf((byte)'\n');
        var line = rest[..end].TrimEnd((byte)'\r');
        rest = rest[(end + 1)..];
        return line;
    }

    HttpReplyHead With(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (Is(name, "Lambda-Runtime-Aws-Request-Id"u8))
        {
            RequestId = Encoding.UTF8.GetString(value);
        }
        else if (Is(name, "Lambda-Runtime-Deadline-Ms"u8))
        {
            Deadline = Utf8Parser.TryParse(value, out long milliseconds, out var read) && read == value.Length ? milliseconds : 0;
        }
        else if (Is(name, "Lambda-Runtime-Invoked-Function-Arn"u8))
        {
            InvokedFunctionArn = Encoding.UTF8.GetString(value);
        }
        else if (Is(name, "Lambda-Runtime-Trace-Id"u8))
        {
            TraceId = Encoding.UTF8.GetString(value);
        }
        else if (Is(name, "Lambda-Runtime-Client-Context"u8))
        {
            ClientContext = Encoding.UTF8.GetString(value);
        }
        else if (Is(name, "Lambda-Runtime-Cognito-Identity"u8))
        {
            CognitoIdentity = Encoding.UTF8.GetString(value);
        }
        else if (Is(name, "Content-Length"u8))
        {
            ContentLength = Utf8Parser.TryParse(value, out int length, out var read) && read == value.Length && length >= 0
                ? length
                : throw NotALength(Encoding.UTF8.GetString(value));
        }
        else if (Is(name, "Transfer-Encoding"u8))
        {
            IsChunked = Encoding.ASCII.GetString(value).EndsWith("chunked", StringComparison.OrdinalIgnoreCase);
        }
        else if (Is(name, "Connection"u8))
        {
            return this with { KeepsAlive = !Encoding.ASCII.GetString(value).Contains("close", StringComparison.OrdinalIgnoreCase) };
        }

        return this;
    }

    static bool Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> known) => Ascii.EqualsIgnoreCase(name, known);
}
