using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OrderHotline.Bench.Allocations;

/// <summary>An HTTP service that always gives the same answers, and allocates nothing while it does: what is counted in this process is
/// the function's alone.</summary>
/// <param name="answers">What to answer a request whose head holds a text; the first that fits.</param>
sealed class ConstantService(params (string InTheHead, int Status, byte[] Body)[] answers)
{
    readonly (byte[] InTheHead, byte[] Answer)[] answers =
        [.. answers.Select(answer => (Encoding.ASCII.GetBytes(answer.InTheHead), Http(answer.Status, answer.Body)))];

    /// <summary>Starts to serve, for as long as the process lives.</summary>
    /// <returns>Host and port.</returns>
    public string Start()
    {
        var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        new Thread(() => Accept(listener)) { IsBackground = true }.Start();
        return listener.LocalEndpoint.ToString()!;
    }

    void Accept(TcpListener listener)
    {
        while (true)
        {
            var socket = listener.AcceptSocket();
            new Thread(() => Serve(socket)) { IsBackground = true }.Start();
        }
    }

    void Serve(Socket socket)
    {
        using (socket)
        {
            socket.NoDelay = true;
            var buffer = new byte[256 * 1024];
            var filled = 0;
            while (socket.Receive(buffer.AsSpan(filled), SocketFlags.None, out _) is > 0 and var received)
            {
                filled += received;
                if (Length(buffer.AsSpan(0, filled)) is var length && filled < length)
                {
                    continue;
                }

                socket.Send(AnswerTo(buffer.AsSpan(0, filled)));
                filled = 0;
            }
        }
    }

    // The whole request's; more than anything when its head is not whole yet.
    static int Length(ReadOnlySpan<byte> request)
    {
        var end = request.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return int.MaxValue;
        }

        var name = request[..end].IndexOf("\r\nContent-Length: "u8);
        return end + 4 + (name >= 0 && Utf8Parser.TryParse(request[(name + 18)..end], out int length, out _) ? length : 0);
    }

    ReadOnlySpan<byte> AnswerTo(ReadOnlySpan<byte> request)
    {
        foreach (var (inTheHead, answer) in answers)
        {
            if (request.IndexOf(inTheHead) >= 0)
            {
                return answer;
            }
        }

        throw new InvalidDataException($"No answer to {Encoding.ASCII.GetString(request)}");
    }

    static byte[] Http(int status, byte[] body)
    {
        var head =
            $"HTTP/1.1 {status} OK\r\nLambda-Runtime-Aws-Request-Id: 8476a536-e9f4-11e8-9739-2dfe598c3fcd\r\n"
            + $"Lambda-Runtime-Deadline-Ms: {DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeMilliseconds()}\r\n"
            + "Lambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:ap-northeast-1:123456789012:function:OrderTableRead\r\n"
            + "Lambda-Runtime-Trace-Id: Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=1\r\n"
            + $"Content-Type: application/x-amz-json-1.0\r\nContent-Length: {body.Length}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }
}
