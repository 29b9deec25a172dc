using System.Buffers.Text;

namespace OrderHotline.Bench.Floors;

/// <summary>A request as it is put together, in one buffer that is used again and again.</summary>
sealed class RequestText
{
    readonly byte[] buffer = new byte[16 * 1024];
    int length;

    public ReadOnlySpan<byte> Bytes => buffer.AsSpan(0, length);

    public RequestText Begin()
    {
        length = 0;
        return this;
    }

    public RequestText Add(ReadOnlySpan<byte> text)
    {
        text.CopyTo(buffer.AsSpan(length));
        length += text.Length;
        return this;
    }

    public RequestText Add(int number)
    {
        Utf8Formatter.TryFormat(number, buffer.AsSpan(length), out var written);
        length += written;
        return this;
    }
}
