using System.Security.Claims;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Web;

/// <summary>Who asks.</summary>
/// <param name="Caller">The customer; nobody where no number names one.</param>
/// <param name="Channel">How the customer reached the shop, and so what that proves.</param>
/// <param name="Language">The language that is answered in, and in which a message is owed.</param>
sealed record Customer(Caller Caller, Channel Channel, Language Language)
{
    /// <summary>The claim of a token with the customer's number, in E.164.</summary>
    public const string NumberClaim = "phone_number";

    /// <summary>The claim that says whether the shop knows the number to be the customer's. A token may leave it out.</summary>
    public const string VerifiedClaim = "phone_number_verified";

    /// <summary>Reads who asks over HTTP. Minimal APIs call it for a parameter of this type.</summary>
    public static ValueTask<Customer> BindAsync(HttpContext http) => ValueTask.FromResult(Of(http));

    /// <summary>The customer who has logged in to the shop, which is a factor.</summary>
    public static Customer Of(HttpContext http) =>
        new(CallerOf(http.User), Channel.Web, AnswerLanguage.Of(http.Request, http.RequestServices.GetRequiredService<LineWords>()));

    /// <summary>The customer that a token names. A number that the customer has merely typed somewhere names nobody, nor do two.</summary>
    public static Caller CallerOf(ClaimsPrincipal user) =>
        user.Identity is { IsAuthenticated: true }
        && user.FindAll(VerifiedClaim).All(claim => claim.Value == "true")
        && user.FindAll(NumberClaim).ToList() is [var number]
            ? Caller.At(number.Value)
            : Caller.At(null);
}
