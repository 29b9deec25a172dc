using OrderHotline.Contracts;
using static OrderHotline.Hosts.Web.Tests.Attack;
using static OrderHotline.Hosts.Web.Tests.Signer;

namespace OrderHotline.Hosts.Web.Tests;

/// <summary>Tokens that must not be believed, and those that name nobody.</summary>
static class TokenAttacks
{
    public static IEnumerable<Attack> All { get; } =
    [
        new("tokens", "none at all", "401 NotSignedIn", async host => $"{(await host.Anonymous.LookUp()).Status} {(await host.Anonymous.LookUp()).Name}"),
        Token("no token but a word", () => "token"),
        Token("signed by somebody else under the shop's key id", () => Forged(Customer())),
        Token("signed by somebody else, whose key is in the header", () => Forged(Customer(), HeaderWith("jwk", ForgersKey()))),
        Token("signed by somebody else, with an address of keys in the header", () => Forged(Customer(), HeaderWith("jku", "https://forger.example/keys"))),
        Token("signed by somebody else under a key id that is a path", () => Forged(Customer(), HeaderWith("kid", "../../dev/null"))),
        Token("with a critical extension that nobody knows", () => Signed(Customer(), HeaderWith("crit", new[] { "exp" }))),
        Token("alg: none", () => Unsigned(Customer())),
        Token("alg: None", () => Unsigned(Customer(), "None")),
        Token("alg: nOnE", () => Unsigned(Customer(), "nOnE")),
        Token("alg: ES256 without a signature", () => Unsigned(Customer(), "ES256")),
        Token("alg: HS256, with the public key as the secret", () => SignedByThePublicKey(Customer())),
        Token("the signature cut off", () => Signed(Customer())[..^40]),
        Token("the claims of one token under the signature of another", () => Swapped()),
        Token("over for a minute", () => Signed(CustomerWith("exp", Seconds(TimeSpan.FromMinutes(-1))))),
        Token("over for a year", () => Signed(CustomerWith("exp", Seconds(TimeSpan.FromDays(-365))))),
        Token("without an end", () => Signed(CustomerWithout("exp"))),
        Token("not valid yet", () => Signed(CustomerWith("nbf", Seconds(TimeSpan.FromMinutes(10))))),
        Token("of another issuer", () => Signed(CustomerWith("iss", "https://login.other.example"))),
        Token("of an issuer that only begins alike", () => Signed(CustomerWith("iss", $"{Issuer}.evil.example"))),
        Token("of no issuer", () => Signed(CustomerWithout("iss"))),
        Token("for another service", () => Signed(CustomerWith("aud", "another-service"))),
        Token("for no service", () => Signed(CustomerWithout("aud"))),
        Token("two tokens at once", () => $"{Signed(Customer())}, {Signed(Customer())}"),
        Request("tokens", "in the address", "400 InvalidRequest", () => new(HttpMethod.Get, $"/v1/order?access_token={Signed(Customer())}")),
        new("tokens", "in a cookie", "401 NotSignedIn", async host =>
        {
            var request = new HttpRequestMessage(HttpMethod.Get, "/v1/order");
            request.Headers.Add("Cookie", $"Authorization=Bearer {Signed(Customer())}");
            var answer = await Answer.To(host.Anonymous, request);
            return $"{answer.Status} {answer.Name}";
        }),
        Nobody("no number", () => CustomerWithout("phone_number")),
        Nobody("a number as it is written in Japan", () => CustomerWith("phone_number", "090-1234-5678")),
        Nobody("a number that is a number", () => CustomerWith("phone_number", 819012345678L)),
        Nobody("a number with a space", () => CustomerWith("phone_number", "+81 9012345678")),
        Nobody("a number in digits of full width", () => CustomerWith("phone_number", "+８１９０１２３４５６７８")),
        Nobody("a carrier's word for a withheld number", () => CustomerWith("phone_number", "+266696687")),
        Nobody("two numbers", () => CustomerWith("phone_number", new[] { "+819012345678", "+819087654321" })),
        Nobody("a number that is not verified", () => CustomerWith("phone_number_verified", false)),
        Nobody("a number of which the proof is a word", () => CustomerWith("phone_number_verified", "yes")),
    ];

    static Attack Nobody(string name, Func<Dictionary<string, object>> claims) => Token(name, () => Signed(claims()), "403 CallerUnidentified", "claims");

    static Dictionary<string, object> Customer() => Claims(SampleOrder.Customer);

    static Dictionary<string, object> CustomerWith(string claim, object value)
    {
        var claims = Customer();
        claims[claim] = value;
        return claims;
    }

    static Dictionary<string, object> CustomerWithout(string claim)
    {
        var claims = Customer();
        claims.Remove(claim);
        return claims;
    }

    static Dictionary<string, object> HeaderWith(string member, object value)
    {
        var header = Header();
        header[member] = value;
        return header;
    }

    static string Swapped()
    {
        var (one, another) = (Signed(Customer()).Split('.'), Signed(Claims(SampleOrder.SomebodyElse)).Split('.'));
        return string.Join('.', another[0], another[1], one[2]);
    }
}
