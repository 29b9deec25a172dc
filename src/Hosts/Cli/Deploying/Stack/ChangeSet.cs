using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace OrderHotline.Hosts.Cli;

/// <summary>What CloudFormation would do to a stack. Nothing is done before it is executed.</summary>
/// <param name="aws">Asks AWS.</param>
/// <param name="stack">The name of the stack.</param>
/// <param name="name">Its own name.</param>
sealed class ChangeSet(AwsCommand aws, string stack, string name)
{
    /// <summary>What would be done; empty when nothing would.</summary>
    public ImmutableArray<PlannedChange> Changes { get; private set; } = [];

    /// <summary>How it is deleted by hand.</summary>
    public string Deletion => $"aws cloudformation delete-change-set --stack-name {stack} --change-set-name {name} --region {aws.Region}";

    /// <summary>Has CloudFormation work out what would be done.</summary>
    /// <param name="isNew">Whether the stack holds nothing yet.</param>
    /// <param name="template">Where the template is.</param>
    /// <param name="parameters">What the template is given, in CloudFormation's JSON.</param>
    /// <param name="description">Stands with it in the console.</param>
    /// <param name="askEvery">How long to wait before asking again.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="AwsFailure">The template or its parameters will not do; AWS says why.</exception>
    public async Task Make(bool isNew, string template, JsonArray parameters, string description, TimeSpan askEvery, CancellationToken cancellation)
    {
        // Its name is made of what it does, so one that an interruption left is in the way of no other.
        await Delete(cancellation);
        await aws.Ask(
            ["cloudformation", "create-change-set", "--stack-name", stack, "--change-set-name", name, "--change-set-type", isNew ? "CREATE" : "UPDATE",
                "--template-url", template, "--capabilities", "CAPABILITY_IAM", "--description", description, "--parameters", AwsCommand.Given],
            cancellation,
            parameters.ToJsonString());
        while (true)
        {
            var made = await aws.Ask(["cloudformation", "describe-change-set", .. Here()], cancellation);
            switch ((string?)made["Status"])
            {
                case "CREATE_COMPLETE":
                    Changes = [.. (made[nameof(Changes)] as JsonArray ?? []).Select(change => PlannedChange.Read(change!["ResourceChange"]!))];
                    return;
                // Nobody would call it a failure: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-changesets-create.html
                case "FAILED" when $"{made["StatusReason"]}" is var reason && (reason.Contains("didn't contain changes", StringComparison.Ordinal) || reason.Contains("No updates", StringComparison.Ordinal)):
                    return;
                case "FAILED":
                    throw new AwsFailure("aws cloudformation create-change-set", code: null, $"{made["StatusReason"]}", "Nothing was changed.");
                default:
                    await Task.Delay(askEvery, cancellation);
                    break;
            }
        }
    }

    /// <summary>Deletes it; that it is not there is no failure.</summary>
    public async Task Delete(CancellationToken cancellation) =>
        await aws.AskForWhatMayLack(["cloudformation", "delete-change-set", .. Here()], ["ChangeSetNotFound", "ChangeSetNotFoundException", "ValidationError"], cancellation);

    /// <summary>Has CloudFormation do it.</summary>
    public async Task Execute(CancellationToken cancellation) => await aws.Ask(["cloudformation", "execute-change-set", .. Here()], cancellation);

    string[] Here() => ["--stack-name", stack, "--change-set-name", name];
}
