using System.Buffers;
using System.Text;

namespace Amazon.Lambda.Core;

/// <summary>One record for each message, whatever the message holds.</summary>
/// <remarks>
/// Lambda reads standard output by the line, so a line feed inside a message, as in every stack trace, would tear it into records
/// without a request id. A carriage return keeps the record whole, and CloudWatch shows it as a new line.
/// </remarks>
sealed class LogRecords(TryWrite output)
{
    readonly Lock _oneAtATime = new();

    public void Write(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var text = message.AsSpan().TrimEnd("\r\n");
        var record = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length) + 1);
        var length = KeepOnOneLine(record.AsSpan(0, Encoding.UTF8.GetBytes(text, record)));
        record[length] = (byte)'\n';
        lock (_oneAtATime)
        {
            output(record.AsSpan(0, length + 1));
        }

        ArrayPool<byte>.Shared.Return(record);
    }

    static int KeepOnOneLine(Span<byte> record)
    {
        var written = 0;
        for (var read = 0; read < record.Length; read++)
        {
            var endsWindowsLine = record[read] == '\r' && read + 1 < record.Length && record[read + 1] == '\n';
            if (!endsWindowsLine)
            {
                record[written++] = record[read] == '\n' ? (byte)'\r' : record[read];
            }
        }

        return written;
    }
}
