using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using OrderHotline.Adapters.Aws;
using OrderHotline.Adapters.Connect;
using OrderHotline.Contracts;
using OrderHotline.FakeSns;
using static OrderHotline.Hosts.Lambda.Tests.DeliveryEvents;

namespace OrderHotline.Hosts.Lambda.Tests;

/// <summary>What the functions ask of AWS is what the template's roles allow: nothing is missing, and nothing is allowed that no call needs.
/// The roles are read from the approved texts to which the template is held.</summary>
public sealed class LeastPrivilegeTests(Dynalite dynalite)
{
    const string WithProof =
        """{"version": 1, "name": "Tokei Kobo", "operators": {"hours": {"Monday": "closed"}}, "verification": {"policy": "byRisk", "countries": ["+81"]}}""";

    static readonly string[] Functions =
        [.. Enum.GetNames<ConnectFunction>(), OrderDialogHandler.FunctionName, MessageDeliveryHandler.FunctionName];

    const string ContactsOfTheInstance =
        "[ MakesInstance, ${Instance.Arn}/contact/*, arn:${AWS::Partition}:connect:${AWS::Region}:${AWS::AccountId}:instance/${InstanceId}/contact/* ]";

    const string Contact = "5ca32fbd-8f92-46af-92a5-6b0f970f0efe";
    const string ContactElsewhere = "5ca32fbe-8f92-46af-92a5-6b0f970f0efe";

    // Lambda does these in the function's name: it writes the log, reads the stream and puts what failed into a queue.
    static readonly string[] OfThePlatform =
        ["sts:AssumeRole", "logs:CreateLogStream", "logs:PutLogEvents", "dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams", "sqs:SendMessage"];

    [Fact]
    public async Task Where_a_number_is_enough_roles_allow_what_functions_ask_and_no_more() => AssertSame(
        Allowed("policies").Where(NeedsNoCode), (await Asked(shop: null)).Where(NeedsNoCode));

    [Fact]
    public async Task Where_the_shop_asks_for_proof_roles_allow_what_functions_ask_and_no_more() => AssertSame(
        Allowed("policies", "policies-with-proof"), await Asked(WithProof));

    // A shop that asks for no proof has no caller who needs a code.
    static bool NeedsNoCode(string line) => !line.StartsWith(nameof(ConnectFunction.RequestCode), StringComparison.Ordinal)
        && !line.StartsWith(nameof(ConnectFunction.VerifyCaller), StringComparison.Ordinal);

    static void AssertSame(IEnumerable<string> allowed, IEnumerable<string> asked)
    {
        var different = asked.Except(allowed).Select(line => $"is not allowed: {line}").Concat(allowed.Except(asked).Select(line => $"is not needed: {line}")).ToList();
        Assert.True(different.Count == 0, string.Join('\n', different));
    }

    static List<string> Allowed(params string[] approved) =>
    [
        .. from name in approved
           from line in File.ReadAllLines(Path.Combine(Source(), "..", "..", "Hosts.Cli.Tests", "Deploying", $"{name}.approved.txt"))
           let words = line.Split(' ')
           where Functions.Contains(words[0]) && words[1] == "may" && words[2] != "not" && !OfThePlatform.Contains(words[2])
           select line,
    ];

    // One order is moved and another cancelled, each with what it takes to be allowed to.
    async Task<IReadOnlyList<string>> Asked(string? shop)
    {
        var asked = new ConcurrentDictionary<string, bool>();
        await Ask(asked, shop, (table, code) =>
        [
            (nameof(ConnectFunction.OrderTableRead), lambda => LookUp(lambda, table)),
            (nameof(ConnectFunction.ChangeOrderDate), lambda => CallTwice(lambda, "change-order-date")),
            (nameof(ConnectFunction.RequestCode), lambda => CallTwice(lambda, "request-code", ToMove)),
            (nameof(ConnectFunction.VerifyCaller), lambda => CallTwice(lambda, "verify-caller", json => code(ToMove(json)))),
            (nameof(ConnectFunction.VouchForCaller), lambda => CallTwice(lambda, "vouch-for-caller")),
            (nameof(ConnectFunction.ChangeOrderDate), lambda => CallTwice(lambda, "change-order-date")),
        ]);
        await Ask(asked, shop, (_, code) =>
        [
            (nameof(ConnectFunction.CancelOrder), lambda => CallTwice(lambda, "cancel-order")),
            (nameof(ConnectFunction.RequestCode), lambda => Call(lambda, "request-code")),
            (nameof(ConnectFunction.VerifyCaller), lambda => Call(lambda, "verify-caller", code)),
            (nameof(ConnectFunction.CancelOrder), lambda => CallTwice(lambda, "cancel-order")),
            (OrderDialogHandler.FunctionName, lambda => lambda.Send("{}")),
            (MessageDeliveryHandler.FunctionName, Deliver),
        ]);
        return [.. asked.Keys.Order(StringComparer.Ordinal)];
    }

    async Task Ask(
        ConcurrentDictionary<string, bool> asked, string? shop, Func<TestTable, Func<string, string>, (string Function, Func<RunningLambda, Task> Run)[]> steps)
    {
        using var table = await TestTable.Create(dynalite);
        await table.Put(TestTable.ItemOf(SampleOrder.Of(SampleOrder.Customer, "100")));
        List<(string Name, string Value)> tables = [.. table.Variables, .. await table.AddProofs()];
        await using var sns = FakeSnsEndpoint.Start();
        await using var connect = FakeConnect.Start();
        connect.Connect(Contact, Contact);
        connect.Connect(ContactElsewhere, ContactElsewhere);
        await using var wire = new Wire(dynalite.Address);
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, shop, TestContext.Current.CancellationToken);
        foreach (var (function, run) in steps(table, WithTheCode))
        {
            wire.Treat = exchange =>
            {
                var name = tables.Single(variable => variable.Value == exchange.Table).Name == "HOTLINE_TABLE" ? "OrderTable" : "VerificationTable";
                asked[$"{function} may dynamodb:{exchange.Operation} {(exchange.Index.Length > 0 ? $"${{{name}.Arn}}/index/{exchange.Index}" : $"{name}.Arn")}"] = true;
                return exchange.Pass();
            };
            var (before, askedBefore) = (sns.Requests.Count, connect.Requests.Count());
            await using var lambda = RunningLambda.Start(
                function,
                [
                    .. tables, ("HOTLINE_FIXED_NOW", "2026-11-25T01:00:00Z"), ("HOTLINE_DYNAMODB_URL", wire.Url), ("HOTLINE_SNS_URL", sns.Url),
                    ("HOTLINE_CONNECT_URL", connect.Url), ("HOTLINE_CONNECT_INSTANCE", FakeConnect.InstanceId),
                    .. shop is null ? [] : new[] { ("HOTLINE_SHOP", file) },
                ]);
            await run(lambda);
            if (sns.Requests.Count > before)
            {
                asked[$"{function} may sns:Publish *"] = true;
            }

            if (connect.Requests.Count() > askedBefore)
            {
                Assert.All(connect.Requests, request => Assert.StartsWith($"GET /contacts/{FakeConnect.InstanceId}/", request, StringComparison.Ordinal));
                asked[$"{function} may connect:DescribeContact {ContactsOfTheInstance}"] = true;
            }
        }

        File.Delete(file);

        string WithTheCode(string json) => sns.Requests is [.., var last]
            ? json.Replace(
                "123456\"",
                new string([.. last.Parameters["Message"].Select(c => char.IsAsciiDigit(c) ? c : ' ')]).Split(' ').First(digits => digits.Length == 6) + '"',
                StringComparison.Ordinal)
            : json;
    }

    // Somebody without an order, and the owner of one.
    static async Task LookUp(RunningLambda lambda, TestTable table)
    {
        await Call(lambda, "order-table-read", Elsewhere);
        await table.PutTheDemoItem();
        await Call(lambda, "order-table-read");
        await table.Put(TestTable.ItemOf(SampleOrder.Of(SampleOrder.Customer, "100")));
        await Call(lambda, "order-table-read");
    }

    static async Task Deliver(RunningLambda lambda)
    {
        await lambda.Send(StreamEvent((SampleOrder.Customer, "100")));
        await lambda.Send(Schedule);
    }

    static string ToMove(string json) => json.Replace(nameof(ConnectFunction.CancelOrder), nameof(ConnectFunction.ChangeOrderDate), StringComparison.Ordinal);

    // In another call, of an order that is not named, by somebody who has none; then of the caller's order.
    static async Task CallTwice(RunningLambda lambda, string example, Func<string, string>? otherwise = null)
    {
        await Call(lambda, example, json => Elsewhere(otherwise?.Invoke(json) ?? json));
        await Call(lambda, example, otherwise);
    }

    static string Elsewhere(string json) => json
        .Replace("\"orderId\"", "\"unused\"", StringComparison.Ordinal)
        .Replace(SampleOrder.Customer.ToE164(), SampleOrder.SomebodyElse.ToE164(), StringComparison.Ordinal)
        .Replace("5ca32fbd", "5ca32fbe", StringComparison.Ordinal);

    // The examples are of several calls in 2018; here they are one, of the day on which the sample order is placed.
    static async Task Call(RunningLambda lambda, string example, Func<string, string>? otherwise = null)
    {
        var json = new[] { "5ca32fbd", "c0de5e9d", "c0defa11" }
            .Aggregate(Encoding.UTF8.GetString(CallContract.Event(example)), (text, start) => text.Replace(start, "5ca32fbd", StringComparison.Ordinal))
            .Replace("2018-11-14", "2026-12-04", StringComparison.Ordinal);
        var outcome = await lambda.Send(otherwise?.Invoke(json) ?? json);
        Assert.False(outcome.IsError, outcome.Text);
    }

    static string Source([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
