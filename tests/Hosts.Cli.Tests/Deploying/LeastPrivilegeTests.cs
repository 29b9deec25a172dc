using OrderHotline.Contracts;

namespace OrderHotline.Hosts.Cli.Tests;

public sealed class LeastPrivilegeTests
{
    const string AnInstance = "arn:${AWS::Partition}:connect:${AWS::Region}:${AWS::AccountId}:instance/${InstanceId}";

    // Each place where the service has nothing finer, and why.
    static readonly IReadOnlyDictionary<string, string> Wildcards = new Dictionary<string, string>
    {
        ["RequestCode may sns:Publish *"] = "a telephone number is no resource that a policy can name; topics are denied",
        ["RequestCode may not sns:Publish arn:${AWS::Partition}:sns:*:*:*"] = "denies every topic",
        [$"VouchForCaller may connect:DescribeContact [ MakesInstance, ${{Instance.Arn}}/contact/*, {AnInstance}/contact/* ]"] = "any contact of the one instance",
        ["DeliverTexts may sns:Publish *"] = "a telephone number is no resource that a policy can name; topics are denied",
        ["DeliverTexts may not sns:Publish arn:${AWS::Partition}:sns:*:*:*"] = "denies every topic",
        ["DeliverTexts may dynamodb:ListStreams *"] = "the service takes no resource for it",
        ["OrderBot may polly:SynthesizeSpeech *"] = "a voice is no resource; only a lexicon is, and the bot has none",
        ["RecordingKey may kms:* * by AWS arn:${AWS::Partition}:iam::${AWS::AccountId}:root"] = "leaves the key to the account's own policies; in a key's policy * is that key",
        ["RecordingsPolicy may not s3:* Recordings.Arn if Bool aws:SecureTransport false by *"] = "denies everybody what does not come by TLS",
        ["RecordingsPolicy may not s3:* ${Recordings.Arn}/* if Bool aws:SecureTransport false by *"] = "the same, of what is in it",
    };

    internal Template Template { get; init; } = Template.Committed;

    [Fact]
    public void What_may_be_done_by_whom_is_approved() => Approved.Holds(
        "policies",
        string.Join('\n', Policies.Of(Template).Order(StringComparer.Ordinal)),
        "What a role may do is what its function does and no more: say in the commit why.");

    [Fact]
    public void A_wildcard_stands_only_where_its_reason_is_listed() => Assert.Equal(
        Wildcards.Keys.Order(StringComparer.Ordinal),
        Policies.Of(Template).Where(line => line.Contains('*', StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_function_has_a_role_of_its_own_and_every_role_a_function()
    {
        var roles = Template.OfType("AWS::Lambda::Function").Select(function => $"{function.At("Role")}").ToList();
        Assert.Equal(roles.Count, roles.Distinct().Count());
        Assert.Equal(
            roles.Order(StringComparer.Ordinal),
            Template.OfType("AWS::IAM::Role")
                .Where(role => Policies.Documents(role.Properties["AssumeRolePolicyDocument"]).Any(document => $"{document}".Contains("lambda.amazonaws.com", StringComparison.Ordinal)))
                .Select(role => $"{role.Id}.Arn").Order(StringComparer.Ordinal));
    }

    // A managed policy is somebody else's list of what may be done.
    [Fact]
    public void No_role_has_a_managed_policy() =>
        Assert.DoesNotContain(Template.OfType("AWS::IAM::Role"), role => role.At("ManagedPolicyArns") is not null);
}
