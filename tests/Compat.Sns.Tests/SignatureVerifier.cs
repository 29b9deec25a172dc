using System.Security.Cryptography;
using System.Text;
using OrderHotline.FakeSns;

namespace OrderHotline.Compat.Sns.Tests;

/// <summary>
/// Signature Version 4 from its description, without AWSSDK.Core:
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html. For posts to / without a query.
/// </summary>
sealed class SignatureVerifier
{
    readonly ReceivedRequest request;
    readonly Dictionary<string, string> authorization;

    public SignatureVerifier(ReceivedRequest request)
    {
        const string algorithm = "AWS4-HMAC-SHA256 ";
        this.request = request;
        var header = request.Headers["Authorization"];
        Assert.StartsWith(algorithm, header);
        authorization = header[algorithm.Length..]
            .Split(',', StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', count: 2))
            .ToDictionary(pair => pair[0], pair => pair[1]);
    }

    public string AccessKey => authorization["Credential"].Split('/')[0];

    /// <summary>Date, region, service and "aws4_request".</summary>
    public string Scope => authorization["Credential"][(AccessKey.Length + 1)..];

    public IReadOnlyList<string> SignedHeaders => authorization["SignedHeaders"].Split(';');

    public bool IsSignedWith(string secretKey)
    {
        var key = Scope.Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + secretKey), Sign);
        return Convert.ToHexStringLower(Sign(key, StringToSign())) == authorization["Signature"];
    }

    string StringToSign() =>
        $"AWS4-HMAC-SHA256\n{request.Headers["X-Amz-Date"]}\n{Scope}\n{Hash(Encoding.UTF8.GetBytes(CanonicalRequest()))}";

    string CanonicalRequest()
    {
        var headers = string.Concat(SignedHeaders.Select(name => $"{name}:{request.Headers[name]}\n"));
        return $"POST\n/\n\n{headers}\n{string.Join(';', SignedHeaders)}\n{Hash(request.Body.Span)}";
    }

    static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    static byte[] Sign(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
