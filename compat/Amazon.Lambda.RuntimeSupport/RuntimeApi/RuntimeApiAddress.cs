using System.Globalization;
using System.Net;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Where the Runtime API listens, as Lambda says it: <c>host:port</c>, without a scheme.</summary>
static class RuntimeApiAddress
{
    public const string Variable = "AWS_LAMBDA_RUNTIME_API";

    /// <exception cref="InvalidOperationException">The address is missing or is not <c>host:port</c>.</exception>
    public static EndPoint Parse(string? address)
    {
        if (string.IsNullOrWhiteSpace(address))
        {
            throw new InvalidOperationException(
                $"{Variable} is not set. Lambda sets it to the host and port of its Runtime API, for example 127.0.0.1:9001; " +
                "outside Lambda, set it to the address of an emulator.");
        }

        if (IPEndPoint.TryParse(address, out var ip) && ip.Port > 0)
        {
            return ip;
        }

        var colon = address.LastIndexOf(':');
        return colon > 0
            && Uri.CheckHostName(address[..colon]) == UriHostNameType.Dns
            && ushort.TryParse(address.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port > 0
                ? new DnsEndPoint(address[..colon], port)
                : throw new InvalidOperationException(
                    $"{Variable} is '{address}', but should be a host and a port without a scheme or a path, for example 127.0.0.1:9001.");
    }
}
