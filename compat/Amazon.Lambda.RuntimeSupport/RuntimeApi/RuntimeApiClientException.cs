using System.Diagnostics.CodeAnalysis;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The Runtime API answered a request for the next event with something other than an event.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Only the loop throws it.")]
public sealed class RuntimeApiClientException : Exception
{
    internal RuntimeApiClientException(string message, HttpReply reply)
        : base($"{message} It answered {reply.Status}: {reply.Excerpt}")
    {
        StatusCode = reply.Status;
        Response = reply.Excerpt;
    }

    public int StatusCode { get; }

    public string Response { get; }
}
