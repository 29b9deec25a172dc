using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The client context as the AWS Mobile SDK writes it. Every member is null when the caller sent none.</summary>
sealed record ClientContext(IDictionary<string, string>? Environment, IClientApplication? Client, IDictionary<string, string>? Custom)
    : IClientContext
{
    public static ClientContext FromJson(string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return new(null, null, null);
        }

        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new(Texts(root, "env"), ClientApplication.FromJson(root), Texts(root, "custom"));
    }

    static Dictionary<string, string>? Texts(JsonElement root, string name) =>
        root.TryGetProperty(name, out var texts) && texts.ValueKind == JsonValueKind.Object
            ? texts.EnumerateObject().ToDictionary(text => text.Name, text => text.Value.ToString())
            : null;
}

sealed record ClientApplication(
    string? AppPackageName, string? AppTitle, string? AppVersionCode, string? AppVersionName, string? InstallationId)
    : IClientApplication
{
    public static ClientApplication? FromJson(JsonElement root) =>
        root.TryGetProperty("client", out var client)
            ? new(
                CognitoIdentity.Text(client, "app_package_name"),
                CognitoIdentity.Text(client, "app_title"),
                CognitoIdentity.Text(client, "app_version_code"),
                CognitoIdentity.Text(client, "app_version_name"),
                CognitoIdentity.Text(client, "installation_id"))
            : null;
}

/// <summary>Who called through Amazon Cognito. Both members are null when nobody did.</summary>
sealed record CognitoIdentity(string? IdentityId, string? IdentityPoolId) : ICognitoIdentity
{
    public static CognitoIdentity FromJson(string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return new(null, null);
        }

        using var document = JsonDocument.Parse(json);
        return new(Text(document.RootElement, "cognitoIdentityId"), Text(document.RootElement, "cognitoIdentityPoolId"));
    }

    public static string? Text(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var text) ? text.ToString() : null;
}
