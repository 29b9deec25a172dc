using System.Buffers;
using System.Text;
using Amazon.Lambda.Core;

namespace OrderHotline.Hosts.Lambda;

/// <summary>The function's log: a line for each record, on standard output, which Lambda sends to CloudWatch. An answer never depends on
/// it. What cannot be written, because the output is full, closed or not read, is counted, and the count is the next line that can be.</summary>
/// <param name="write">Writes bytes, or says that it cannot.</param>
sealed class FunctionLog(TryWrite write)
{
    readonly Lock oneAtATime = new();
    int lost;

    /// <summary>Writes a line, or counts it as lost. Never throws, and waits for no reader longer than a tenth of a second.</summary>
    /// <param name="line">JSON, on one line.</param>
    public void Write(string line)
    {
        lock (oneAtATime)
        {
            if (lost > 0 && TryWriteLine(
                $$"""{"level":"warning","message":"{{lost}} log line(s) before this one were lost: standard output took none."}"""))
            {
                lost = 0;
            }

            lost += lost == 0 && TryWriteLine(line) ? 0 : 1;
        }
    }

    bool TryWriteLine(string line)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(line.Length) + 1);
        var length = Encoding.UTF8.GetBytes(line, bytes);
        bytes[length] = (byte)'\n';
        var isWritten = write(bytes.AsSpan(0, length + 1));
        ArrayPool<byte>.Shared.Return(bytes);
        return isWritten;
    }
}
