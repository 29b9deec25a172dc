using System.Buffers.Text;
using System.Text;

namespace OrderHotline.Bench.Race;

/// <summary>Reads HTTP/1.1 requests off one connection, one at a time, into one buffer: nothing is allocated for a request.</summary>
sealed class HttpRequestReader(Stream connection)
{
    readonly byte[] buffer = new byte[64 * 1024];
    int filled;
    int headEnd;
    int bodyLength;

    /// <summary>The request line and the header lines, without the empty line after them.</summary>
    public ReadOnlySpan<byte> Head => buffer.AsSpan(0, headEnd);

    public ReadOnlySpan<byte> Body => buffer.AsSpan(headEnd + 4, bodyLength);

    public int Length => headEnd + 4 + bodyLength;

    /// <summary>Reads the next request whole.</summary>
    /// <returns>False when the other side has closed the connection.</returns>
    public bool Read()
    {
        Forget();
        while ((headEnd = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (!Fill())
            {
                return false;
            }
        }

        if (!Header("transfer-encoding").IsEmpty)
        {
            throw new RaceException("A contender sends a body in chunks, which this race does not read.");
        }

        bodyLength = Utf8Parser.TryParse(Header("content-length"), out int length, out _) ? length : 0;
        if (bodyLength > 0 && Ascii.EqualsIgnoreCase(Header("expect"), "100-continue"))
        {
            connection.Write("HTTP/1.1 100 Continue\r\n\r\n"u8);
        }

        while (filled < Length)
        {
            if (!Fill())
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The value of a header, empty without it.</summary>
    public ReadOnlySpan<byte> Header(string name)
    {
        var rest = Head;
        while (rest.IndexOf("\r\n"u8) is >= 0 and var lineEnd)
        {
            rest = rest[(lineEnd + 2)..];
            if (rest.Length > name.Length && rest[name.Length] == ':' && Ascii.EqualsIgnoreCase(rest[..name.Length], name))
            {
                var value = rest[(name.Length + 1)..];
                var valueEnd = value.IndexOf("\r\n"u8);
                return (valueEnd < 0 ? value : value[..valueEnd]).Trim((byte)' ');
            }
        }

        return [];
    }

    bool Fill()
    {
        if (filled == buffer.Length)
        {
            throw new RaceException("A contender sends a request of more than 64 KiB.");
        }

        try
        {
            var count = connection.Read(buffer, filled, buffer.Length - filled);
            filled += count;
            return count > 0;
        }
        catch (IOException)
        {
            return false; // a sandbox that was ended
        }
    }

    void Forget()
    {
        if (headEnd > 0)
        {
            var length = Length;
            buffer.AsSpan(length, filled - length).CopyTo(buffer);
            filled -= length;
            headEnd = bodyLength = 0;
        }
    }
}
