using System.Globalization;
using System.Text.Unicode;

namespace Amazon.Lambda.RuntimeSupport;

sealed record HttpRequest(string Method, string Path)
{
    public ReadOnlyMemory<byte> Body { get; init; }

    public string? ContentType { get; init; }

    /// <summary>The value of <c>Lambda-Runtime-Function-Error-Type</c>, in printable ASCII.</summary>
    public string? ErrorType { get; init; }

    /// <summary>No less than the head takes.</summary>
    public int HeadSize(string host) =>
        Method.Length + Path.Length + host.Length + (ContentType?.Length ?? 0) + (ErrorType?.Length ?? 0) + 128;

    /// <returns>How many bytes the head took.</returns>
    public int WriteHead(Span<byte> target, string host)
    {
        Utf8.TryWrite(target, $"{Method} {Path} HTTP/1.1\r\nHost: {host}\r\n", out var length);
        if (Method != "GET")
        {
            Add(target, ref length, "Content-Length: ", Body.Length);
        }

        if (ContentType is not null)
        {
            Add(target, ref length, "Content-Type: ", ContentType);
        }

        if (ErrorType is not null)
        {
            Add(target, ref length, "Lambda-Runtime-Function-Error-Type: ", ErrorType);
        }

        "\r\n"u8.CopyTo(target[length..]);
        return length + 2;
    }

    static void Add<T>(Span<byte> target, ref int length, string name, T value)
    {
        Utf8.TryWrite(target[length..], CultureInfo.InvariantCulture, $"{name}{value}\r\n", out var written);
        length += written;
    }
}
