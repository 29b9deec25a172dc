using System.Net.Sockets;
using System.Text.Json;

namespace OrderHotline.Hosts.Lambda.Tests;

/// <summary>One request to DynamoDB on its way, and what is made of it.</summary>
sealed class WireExchange(HttpMessage request, NetworkStream near, Stream far, CancellationToken stopping)
{
    public string Operation { get; } = request.Header("X-Amz-Target").Split('.')[^1];

    /// <summary>The index that is asked, or empty for the table itself.</summary>
    public string Index { get; } = Named(request, "IndexName");

    /// <summary>The table that is asked.</summary>
    public string Table { get; } = Named(request, "TableName");

    /// <summary>Nothing more can be said over this connection.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Lets DynamoDB do it.</summary>
    public async Task<HttpMessage> Forward()
    {
        await far.WriteAsync(request.Bytes, stopping);
        await far.FlushAsync(stopping);
        return await HttpMessage.Read(far, stopping) ?? throw new IOException("DynamoDB hung up.");
    }

    public async Task Pass() => await Answer((await Forward()).Bytes);

    /// <summary>Sends bytes of an answer to the function.</summary>
    public Task Answer(ReadOnlyMemory<byte> bytes) => near.WriteAsync(bytes, stopping).AsTask();

    /// <summary>Says nothing until the function hangs up.</summary>
    public async Task StaySilent()
    {
        IsBroken = true;
        var one = new byte[1];
        while (await near.ReadAsync(one, stopping) > 0)
        {
        }
    }

    /// <summary>Sends the head of an answer and the beginning of its body, and nothing more until the function hangs up.</summary>
    public async Task Stall(HttpMessage answer, Func<int, int> ofTheBody)
    {
        await Answer(answer.Bytes[..^(answer.Body.Length - ofTheBody(answer.Body.Length))]);
        await StaySilent();
    }

    /// <summary>Sends the head of an answer and the beginning of its body, and resets the connection.</summary>
    public async Task Break(HttpMessage answer, Func<int, int> ofTheBody)
    {
        IsBroken = true;
        await Answer(answer.Bytes[..^(answer.Body.Length - ofTheBody(answer.Body.Length))]);
        near.Socket.Close(timeout: 0);
    }

    static string Named(HttpMessage request, string name)
    {
        if (request.Header("X-Amz-Target").Length == 0)
        {
            return "";
        }

        using var json = JsonDocument.Parse(request.Body);
        return json.RootElement.TryGetProperty(name, out var value) ? value.GetString()! : "";
    }
}
