using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace OrderHotline.Hosts.Cli;

/// <summary>A stack of CloudFormation, as it stands.</summary>
/// <param name="Id">Its ARN.</param>
/// <param name="Status">CloudFormation's word for how it stands.</param>
/// <param name="Parameters">What was said when it was deployed last; a secret among them is masked by AWS.</param>
/// <param name="Outputs">What it tells.</param>
/// <param name="Resources">What it holds: the physical id of each logical name.</param>
sealed record CloudStack(
    string Id,
    string Status,
    ImmutableDictionary<string, string> Parameters,
    ImmutableDictionary<string, string> Outputs,
    ImmutableDictionary<string, StackResource> Resources)
{
    /// <summary>A change set was made for it and nothing else yet.</summary>
    public const string InReview = "REVIEW_IN_PROGRESS";

    /// <summary>Whether it holds nothing yet.</summary>
    public bool IsEmpty => Status == InReview;

    /// <summary>Whether CloudFormation is at work on it.</summary>
    public bool IsAtWork => !IsEmpty && Status.EndsWith("_IN_PROGRESS", StringComparison.Ordinal);

    /// <summary>Whether it can be changed.</summary>
    public bool MayBeChanged => IsEmpty || Status is "CREATE_COMPLETE" or "UPDATE_COMPLETE" or "UPDATE_ROLLBACK_COMPLETE" or "IMPORT_COMPLETE" or "IMPORT_ROLLBACK_COMPLETE";

    /// <summary>The id of the instance of Connect; null where it tells none.</summary>
    public string? InstanceId => Outputs.TryGetValue("Instance", out var arn) ? arn.Split('/')[^1] : null;

    /// <summary>Reads how a stack stands.</summary>
    /// <returns>Null when there is none of that name.</returns>
    public static async Task<CloudStack?> Find(AwsCommand aws, string name, CancellationToken cancellation)
    {
        JsonNode stack;
        try
        {
            stack = (await aws.Ask(["cloudformation", "describe-stacks", "--stack-name", name], cancellation))["Stacks"]![0]!;
        }
        catch (AwsFailure none) when (none.Code == "ValidationError" && none.Said.Contains("does not exist", StringComparison.Ordinal))
        {
            return null;
        }

        var status = (string)stack["StackStatus"]!;
        var listed = status == InReview ? new JsonObject() : await aws.Ask(["cloudformation", "list-stack-resources", "--stack-name", name], cancellation);
        return new(
            (string)stack["StackId"]!,
            status,
            Pairs(stack[nameof(Parameters)], "ParameterKey", "ParameterValue"),
            Pairs(stack[nameof(Outputs)], "OutputKey", "OutputValue"),
            (listed["StackResourceSummaries"] as JsonArray ?? []).Where(one => one!["PhysicalResourceId"] is not null).ToImmutableDictionary(
                one => (string)one!["LogicalResourceId"]!, one => new StackResource((string)one!["ResourceType"]!, (string)one["PhysicalResourceId"]!)));
    }

    static ImmutableDictionary<string, string> Pairs(JsonNode? list, string key, string value) => (list as JsonArray ?? []).ToImmutableDictionary(
        pair => (string)pair![key]!, pair => (string?)pair![value] ?? "");
}

/// <summary>Something that a stack made.</summary>
/// <param name="Type">What it is: <c>AWS::Connect::ContactFlow</c>.</param>
/// <param name="PhysicalId">What the service calls it.</param>
readonly record struct StackResource(string Type, string PhysicalId);
