using System.CommandLine;
using System.CommandLine.Parsing;
using Amazon.Runtime;
using NodaTime;
using NodaTime.Testing;
using OrderHotline.Adapters.Aws;
using OrderHotline.Adapters.InMemory;
using OrderHotline.Application;
using OrderHotline.CallSimulator.Scenarios;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Cli;

/// <summary>Which orders a command works on, and at what time: the options that commands have in common.</summary>
sealed class OrderSourceOptions
{
    public const string DynamoDb = "--dynamodb";
    public const string TableName = "--table";

    // What a local DynamoDB is happy with: it checks no signature.
    static readonly AWSCredentials ForALocalTable = new BasicAWSCredentials("local", "local");

    static string Region => Environment.GetEnvironmentVariable("AWS_REGION") ?? "ap-northeast-1";

    readonly Option<FileInfo> items = new Option<FileInfo>("--orders")
    {
        Description = "Work in memory on the orders of this file: items in DynamoDB's JSON, one or an array.",
        HelpName = "ITEMS.json",
    }.AcceptExistingOnly();

    readonly Option<Uri?> dynamoDb = new(DynamoDb)
    {
        Description = "Work on a real table at this address, such as http://127.0.0.1:8000. "
            + "Credentials and region are those of the AWS SDK; a table on this machine needs none.",
        HelpName = "URL",
        CustomParser = argument => AddressOf(argument, DynamoDb, "http://127.0.0.1:8000"),
    };

    readonly Option<string> table = new(TableName)
    {
        Description = "The name of the table.",
        HelpName = "NAME",
        DefaultValueFactory = _ => new CustomerTableSettings().TableName,
    };

    readonly Option<IClock?> now = new("--now")
    {
        Description = "The moment at which it happens, such as 2018-11-07T10:00+09:00. Default: now.",
        HelpName = "MOMENT",
        CustomParser = argument =>
        {
            if (ScenarioMoment.TryParse(argument.Tokens[0].Value, out var moment))
            {
                return new FakeClock(moment);
            }

            argument.AddError($"--now is \"{argument.Tokens[0].Value}\": it must be a moment with its offset, "
                + "such as 2018-11-07T10:00+09:00, from 1900 to 2199.");
            return null;
        },
    };

    /// <summary>Reads the address that an option names.</summary>
    public static Uri? AddressOf(ArgumentResult argument, string option, string example)
    {
        var text = argument.Tokens[0].Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return address;
        }

        argument.AddError($"{option} is \"{text}\": it must be an address such as {example}.");
        return null;
    }

    /// <summary>Adds the option for a command that works at a moment and on no order.</summary>
    public Command TakeMoment(Command command)
    {
        command.Add(now);
        return command;
    }

    /// <summary>Adds the options for a command that works on a table and nothing else.</summary>
    public Command TakeTableOptions(Command command)
    {
        dynamoDb.Required = true;
        command.Add(dynamoDb);
        command.Add(table);
        return command;
    }

    /// <summary>Adds the options for a command that works on a table or in memory.</summary>
    public Command TakeOptions(Command command)
    {
        command.Add(now);
        command.Add(items);
        command.Add(dynamoDb);
        command.Add(table);
        command.Validators.Add(result =>
        {
            if (result.GetResult(items) is not null && result.GetResult(dynamoDb) is not null)
            {
                result.AddError("--orders works in memory and --dynamodb on a table: choose one of them.");
            }
        });
        return command;
    }

    public IClock Clock(ParseResult line) => line.GetValue(now) ?? SystemClock.Instance;

    /// <summary>Whether a real table was chosen.</summary>
    public bool IsATable(ParseResult line) => line.GetValue(dynamoDb) is not null;

    /// <summary>The orders in memory, unless a table was chosen.</summary>
    /// <param name="line">The command line.</param>
    /// <param name="policy">When the shop ships: sample orders ship around today.</param>
    /// <exception cref="InvalidDataException">The file of items cannot be read as such.</exception>
    public InMemoryOrders InMemory(ParseResult line, ShippingPolicy policy)
    {
        var orders = new InMemoryOrders();
        orders.Put(line.GetValue(items) is { } file
            ? InputFile.Read(file, DynamoDbJson.ReadOrders)
            : SampleOrders.At(Clock(line).GetCurrentInstant(), policy));
        return orders;
    }

    /// <summary>The real table, which was chosen. The caller disposes of the client.</summary>
    public (Amazon.DynamoDBv2.AmazonDynamoDBClient Client, CustomerTableSettings Settings) Table(ParseResult line)
    {
        var address = line.GetRequiredValue(dynamoDb)!;
        var settings = new CustomerTableSettings
        {
            TableName = line.GetValue(table)!,
            Endpoint = new() { Address = address, Region = Region },
        };
        return (CustomerTable.CreateClient(settings, new AnswerDeadline(TimeProvider.System), CredentialsFor(address)), settings);
    }

    /// <summary>The service for messages at an address, for as long as the command runs.</summary>
    public static IMessageSender MessagesThrough(Uri address, string senderId) =>
        SnsMessageSender.Open(new SnsSettings { SenderId = senderId, Endpoint = new() { Address = address, Region = Region } }, CredentialsFor(address));

    // A service on this machine checks no signature; null leaves the credentials to the SDK's own chain.
    static AWSCredentials? CredentialsFor(Uri address) =>
        address.IsLoopback && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID")) ? ForALocalTable : null;
}
