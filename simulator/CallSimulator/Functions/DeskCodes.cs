using OrderHotline.Adapters.Connect;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Functions;

/// <summary>Codes on a desk: always the same for the same call, so that a call can be played again. They protect nothing.</summary>
static class DeskCodes
{
    static readonly CodeKeys Keys = new(new CodeKey("desk", new byte[CodeKey.ShortestSecret]));

    /// <summary>The digits of a code that is pending.</summary>
    public static string Digits(VerificationSubject subject, PendingCode pending) => OneTimeCode.Derive(Keys.Newest, subject, pending).ToDigits();

    /// <summary>What sender and verifier go by. Codes for the same order, contact and purpose are the same here.</summary>
    public static VerificationSettings Settings(Shop shop) => new(shop.Verification, Keys, shop.Name, () => "desk");
}
