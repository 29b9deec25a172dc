using System.Text.Json.Nodes;

namespace OrderHotline.Hosts.Cli;

/// <summary>Follows CloudFormation at work on a stack, and tells how it ends.</summary>
/// <param name="aws">Asks AWS.</param>
/// <param name="stack">The name of the stack.</param>
/// <param name="askEvery">How long to wait before asking again.</param>
/// <param name="output">Is told how far it is.</param>
sealed class StackProgress(AwsCommand aws, string stack, TimeSpan askEvery, TextWriter output)
{
    const string Stack = "AWS::CloudFormation::Stack";
    const int MostNamed = 3;

    // More than a whole deployment has.
    const string MostEvents = "1500";

    /// <summary>The last thing that happened to the stack; null for nothing yet.</summary>
    public async Task<string?> LastEvent(CancellationToken cancellation) => (string?)(await Events(cancellation)).FirstOrDefault()?["EventId"];

    /// <summary>Waits for the end.</summary>
    /// <param name="after">What had happened before the work began; null to join work that is under way.</param>
    /// <param name="expected">How many things there are to do; null where nobody knows.</param>
    /// <param name="cancellation">Ends the waiting, not the work.</param>
    /// <returns>Whether all of it was done.</returns>
    public async Task<bool> Follow(string? after, int? expected, CancellationToken cancellation)
    {
        var told = "";
        try
        {
            while (true)
            {
                var events = OfThisWork(await Events(cancellation), after);
                if (events is [var last, ..] && IsOfTheStack(last) && HasEnded(Status(last)))
                {
                    return await Tell(Status(last), events);
                }

                var (done, doing) = Standing(events);
                var now = $"  {(expected is { } all ? $"{done} of {all}" : $"{done}")} done{(doing.Count == 0 ? "" : $"; now {string.Join(", ", doing.Take(MostNamed))}{(doing.Count > MostNamed ? $" and {doing.Count - MostNamed} more" : "")}")}";
                if (now != told)
                {
                    await output.WriteLineAsync(told = now);
                }

                await Task.Delay(askEvery, cancellation);
            }
        }
        catch (OperationCanceledException)
        {
            await output.WriteLineAsync($"CloudFormation goes on with the stack {stack} without this command. Run it again to see how it ends.");
            throw;
        }
    }

    async Task<bool> Tell(string status, List<JsonNode> events)
    {
        if (status is "CREATE_COMPLETE" or "UPDATE_COMPLETE")
        {
            await output.WriteLineAsync($"The stack {stack} is done.");
            return true;
        }

        // The first is the cause; others were cancelled because of it.
        foreach (var failed in events.AsEnumerable().Reverse().Where(happened => !IsOfTheStack(happened) && Status(happened).EndsWith("_FAILED", StringComparison.Ordinal) && !IsCancelled(happened)))
        {
            await output.WriteLineAsync($"  {failed["LogicalResourceId"]} ({failed["ResourceType"]}): {failed["ResourceStatusReason"]}");
        }

        var kept = events.Where(happened => Status(happened) == "DELETE_SKIPPED").Select(happened => $"{happened["LogicalResourceId"]} ({happened["PhysicalResourceId"]})").ToList();
        await output.WriteLineAsync($"The stack {stack} is not done: {status}. {WhatToDo(stack, status)}");
        if (kept.Count > 0)
        {
            await output.WriteLineAsync($"Kept outside of the stack, because it cannot be made again: {string.Join(", ", kept)}. A new deployment makes its own; an instance that was kept can be used by --parameter InstanceId=ID.");
        }

        return false;
    }

    /// <summary>What to do about a stack that cannot be changed, or was not.</summary>
    public static string WhatToDo(string stack, string status) => status switch
    {
        "UPDATE_ROLLBACK_COMPLETE" => "It is as it was before. Mend what is named above and run the same command.",
        "ROLLBACK_COMPLETE" or "ROLLBACK_FAILED" or "CREATE_FAILED" or "DELETE_FAILED" =>
            $"Nothing of it can be used. Mend what failed, delete it (aws cloudformation delete-stack --stack-name {stack}), wait until it is gone, and run the same command.",
        "UPDATE_ROLLBACK_FAILED" => $"It could not go back either. Mend what failed, then: aws cloudformation continue-update-rollback --stack-name {stack}",
        _ => "The console of CloudFormation shows its events.",
    };

    async Task<List<JsonNode>> Events(CancellationToken cancellation)
    {
        var told = await aws.Ask(["cloudformation", "describe-stack-events", "--stack-name", stack, "--max-items", MostEvents], cancellation);
        return [.. (told["StackEvents"] as JsonArray ?? []).OfType<JsonNode>()];
    }

    // The newest comes first. Work begins with an event of the stack itself.
    static List<JsonNode> OfThisWork(List<JsonNode> events, string? after)
    {
        var since = after is null ? events : [.. events.TakeWhile(happened => (string?)happened["EventId"] != after)];
        var begin = since.FindIndex(happened => IsOfTheStack(happened) && Status(happened) is "CREATE_IN_PROGRESS" or "UPDATE_IN_PROGRESS" or "DELETE_IN_PROGRESS");
        return since[..(begin + 1)];
    }

    static (int Done, List<string> Doing) Standing(List<JsonNode> events)
    {
        var latest = events.Where(happened => !IsOfTheStack(happened)).GroupBy(happened => $"{happened["LogicalResourceId"]}").ToDictionary(of => of.Key, of => Status(of.First()));
        return (latest.Values.Count(status => status.EndsWith("_COMPLETE", StringComparison.Ordinal)),
            [.. latest.Where(one => one.Value.EndsWith("_IN_PROGRESS", StringComparison.Ordinal)).Select(one => one.Key).Order(StringComparer.Ordinal)]);
    }

    static bool IsOfTheStack(JsonNode happened) => (string?)happened["ResourceType"] == Stack && (string?)happened["PhysicalResourceId"] == (string?)happened["StackId"];

    static bool HasEnded(string status) => !status.EndsWith("_IN_PROGRESS", StringComparison.Ordinal);

    static bool IsCancelled(JsonNode happened) => $"{happened["ResourceStatusReason"]}".Contains("cancelled", StringComparison.OrdinalIgnoreCase);

    static string Status(JsonNode happened) => (string?)happened["ResourceStatus"] ?? "";
}
