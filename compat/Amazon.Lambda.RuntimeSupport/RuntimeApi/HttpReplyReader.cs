using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Reads the replies of one connection, however the bytes are cut into packets.</summary>
/// <remarks>A reply's length is told as HTTP allows: by <c>Content-Length</c>, by chunks or by the end of the connection
/// (https://www.rfc-editor.org/rfc/rfc9112#section-6.3).</remarks>
sealed class HttpReplyReader(Socket socket)
{
    const int HeadLimit = 256 * 1024;

    byte[] _buffer = new byte[16 * 1024];
    int _next;
    int _end;

    /// <summary>Whether the first byte of the current reply has arrived.</summary>
    public bool HasBegun { get; private set; }

    public bool HasUnreadBytes => _next < _end;

    public void Begin() => HasBegun = false;

    /// <exception cref="IOException">The connection ends before the reply does, or the reply is not HTTP/1.</exception>
    public HttpReply Read()
    {
        HttpReplyHead head;
        do
        {
            head = HttpReplyHead.Read(ReadHead());
        }
        while (head.Status is >= 100 and < 200);

        if (head.Status is 204 or 304)
        {
            return new HttpReply(head, []);
        }

        if (head.IsChunked)
        {
            return new HttpReply(head, ReadChunks());
        }

        if (head.ContentLength is { } length)
        {
            var body = length == 0 ? [] : new byte[length];
            Fill(body);
            return new HttpReply(head, body);
        }

        return new HttpReply(head with { KeepsAlive = false }, ReadToEnd());
    }

    byte[] ReadChunks()
    {
        using var body = new MemoryStream();
        while (true)
        {
            var size = ReadLine();
            var digits = size.AsSpan(0, (size + ';').IndexOf(';', StringComparison.Ordinal)).Trim();
            if (!int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) || length < 0)
            {
                throw HttpReplyHead.NotALength(digits);
            }

            if (length == 0)
            {
                ReadHead();
                return body.ToArray();
            }

            var chunk = new byte[length];
            Fill(chunk);
            body.Write(chunk);
            if (ReadLine() is { Length: > 0 } more)
            {
                throw new IOException($"The Lambda Runtime API sent a chunk that is longer than its size says: {more}");
            }
        }
    }

    byte[] ReadToEnd()
    {
        using var body = new MemoryStream();
        do
        {
            body.Write(_buffer, _next, _end - _next);
            _next = _end = 0;
        }
        while (Receive());
        return body.ToArray();
    }

    /// <summary>Everything up to an empty line and that line, which may be all there is. Valid until more is read.</summary>
    ReadOnlyMemory<byte> ReadHead()
    {
        int length;
        while ((length = HttpReplyHead.LengthIn(_buffer.AsSpan(_next, _end - _next))) == 0)
        {
            if (_end - _next > HeadLimit)
            {
                throw new IOException($"The Lambda Runtime API sent a head of more than {HeadLimit} bytes.");
            }

            ReceiveMore();
        }

        var head = _buffer.AsMemory(_next, length);
        _next += length;
        return head;
    }

    string ReadLine()
    {
        var searched = 0;
        while (true)
        {
            var found = _buffer.AsSpan(_next + searched, _end - _next - searched).IndexOf((byte)'\n');
            if (found >= 0)
            {
                var line = Encoding.UTF8.GetString(_buffer, _next, searched + found);
                _next += searched + found + 1;
                return line.TrimEnd('\r');
            }

            searched = _end - _next;
            if (searched > HeadLimit)
            {
                throw new IOException($"The Lambda Runtime API sent a line of more than {HeadLimit} bytes.");
            }

            ReceiveMore();
        }
    }

    void Fill(Memory<byte> target)
    {
        while (true)
        {
            var ready = Math.Min(target.Length, _end - _next);
            _buffer.AsMemory(_next, ready).CopyTo(target);
            _next += ready;
            target = target[ready..];
            if (target.IsEmpty)
            {
                return;
            }

            ReceiveMore();
        }
    }

    void ReceiveMore()
    {
        if (!Receive())
        {
            throw new IOException("The Lambda Runtime API closed the connection before its reply was whole.");
        }
    }

    bool Receive()
    {
        if (_next > 0)
        {
            _buffer.AsSpan(_next, _end - _next).CopyTo(_buffer);
            _end -= _next;
            _next = 0;
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var received = socket.Receive(_buffer.AsSpan(_end));
        _end += received;
        HasBegun |= received > 0;
        return received > 0;
    }
}
