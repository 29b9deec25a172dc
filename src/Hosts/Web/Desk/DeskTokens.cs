using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Web;

/// <summary>Signs tokens on the desk, with a key that ends with the process. A host that works for a shop has none: there the shop signs.</summary>
sealed class DeskTokens : IDisposable
{
    const string Issuer = "https://desk.invalid";
    const string Audience = "order-hotline";

    static readonly TimeSpan Life = TimeSpan.FromHours(8);

    readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    readonly SigningCredentials credentials;

    public DeskTokens() => credentials = new(new ECDsaSecurityKey(key) { KeyId = "desk" }, SecurityAlgorithms.EcdsaSha256);

    /// <summary>Whose tokens are believed on the desk: these.</summary>
    public TokenSettings Settings => new(Issuer, Audience, Authority: null, [credentials.Key]);

    /// <summary>A token for a customer, for a working day.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="now">When it is signed.</param>
    public string For(PhoneNumber customer, DateTimeOffset now) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = Audience,
        IssuedAt = now.UtcDateTime,
        NotBefore = now.UtcDateTime,
        Expires = (now + Life).UtcDateTime,
        Claims = new Dictionary<string, object> { [Customer.NumberClaim] = customer.ToE164() },
        SigningCredentials = credentials,
    });

    public void Dispose() => key.Dispose();
}
