using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OrderHotline.Contracts;

/// <summary>Answers <c>DescribeContact</c> over loopback as Amazon Connect documents it
/// (https://docs.aws.amazon.com/connect/latest/APIReference/API_DescribeContact.html). A contact that nobody told it of does not exist.</summary>
public sealed class FakeConnect : IAsyncDisposable
{
    /// <summary>The one instance that it knows.</summary>
    public const string InstanceId = "9308c2a1-9bc6-4cea-8290-6c0b4a6d38fa";

    readonly HttpListener listener = new();
    readonly ConcurrentDictionary<string, (int Status, string Body)> answers = [];
    readonly ConcurrentQueue<string> requests = [];
    readonly Task serving;

    FakeConnect(string url)
    {
        Url = url;
        listener.Prefixes.Add($"{url}/");
        listener.Start();
        serving = Serve();
    }

    /// <summary>Where it listens.</summary>
    public string Url { get; }

    /// <summary>Every request so far: method, path and Authorization.</summary>
    public IEnumerable<string> Requests => requests;

    /// <summary>Starts one at a free port.</summary>
    public static FakeConnect Start()
    {
        using var free = new TcpListener(IPAddress.Loopback, port: 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        return new FakeConnect($"http://127.0.0.1:{port}");
    }

    /// <summary>Sets what is answered about a contact.</summary>
    public void Answer(string contactId, string contact, int status = 200) => answers[contactId] = (status, contact);

    /// <summary>An operator is connected to a contact.</summary>
    public void Connect(string contactId, string firstContactId, string operatorId = "operator-1") => Answer(
        contactId,
        $$"""{"Contact":{"Id":"{{contactId}}","InitialContactId":"{{firstContactId}}","AgentInfo":{"Id":"{{operatorId}}","ConnectedToAgentTimestamp":1795564800.123 } } }""");

    /// <summary>The contact is over; the operator who had it is still named.</summary>
    public void End(string contactId, string operatorId = "operator-1") => Answer(
        contactId,
        $$"""{"Contact":{"Id":"{{contactId}}","AgentInfo":{"Id":"{{operatorId}}","ConnectedToAgentTimestamp":1795564800.123},"DisconnectTimestamp":1795564900.5 } }""");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        listener.Close();
        await serving;
    }

    async Task Serve()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            var path = context.Request.Url!.AbsolutePath;
            requests.Enqueue($"{context.Request.HttpMethod} {path} {context.Request.Headers["Authorization"]}");
            var known = answers.TryGetValue(path[(path.LastIndexOf('/') + 1)..], out var answer) && path.StartsWith($"/contacts/{InstanceId}/", StringComparison.Ordinal);
            var body = Encoding.UTF8.GetBytes(known ? answer.Body : """{"Message":"There is no such contact."}""");
            context.Response.StatusCode = known ? answer.Status : 404;
            context.Response.ContentType = "application/json";
            if (!known)
            {
                context.Response.AddHeader("x-amzn-ErrorType", "ResourceNotFoundException");
            }

            await context.Response.OutputStream.WriteAsync(body);
            context.Response.Close();
        }
    }
}
