using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace OrderHotline.Hosts.Web;

/// <summary>What a token must be to be believed: signed by the shop's issuer with a key of its own, for this service, and not over.</summary>
static class TokenChecks
{
    // The clocks of two machines differ by less.
    static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    /// <summary>Signatures by public keys and nothing else: with a shared secret, whoever checks a token could make one.</summary>
    public static IReadOnlyList<string> Algorithms { get; } =
    [
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384,
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384,
    ];

    /// <summary>Believes the tokens of an issuer.</summary>
    public static void Believe(this JwtBearerOptions options, TokenSettings tokens)
    {
        options.MapInboundClaims = false;
        options.IncludeErrorDetails = false; // who forges learns nothing
        options.SaveToken = false;
        options.Authority = tokens.Authority?.ToString();
        options.RequireHttpsMetadata = tokens.Authority is not { IsLoopback: true };
        options.TokenValidationParameters = new()
        {
            ValidIssuer = tokens.Issuer,
            ValidAudience = tokens.Audience,
            ValidAlgorithms = Algorithms,
            IssuerSigningKeys = tokens.Keys,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ValidateIssuerSigningKey = true,
            ClockSkew = Skew,
        };
        options.Events = new()
        {
            OnAuthenticationFailed = failed =>
            {
                RequestRecord.Of(failed.HttpContext).Problem = $"The token was refused: {failed.Exception.GetType().Name}.";
                return Task.CompletedTask;
            },
            OnTokenValidated = validated =>
            {
                // The library leaves it out, and the standard does not: https://www.rfc-editor.org/rfc/rfc7515#section-4.1.11
                if (validated.SecurityToken is not JsonWebToken token || token.TryGetHeaderValue<object>("crit", out _))
                {
                    validated.Fail("The token has an extension that must be understood, and none is.");
                }

                return Task.CompletedTask;
            },
            OnChallenge = challenge =>
            {
                challenge.HandleResponse();
                challenge.Response.Headers.WWWAuthenticate =
                    challenge.AuthenticateFailure is null ? JwtBearerDefaults.AuthenticationScheme : $"{JwtBearerDefaults.AuthenticationScheme} error=\"invalid_token\"";
                return Refusals.Write(
                    challenge.HttpContext,
                    Refusal.NotSignedIn,
                    challenge.AuthenticateFailure is null
                        ? "Send the customer's token: Authorization: Bearer …"
                        : "The token is not one of the shop's for this service, or it is over: sign in again.");
            },
        };
    }
}
