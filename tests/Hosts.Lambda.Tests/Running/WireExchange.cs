using System.Net.Sockets;
using System.Text.Json;

namespace OrderHotline.Hosts.Lambda.Tests;

/// <summary>One request to DynamoDB on its way, and what is made of it.</summary>
sealed class WireExchange(HttpMessage request, NetworkStream near, Stream far, CancellationToken stopping)
{
    public string Operation { get; } = request.Header("X-Amz-Target").Split('.')[^1];

    /// <summary>The index that is asked, or empty for the table itself.</summary>
    public string Index { get; } = IndexOf(request.Body);

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

    static string IndexOf(byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.TryGetProperty("IndexName", out var index) ? index.GetString()! : "";
    }
}
