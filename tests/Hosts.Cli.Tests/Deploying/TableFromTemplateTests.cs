using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using OrderHotline.Adapters.Aws;
using OrderHotline.Contracts;
using YamlDotNet.RepresentationModel;

namespace OrderHotline.Hosts.Cli.Tests;

public sealed class TableFromTemplateTests(Dynalite dynalite)
{
    [Theory]
    [InlineData("OrderTable")]
    [InlineData("VerificationTable")]
    public async Task The_template_makes_the_tables_that_the_adapter_makes(string id)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var settings = new CustomerTableSettings { TableName = $"Own-{Guid.NewGuid()}", Endpoint = new() { Address = dynalite.Address, Region = "ap-northeast-1" } };
        using var client = CustomerTable.CreateClient(settings, new AnswerDeadline(TimeProvider.System), new BasicAWSCredentials("local", "local"));
        await (id == "OrderTable"
            ? CustomerTableSchema.Create(client, settings, cancellation)
            : VerificationTableSchema.Create(client, new VerificationTableSettings { TableName = settings.TableName }, cancellation));
        var fromTemplate = Request(Template.Committed.Resources[id]);
        // The service refuses an empty list.
        fromTemplate.LocalSecondaryIndexes = fromTemplate.LocalSecondaryIndexes is [] ? null : fromTemplate.LocalSecondaryIndexes;
        fromTemplate.GlobalSecondaryIndexes = fromTemplate.GlobalSecondaryIndexes is [] ? null : fromTemplate.GlobalSecondaryIndexes;
        await client.CreateTableAsync(fromTemplate, cancellation);

        Assert.Equal(await Described(client, settings.TableName, cancellation), await Described(client, fromTemplate.TableName, cancellation));
    }

    [Fact]
    public void Items_of_the_table_of_proofs_are_deleted_when_they_expire() => Assert.Equal(
        VerificationTableSchema.ExpiresAt, $"{Template.Committed.Resources["VerificationTable"].At("TimeToLiveSpecification.AttributeName")}");

    static CreateTableRequest Request(TemplateResource table) => new()
    {
        TableName = $"Template-{Guid.NewGuid()}",
        BillingMode = Text(table.Properties["BillingMode"]),
        KeySchema = Keys(table.Properties["KeySchema"]),
        AttributeDefinitions = [.. Items(table.At("AttributeDefinitions")).Select(one => new AttributeDefinition(Text(one["AttributeName"]), Text(one["AttributeType"])))],
        LocalSecondaryIndexes =
        [
            .. Items(table.At("LocalSecondaryIndexes")).Select(index => new LocalSecondaryIndex
            {
                IndexName = Text(index["IndexName"]), KeySchema = Keys(index["KeySchema"]), Projection = new() { ProjectionType = Text(index["Projection"]["ProjectionType"]) },
            }),
        ],
        GlobalSecondaryIndexes =
        [
            .. Items(table.At("GlobalSecondaryIndexes")).Select(index => new GlobalSecondaryIndex
            {
                IndexName = Text(index["IndexName"]), KeySchema = Keys(index["KeySchema"]), Projection = new() { ProjectionType = Text(index["Projection"]["ProjectionType"]) },
            }),
        ],
    };

    static List<KeySchemaElement> Keys(YamlNode schema) => [.. Items(schema).Select(key => new KeySchemaElement(Text(key["AttributeName"]), Text(key["KeyType"])))];

    static YamlSequenceNode Items(YamlNode? node) => node as YamlSequenceNode ?? [];

    static string Text(YamlNode node) => $"{node}";

    static async Task<string> Described(AmazonDynamoDBClient client, string table, CancellationToken cancellation)
    {
        var made = (await client.DescribeTableAsync(table, cancellation)).Table;
        return string.Join(
            '\n',
            [
                $"{made.BillingModeSummary?.BillingMode} {Keys(made.KeySchema)}",
                .. made.AttributeDefinitions.Select(attribute => $"{attribute.AttributeName} {attribute.AttributeType}").Order(StringComparer.Ordinal),
                .. (made.LocalSecondaryIndexes ?? []).Select(index => $"local {index.IndexName} {Keys(index.KeySchema)} {index.Projection.ProjectionType}"),
                .. (made.GlobalSecondaryIndexes ?? []).Select(index => $"global {index.IndexName} {Keys(index.KeySchema)} {index.Projection.ProjectionType}"),
            ]);

        static string Keys(List<KeySchemaElement> keys) => string.Join(' ', keys.Select(key => $"{key.AttributeName}:{key.KeyType}"));
    }
}
