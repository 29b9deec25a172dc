using OrderHotline.Domain;

namespace OrderHotline.Application;

/// <summary>What sender and verifier of codes go by, and nobody else may have.</summary>
/// <param name="Policy">What the shop asks of callers.</param>
/// <param name="Keys">The secrets that codes are derived with.</param>
/// <param name="ShopName">How the shop names itself in the message.</param>
/// <param name="NewNonce">Gives a text of at least 128 random bits, another each time. May be called by many at once.</param>
public sealed record VerificationSettings(VerificationPolicy Policy, CodeKeys Keys, string ShopName, Func<string> NewNonce);
