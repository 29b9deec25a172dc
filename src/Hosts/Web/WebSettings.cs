using Microsoft.IdentityModel.Tokens;
using OrderHotline.Adapters.Aws;
using OrderHotline.Adapters.Connect;
using OrderHotline.Application;

namespace OrderHotline.Hosts.Web;

/// <summary>Everything that the host goes by, read once when it starts.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="Tokens">Whose tokens are believed; null on the desk, which signs its own.</param>
/// <param name="Table">Where the orders are; null on the desk, which has them in memory.</param>
/// <param name="Verifications">What the table of proofs is called.</param>
/// <param name="KeysFolder">Where the keys are kept that sign what an agent's client carries between two requests; null for keys that end
/// with the process.</param>
/// <param name="RequestsAMinute">How many requests a customer has in a minute.</param>
sealed record WebSettings(
    Shop Shop, TokenSettings? Tokens, CustomerTableSettings? Table, VerificationTableSettings Verifications, string? KeysFolder, int RequestsAMinute)
{
    const int UsualRequestsAMinute = 60;

    /// <summary>The pages, beside the host's own, that may hold the chat: origins such as <c>https://shop.example</c>.</summary>
    public IReadOnlyList<string> ChatOrigins { get; init; } = [];

    /// <summary>Takes traces and metrics; null for nobody.</summary>
    public Uri? Collector { get; init; }

    /// <summary>Reads the settings from the environment. An unset or empty variable means its default.</summary>
    /// <param name="variable">Gives the value of an environment variable.</param>
    /// <param name="onATable">Whether the orders are in the shop's table.</param>
    /// <param name="needsTokens">Whether customers come with a token.</param>
    /// <exception cref="UnsoundSettingsException">At least one makes no sense; the message lists them all.</exception>
    public static WebSettings Read(Func<string, string?> variable, bool onATable, bool needsTokens)
    {
        var read = new VariableReader(variable);
        var shop = LineVariables.Shop(read, variable);
        var tokens = needsTokens ? TokenSettings.Read(read, isRequired: onATable) : null;
        var table = onATable ? LineVariables.Table(read) : null;
        var verifications = LineVariables.Verifications(read);
        var keys = read.Text("HOTLINE_KEYS_FOLDER", "") is { Length: > 0 } folder ? folder : null;
        if (keys is not null && !Directory.Exists(keys))
        {
            read.Add($"HOTLINE_KEYS_FOLDER is \"{keys}\": there is no such folder. Make one that only this service may read.");
        }

        var requests = read.Value("HOTLINE_REQUESTS_A_MINUTE", UsualRequestsAMinute, TryReadCount, "a whole number from 1 to 10000");
        var origins = read.Value<IReadOnlyList<string>>(
            "HOTLINE_CHAT_ORIGINS", [], TryReadOrigins, "the origins of the pages with the chat, with commas between: https://shop.example");
        var collector = read.Value<Uri?>(Telemetry.Collector, null, LineVariables.TryReadAddress, "the address of a collector that takes OTLP over HTTP: http://127.0.0.1:4318");
        return shop is not null && read.Problems.Count == 0
            ? new(shop, tokens, table, verifications, keys, requests) { ChatOrigins = origins, Collector = collector }
            : throw new UnsoundSettingsException(read.Problems);
    }

    // A page elsewhere is reached by https alone: who could change it on its way could read the customer's token.
    static bool TryReadOrigins(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out IReadOnlyList<string>? origins)
    {
        origins = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return origins.All(origin => Uri.TryCreate(origin, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            && address.GetLeftPart(UriPartial.Authority) == origin);
    }

    static bool TryReadCount(string text, out int count) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out count) && count is >= 1 and <= 10_000;
}

/// <summary>Whose tokens are believed.</summary>
/// <param name="Issuer">Who signs them.</param>
/// <param name="Audience">Whom they are made for: this service.</param>
/// <param name="Authority">Where the issuer publishes its keys; null where they are <paramref name="Keys"/>.</param>
/// <param name="Keys">Its public keys; none where they are read from <paramref name="Authority"/>.</param>
sealed record TokenSettings(string Issuer, string Audience, Uri? Authority, IReadOnlyList<SecurityKey> Keys)
{
    const string IssuerName = "HOTLINE_TOKEN_ISSUER";
    const string AudienceName = "HOTLINE_TOKEN_AUDIENCE";
    const string AuthorityName = "HOTLINE_TOKEN_AUTHORITY";
    const string KeysName = "HOTLINE_TOKEN_KEYS";

    /// <summary>Reads them; null where nobody is named and nobody must be.</summary>
    /// <param name="read">Reads the variables, and takes what is wrong with them.</param>
    /// <param name="isRequired">Whether an issuer must be named.</param>
    public static TokenSettings? Read(VariableReader read, bool isRequired)
    {
        var (issuer, audience) = (read.Text(IssuerName, ""), read.Text(AudienceName, ""));
        var authority = read.Value<Uri?>(
            AuthorityName, null, TryReadAuthority, "the address of the issuer, with https unless it is on this machine: https://login.example.com");
        var file = read.Text(KeysName, "");
        if (!isRequired && issuer.Length == 0 && audience.Length == 0 && authority is null && file.Length == 0)
        {
            return null;
        }

        foreach (var (name, value) in new[] { (IssuerName, issuer), (AudienceName, audience) })
        {
            if (value.Length == 0)
            {
                read.Add($"{name} is not set: customers come with the shop's signed token, and it says whose are believed.");
            }
        }

        if (authority is null == (file.Length == 0))
        {
            read.Add($"Set {AuthorityName}, the address under which the issuer publishes its keys, or {KeysName}, a file of its key set (JWKS); and not both.");
        }

        return new(issuer, audience, authority, file.Length == 0 ? [] : KeysOf(file, read));
    }

    static IReadOnlyList<SecurityKey> KeysOf(string file, VariableReader read)
    {
        try
        {
            var keys = new JsonWebKeySet(File.ReadAllText(file)).Keys;
            if (keys.Count > 0 && keys.All(key => key.Kty is JsonWebAlgorithmsKeyTypes.RSA or JsonWebAlgorithmsKeyTypes.EllipticCurve))
            {
                return [.. keys];
            }

            read.Add($"{KeysName} is \"{file}\": it must hold at least one key, and only public ones of RSA or of an elliptic curve.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            read.Add($"{KeysName} is \"{file}\": it must be a file with a key set (JWKS). {(fault is ArgumentException ? "It is none." : fault.Message)}");
        }

        return [];
    }

    static bool TryReadAuthority(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Uri? address) =>
        LineVariables.TryReadAddress(text, out address) && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback);
}

/// <summary>The host cannot start: its settings make no sense.</summary>
sealed class UnsoundSettingsException(IReadOnlyCollection<string> problems)
    : Exception(LogText.Masked($"{problems.Count} setting(s) must be mended. {string.Join(' ', problems)}"));
