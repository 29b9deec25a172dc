using System.Text;

namespace Amazon.Lambda.RuntimeSupport;

sealed record HttpRequest(string Method, string Path)
{
    public ReadOnlyMemory<byte> Body { get; init; }

    public string? ContentType { get; init; }

    /// <summary>The value of <c>Lambda-Runtime-Function-Error-Type</c>, in printable ASCII.</summary>
    public string? ErrorType { get; init; }

    public string Head(string host)
    {
        var head = new StringBuilder(256).Append(Method).Append(' ').Append(Path).Append(" HTTP/1.1\r\nHost: ").Append(host);
        if (Method != "GET")
        {
            head.Append("\r\nContent-Length: ").Append(Body.Length);
        }

        if (ContentType is not null)
        {
            head.Append("\r\nContent-Type: ").Append(ContentType);
        }

        if (ErrorType is not null)
        {
            head.Append("\r\nLambda-Runtime-Function-Error-Type: ").Append(ErrorType);
        }

        return head.Append("\r\n\r\n").ToString();
    }
}
