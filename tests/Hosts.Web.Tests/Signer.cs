using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Web.Tests;

/// <summary>The shop's signer of tokens, and forgers. Tokens are made by hand, so that they can be wrong.</summary>
static class Signer
{
    public const string Issuer = "https://login.shop.example";
    public const string Audience = "order-hotline";

    static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    static readonly ECDsa Forgers = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static TokenSettings Settings { get; } = new(Issuer, Audience, Authority: null, [new ECDsaSecurityKey(Key) { KeyId = "k1" }]);

    /// <summary>What the shop signs for a customer.</summary>
    public static Dictionary<string, object> Claims(PhoneNumber customer) => new()
    {
        ["iss"] = Issuer,
        ["aud"] = Audience,
        ["iat"] = Seconds(TimeSpan.Zero),
        ["exp"] = Seconds(TimeSpan.FromHours(1)),
        ["phone_number"] = customer.ToE164(),
    };

    public static string TokenOf(PhoneNumber customer) => Signed(Claims(customer));

    /// <summary>A token that the shop signed.</summary>
    public static string Signed(Dictionary<string, object> claims, Dictionary<string, object>? header = null) =>
        With(header ?? Header(), claims, text => Key.SignData(text, HashAlgorithmName.SHA256));

    /// <summary>One that somebody else signed, with a key of their own.</summary>
    public static string Forged(Dictionary<string, object> claims, Dictionary<string, object>? header = null) =>
        With(header ?? Header(), claims, text => Forgers.SignData(text, HashAlgorithmName.SHA256));

    /// <summary>One of which the shop's public key is the secret.</summary>
    public static string SignedByThePublicKey(Dictionary<string, object> claims) => With(
        new() { ["alg"] = "HS256", ["typ"] = "JWT", ["kid"] = "k1" }, claims, text => HMACSHA256.HashData(Key.ExportSubjectPublicKeyInfo(), text));

    public static string Unsigned(Dictionary<string, object> claims, string algorithm = "none") =>
        With(new() { ["alg"] = algorithm, ["typ"] = "JWT" }, claims, _ => []);

    public static Dictionary<string, object> Header() => new() { ["alg"] = "ES256", ["typ"] = "JWT", ["kid"] = "k1" };

    /// <summary>The shop's public keys, as an issuer publishes them.</summary>
    public static string KeySet => JsonSerializer.Serialize(new { keys = new[] { new Dictionary<string, object>(Public(Key)) { ["kid"] = "k1", ["use"] = "sig" } } });

    /// <summary>The forgers' public key, as a token's header can hold it.</summary>
    public static Dictionary<string, object> ForgersKey() => Public(Forgers);

    static Dictionary<string, object> Public(ECDsa key)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return new() { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = Base64Url.EncodeToString(point.X), ["y"] = Base64Url.EncodeToString(point.Y) };
    }

    public static long Seconds(TimeSpan fromNow) => (DateTimeOffset.UtcNow + fromNow).ToUnixTimeSeconds();

    static string With(Dictionary<string, object> header, Dictionary<string, object> claims, Func<byte[], byte[]> sign)
    {
        var text = $"{Encoded(header)}.{Encoded(claims)}";
        return $"{text}.{Base64Url.EncodeToString(sign(Encoding.UTF8.GetBytes(text)))}";
    }

    static string Encoded(Dictionary<string, object> part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));
}
