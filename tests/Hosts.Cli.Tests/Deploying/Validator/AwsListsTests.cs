using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace OrderHotline.Hosts.Cli.Tests;

/// <summary>The template held to AWS's published lists: of actions with the resources that they take, and of types with their properties and attributes.</summary>
public sealed partial class AwsListsTests : IDisposable
{
    const string Place = "ap-northeast-1:123456789012";

    readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task Every_action_that_is_allowed_or_denied_exists_and_takes_what_it_is_allowed_on()
    {
        var lines = ActionsIn(Template.Committed).ToList();
        Assert.InRange(lines.Count, 30, 100);
        Assert.Contains("dynamodb:Query\tarn:aws:dynamodb:ap-northeast-1:123456789012:table/OrderTable/index/LatestOrder\t", lines);
        Assert.Empty(await Wrong(lines));
    }

    [Theory]
    [InlineData("dynamodb:GetItme\t*\t", "no such action")]
    [InlineData("dynamo:GetItem\t*\t", "no such service")]
    [InlineData("sqs:SendMessage\tarn:aws:dynamodb:ap-northeast-1:123456789012:table/T\t", "is none of queue")]
    [InlineData("dynamodb:GetItem\tarn:aws:dynamodb:ap-northeast-1:123456789012:table/T/stream/S\t", "is none of table")]
    [InlineData("dynamodb:ListStreams\tarn:aws:dynamodb:ap-northeast-1:123456789012:table/T\t", "it takes *")]
    [InlineData("sns:Publish\t*\taws:SourceAcount", "no such condition key: aws:SourceAcount")]
    public async Task A_wrong_one_is_found(string planted, string found) => Assert.Contains(found, Assert.Single(await Wrong([planted])), StringComparison.Ordinal);

    [Fact]
    public async Task Every_property_and_attribute_is_one_of_its_type()
    {
        var (looked, wrong) = await Wrong(Template.Committed);
        Assert.InRange(looked, 2000, 100_000);
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Those_that_are_not_are_found()
    {
        var (_, wrong) = await Wrong(Template.Of(
            """
            Resources:
              A: {Type: AWS::SQS::Queue, Properties: {MessageRetentionPeriod: long, Nme: x}}
              B: {Type: AWS::Lambda::Function, Properties: {Role: !GetAtt A.Arm, Code: {S3Buckett: x}, Architectures: arm64}}
              C: {Type: AWS::Lambda::Funktion, Properties: {}}
              D: {Type: AWS::Lambda::Permission, Properties: {Action: a, Principal: p}}
            """));
        Assert.Equal(
            [
                "A has no attribute Arm", "A.MessageRetentionPeriod is no integer", "A.Nme is unknown", "B.Architectures is no list", "B.Code.S3Buckett is unknown",
                "C is a AWS::Lambda::Funktion, which is unknown", "D.FunctionName is missing",
            ],
            wrong.Order(StringComparer.Ordinal));
    }

    async Task<List<string>> Wrong(IEnumerable<string> actions)
    {
        desk.Put("actions.txt", string.Join('\n', actions));
        return [.. (await AwsLists.Run("actions.js", desk.PathOf("actions.txt"))).Where(line => !line.EndsWith('\t'))];
    }

    async Task<(int Looked, IReadOnlyList<string> Wrong)> Wrong(Template template)
    {
        var asked = template.Resources.Values.SelectMany(resource => Template.ReferencesIn(resource.Properties)).Where(reference => reference.Attribute != "Ref")
            .ToLookup(reference => reference.Target, reference => reference.Attribute);
        desk.Put("resources.json", new JsonObject(template.Resources.Values.Select(resource => KeyValuePair.Create<string, JsonNode?>(resource.Id, new JsonObject
        {
            ["type"] = resource.Type,
            ["properties"] = Json(resource.Properties),
            ["attributes"] = new JsonArray([.. asked[resource.Id].Distinct().Select(attribute => JsonValue.Create(attribute))]),
        }))).ToJsonString());
        var lines = await AwsLists.Run("properties.js", desk.PathOf("resources.json"));
        return (int.Parse(lines[^1], System.Globalization.CultureInfo.InvariantCulture), [.. lines.SkipLast(1)]);
    }

    // As Policies writes them: "CancelOrder may dynamodb:GetItem OrderTable.Arn if StringEquals aws:SourceAccount x by Service y".
    static IEnumerable<string> ActionsIn(Template template) =>
        from line in Policies.Of(template)
        let words = line.Split(' ')
        let at = words[2] == "not" ? 3 : 2
        // "[ MakesInstance, this, that ]" is one of two.
        from resource in words[at + 1] == "[" ? words.Skip(at + 3).TakeWhile(word => word != "]").Select(word => word.TrimEnd(',')) : [words[at + 1]]
        select $"{words[at]}\t{Arn(template, resource)}\t{ConditionKey().Match(line).Groups["key"].Value}";

    static string Arn(Template template, string resource) => resource switch
    {
        "itself" => "",
        "*" => "*",
        _ => Placeholder().Replace(Reference().Replace(resource, match => Arn(template.Resources, match)).Replace("${AWS::Partition}", "aws", StringComparison.Ordinal), "any"),
    };

    static string Arn(IReadOnlyDictionary<string, TemplateResource> resources, Match reference)
    {
        var id = reference.Groups["id"].Value;
        return resources.TryGetValue(id, out var resource)
            ? (resource.Type, reference.Groups["attribute"].Value) switch
            {
                ("AWS::DynamoDB::Table", "Arn") => $"arn:aws:dynamodb:{Place}:table/{id}",
                ("AWS::DynamoDB::Table", "StreamArn") => $"arn:aws:dynamodb:{Place}:table/{id}/stream/2026-12-01T00:00:00.000",
                ("AWS::Logs::LogGroup", "Arn") => $"arn:aws:logs:{Place}:log-group:{id}:*",
                ("AWS::SQS::Queue", "Arn") => $"arn:aws:sqs:{Place}:{id}",
                ("AWS::SNS::Topic", "") => $"arn:aws:sns:{Place}:{id}",
                ("AWS::Connect::Instance", "Arn") => $"arn:aws:connect:{Place}:instance/{id}",
                ("AWS::S3::Bucket", "Arn") => $"arn:aws:s3:::{id}",
                var (type, attribute) => throw new NotSupportedException($"No example of {attribute} of a {type}."),
            }
            : reference.Value;
    }

    // What CloudFormation works out is null.
    static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Select(entry => KeyValuePair.Create($"{entry.Key}", Json(entry.Value)))),
        YamlSequenceNode { Tag.IsEmpty: true } sequence => new JsonArray([.. sequence.Select(Json)]),
        YamlScalarNode { Tag.IsEmpty: true } scalar => JsonValue.Create(scalar.Value),
        _ => null,
    };

    [GeneratedRegex(@"^(\$\{)?(?<id>[A-Za-z0-9]+)(\.(?<attribute>[A-Za-z]+))?\}?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();

    [GeneratedRegex(@"\$\{[^}]+\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@" if [A-Za-z]+ (?<key>\S+) ", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ConditionKey();
}
