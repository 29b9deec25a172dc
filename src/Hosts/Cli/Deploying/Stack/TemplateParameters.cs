using System.Text.Json.Nodes;

namespace OrderHotline.Hosts.Cli;

/// <summary>What the template is given: what was typed, what the command knows itself, and else what the last deployment gave.</summary>
/// <param name="request">What was typed.</param>
/// <param name="stack">The stack as it stands; null for none.</param>
/// <param name="revision">What is deployed.</param>
/// <param name="bucket">The bucket of the package.</param>
sealed class TemplateParameters(DeployRequest request, CloudStack? stack, Revision revision, string bucket)
{
    /// <summary>The parameters of a template, in CloudFormation's JSON.</summary>
    /// <exception cref="InvalidDataException">One was typed that the template does not have, or that the command says itself, or that is a secret.
    /// </exception>
    public async Task<JsonArray> For(AwsCommand aws, string template, CancellationToken cancellation)
    {
        var known = new Dictionary<string, string>
        {
            ["PackageBucket"] = bucket,
            ["PackageKey"] = revision.PackageKey,
            ["Architecture"] = revision.Architecture,
            ["Commit"] = revision.Commit,
        };
        var summary = await aws.Ask(["cloudformation", "get-template-summary", "--template-url", template], cancellation);
        var parameters = summary["Parameters"]!.AsArray().ToDictionary(one => (string)one!["ParameterKey"]!, one => (bool?)one!["NoEcho"] ?? false);
        foreach (var typed in request.Parameters.Keys)
        {
            if (!parameters.TryGetValue(typed, out var isSecret))
            {
                throw new InvalidDataException($"The template has no parameter {typed}; there is {string.Join(", ", parameters.Keys.Except(known.Keys).Order(StringComparer.Ordinal))}.");
            }

            if (known.ContainsKey(typed) || isSecret)
            {
                throw new InvalidDataException(isSecret
                    ? $"{typed} is a secret, and a command line is not: others on this machine can read it. hotline deploy users makes administrators, too."
                    : $"{typed} is known without being told: leave --parameter {typed}=… out.");
            }
        }

        return [.. parameters.Keys.Order(StringComparer.Ordinal).Select(name => Given(name, known)).OfType<JsonNode>()];
    }

    // What nobody names has its default, or Connect's rule that says what is missing.
    JsonObject? Given(string name, Dictionary<string, string> known) =>
        known.TryGetValue(name, out var value) || request.Parameters.TryGetValue(name, out value) ? new() { ["ParameterKey"] = name, ["ParameterValue"] = value }
        : stack?.Parameters.ContainsKey(name) == true && !stack.IsEmpty ? new() { ["ParameterKey"] = name, ["UsePreviousValue"] = true }
        : null;
}
