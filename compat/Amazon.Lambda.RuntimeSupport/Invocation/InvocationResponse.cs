namespace Amazon.Lambda.RuntimeSupport;

public sealed class InvocationResponse
{
    public InvocationResponse(Stream outputStream)
        : this(outputStream, disposeOutputStream: true)
    {
    }

    public InvocationResponse(Stream outputStream, bool disposeOutputStream)
    {
        ArgumentNullException.ThrowIfNull(outputStream);
        OutputStream = outputStream;
        DisposeOutputStream = disposeOutputStream;
    }

    /// <summary>The reply, from the stream's position to its end.</summary>
    public Stream OutputStream { get; set; }

    public bool DisposeOutputStream { get; }

    /// <summary>The reply in one piece, after which the stream is disposed of as asked.</summary>
    /// <exception cref="ReplyTooLargeException">The reply is more than Lambda takes.</exception>
    internal async Task<ReadOnlyMemory<byte>> TakeReplyAsync()
    {
        try
        {
            var reply = await ReadAsync(OutputStream).ConfigureAwait(false);
            return reply.Length > ReplyTooLargeException.Limit ? throw new ReplyTooLargeException(reply.Length) : reply;
        }
        finally
        {
            if (DisposeOutputStream)
            {
                await OutputStream.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream stream)
    {
        if (stream is MemoryStream memory && memory.TryGetBuffer(out var written))
        {
            return written.AsMemory((int)Math.Min(memory.Position, written.Count));
        }

        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy).ConfigureAwait(false);
        return copy.GetBuffer().AsMemory(0, (int)copy.Length);
    }
}
