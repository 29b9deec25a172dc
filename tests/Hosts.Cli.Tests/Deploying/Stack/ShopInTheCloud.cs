using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace OrderHotline.Hosts.Cli.Tests;

/// <summary>A shop's engineer: flows of the line under git, a package, and an account of AWS that was recorded.</summary>
sealed class ShopInTheCloud : IDisposable
{
    public const string Stack = "--stack order-line --ask-every 0";

    const string Account = "123456789012";
    const string Bucket = $"order-line-{Account}-ap-northeast-1";
    const string StackId = $"arn:aws:cloudformation:ap-northeast-1:{Account}:stack/order-line/51af3dc0";
    const string Instance = $"arn:aws:connect:ap-northeast-1:{Account}:instance/9308c2a1-9bc6-4cea-8290-6c0b4a6d38fa";
    const string Described = "cloudformation describe-stacks";
    const string Events = "cloudformation describe-stack-events";
    const string ChangeSet = "cloudformation describe-change-set";

    static readonly string[] AllFunctions = [.. Template.Committed.OfType("AWS::Lambda::Function").Select(function => function.Id)];

    readonly Desk desk = new();
    readonly string[] flows;
    readonly string[] functions;

    /// <param name="flows">Its flows, with all functions; when none are named, two that refer to no other, with a function of each kind.</param>
    public ShopInTheCloud(params string[] flows)
    {
        (this.flows, functions) = flows.Length > 0 ? (flows, AllFunctions) : (["Callback", "OperatorWhisper"], ["CancelOrder", "DeliverTexts", "OrderDialog", "RequestCode"]);
        CopyDeploy();
        Directory.CreateDirectory(desk.PathOf("artifacts/publish/Lambda"));
        PutPackage("artifacts/publish/Lambda/order-hotline-linux-x64.zip", File.ReadAllBytes(desk.PathOf("deploy/shop.json")));
        Git("init", "-q");
        Git("add", ".");
        Git("-c", "user.name=Shop", "-c", "user.email=shop@example.com", "commit", "-q", "-m", "The line");
        Aws.Answers("sts get-caller-identity", $$"""{"UserId": "AIDA", "Account": "{{Account}}", "Arn": "arn:aws:iam::{{Account}}:user/engineer"}""");
    }

    public RecordedAws Aws { get; } = new();

    public string Folder => desk.PathOf("");

    public Task<Ran> Deploy(string more = "--yes", string input = "", bool interruptWhenItHangs = false) =>
        Aws.Type(Folder, $"deploy {Stack} {more}", input, interruptWhenItHangs);

    /// <summary>There is no bucket and no stack.</summary>
    public ShopInTheCloud IsEmpty()
    {
        Aws.Refuses("s3api head-bucket", "404", "Not Found", once: true).Answers("s3api head-bucket", "");
        Aws.Refuses(Described, "ValidationError", "Stack with id order-line does not exist", once: true);
        return Uploads();
    }

    /// <summary>The bucket is there, and nothing in it.</summary>
    public ShopInTheCloud Uploads()
    {
        Aws.Answers("s3api head-bucket", "").Refuses("s3api head-object", "404", "Not Found");
        foreach (var done in new[] { "s3api create-bucket", "s3api put-", "cloudformation delete-change-set", "cloudformation execute-change-set", "cloudformation update-termination-protection", "connect associate-phone-number-contact-flow" })
        {
            Aws.Answers(done, "");
        }

        Aws.Answers("cloudformation create-change-set", $$"""{"Id": "arn:aws:cloudformation:ap-northeast-1:{{Account}}:changeSet/hotline/1", "StackId": "{{StackId}}"}""");
        Aws.Answers("cloudformation get-template-summary", new JsonObject
        {
            ["Parameters"] = new JsonArray([.. Template.Committed.Parameters.Select(name => new JsonObject { ["ParameterKey"] = name, ["NoEcho"] = name == "AdministratorPassword" })]),
        }.ToJsonString());
        return this;
    }

    /// <summary>The stack stands as it was deployed, with a number or without.</summary>
    public ShopInTheCloud Stands(string status = "UPDATE_COMPLETE", bool hasNumber = true, bool once = false)
    {
        var said = new JsonObject
        {
            ["Stacks"] = new JsonArray(new JsonObject
            {
                ["StackId"] = StackId,
                ["StackName"] = "order-line",
                ["StackStatus"] = status,
                ["Parameters"] = new JsonArray(new JsonObject { ["ParameterKey"] = "InstanceAlias", ["ParameterValue"] = "my-shop" }),
                ["Outputs"] = new JsonArray(
                [
                    Output("Instance", Instance), Output("Entrance", FlowArn("Reception")), Output("OrderTable", "order-line-OrderTable-1ABC"),
                    .. hasNumber ? [Output("Number", "+12065550100")] : Array.Empty<JsonNode>(),
                ]),
            }),
        }.ToJsonString();
        _ = once ? Aws.AnswersOnce(Described, said) : Aws.Answers(Described, said);
        Aws.Answers("cloudformation list-stack-resources", new JsonObject
        {
            ["StackResourceSummaries"] = new JsonArray(
            [
                .. functions.Select(function => Resource(function, "AWS::Lambda::Function", $"order-line-{function}-1ABC")),
                .. flows.Select(flow => Resource(flow, "AWS::Connect::ContactFlow", FlowArn(flow))),
                Resource("OperatorQueue", "AWS::Connect::Queue", $"{Instance}/queue/aaaaaaaa"),
                Resource("OperatorHours", "AWS::Connect::HoursOfOperation", $"{Instance}/operating-hours/bbbbbbbb"),
                Resource("OrderBotAlias", "AWS::Lex::BotAlias", "ALIAS00001|BOT0000001"),
                .. hasNumber ? [Resource("Number", "AWS::Connect::PhoneNumber", $"arn:aws:connect:ap-northeast-1:{Account}:phone-number/cccccccc")] : Array.Empty<JsonNode>(),
            ]),
        }.ToJsonString());
        return this;
    }

    /// <summary>Connect tells of a flow what the template put there, after an edit.</summary>
    public ShopInTheCloud HasFlow(string name, Func<string, string> edit, string version = "")
    {
        var node = Template.Committed.Resources[name];
        var description = $"{node.At("Description")}".Replace("${Commit}", "0123456789ab", StringComparison.Ordinal);
        var content = $"{node.At("Content")}";
        foreach (var (of, arn) in Arns())
        {
            content = content.Replace(of, arn, StringComparison.Ordinal);
        }

        Aws.Answers(
            $"connect describe-contact-flow --instance-id {Instance.Split('/')[1]} --contact-flow-id {FlowId(name)}{version}",
            new JsonObject { ["ContactFlow"] = new JsonObject { ["Arn"] = FlowArn(name), ["Id"] = FlowId(name), ["Name"] = $"Order line {name}", ["Description"] = description, ["Content"] = edit(content) } }.ToJsonString());
        return this;
    }

    /// <summary>Connect tells of every other flow what the template put there.</summary>
    public ShopInTheCloud HasFlows(params string[] but)
    {
        foreach (var flow in flows.Except(but))
        {
            HasFlow(flow, content => content);
        }

        return this;
    }

    /// <summary>What CloudFormation would do: <c>Add Instance AWS::Connect::Instance</c>, <c>Modify Log AWS::Logs::LogGroup False Tags</c>.</summary>
    public ShopInTheCloud WouldDo(params string[] changes)
    {
        Aws.AnswersOnce(ChangeSet, """{"Status": "CREATE_IN_PROGRESS"}""");
        Aws.AnswersOnce(ChangeSet, new JsonObject
        {
            ["Status"] = "CREATE_COMPLETE",
            ["Changes"] = new JsonArray([.. changes.Select(change => change.Split(' ') switch
            {
                [var action, var id, var type, .. var how] => new JsonObject
                {
                    ["Type"] = "Resource",
                    ["ResourceChange"] = new JsonObject
                    {
                        ["Action"] = action,
                        ["LogicalResourceId"] = id,
                        ["ResourceType"] = type,
                        ["Replacement"] = how.FirstOrDefault(),
                        ["Details"] = new JsonArray([.. how.Skip(1).Select(property => new JsonObject { ["Target"] = new JsonObject { ["Attribute"] = "Properties", ["Name"] = property } })]),
                    },
                },
                _ => throw new ArgumentException(change, nameof(changes)),
            })]),
        }.ToJsonString());
        return this;
    }

    /// <summary>There is nothing to do.</summary>
    public ShopInTheCloud WouldDoNothing()
    {
        Aws.AnswersOnce(ChangeSet, """{"Status": "FAILED", "StatusReason": "The submitted information didn't contain changes. Submit different information to create a change set."}""");
        return this;
    }

    /// <summary>What has happened when CloudFormation is asked once more, the newest last: <c>Instance CREATE_FAILED why</c>, <c>stack CREATE_IN_PROGRESS</c>.</summary>
    public ShopInTheCloud Happens(params string[] events) => Happens(always: false, events);

    public ShopInTheCloud Happens(bool always, params string[] events)
    {
        var said = new JsonObject
        {
            ["StackEvents"] = new JsonArray([.. events.Select((happened, number) => happened.Split(' ', 3) switch
            {
                [var id, var status, .. var why] => (JsonNode)new JsonObject
                {
                    ["StackId"] = StackId,
                    ["EventId"] = $"event-{number}",
                    ["LogicalResourceId"] = id == "stack" ? "order-line" : id,
                    ["PhysicalResourceId"] = id == "stack" ? StackId : $"physical-{id}",
                    ["ResourceType"] = id == "stack" ? "AWS::CloudFormation::Stack" : Template.Committed.Resources[id].Type,
                    ["ResourceStatus"] = status,
                    ["ResourceStatusReason"] = why.FirstOrDefault(),
                },
                _ => throw new ArgumentException(happened, nameof(events)),
            }).Reverse()]),
        }.ToJsonString();
        _ = always ? Aws.Answers(Events, said) : Aws.AnswersOnce(Events, said);
        return this;
    }

    /// <summary>Every function answers.</summary>
    public ShopInTheCloud FunctionsAnswer(params (string Function, string Meta, string Answer)[] but)
    {
        foreach (var (function, meta, answer) in but)
        {
            Aws.Answers($"lambda invoke --function-name order-line-{function}-", $"{meta}\n{answer}");
        }

        Aws.Answers("lambda invoke --function-name order-line-DeliverTexts-", "{\"StatusCode\": 200}\n{}").Answers("lambda invoke --function-name order-line-OrderDialog-", "{\"StatusCode\": 200}\n{\"sessionState\": {}}");
        Aws.Answers("lambda invoke", "{\"StatusCode\": 200, \"ExecutedVersion\": \"$LATEST\"}\n{\"outcome\": \"OrderNotFound\"}");
        return this;
    }

    public void Git(params string[] words)
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", Folder, .. words]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }

    public void PutPackage(string name, byte[] shop, byte machine = 62)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            byte[] elf = [0x7F, .. "ELF"u8, .. new byte[14], machine, 0, 0, 0];
            foreach (var (entry, content) in new[] { ("bootstrap", elf), ("shop.json", shop) })
            {
                var made = archive.CreateEntry(entry);
                made.LastWriteTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var stream = made.Open();
                stream.Write(content);
            }
        }

        desk.Put(name, zip.ToArray());
    }

    public string Read(string name) => File.ReadAllText(desk.PathOf(name), Encoding.UTF8);

    public void Put(string name, string content) => desk.Put(name, content);

    public void Dispose()
    {
        Aws.Dispose();
        desk.Dispose();
    }

    static string FlowId(string name) => $"{name.ToLowerInvariant()}-0000";

    static string FlowArn(string name) => $"{Instance}/contact-flow/{FlowId(name)}";

    IEnumerable<(string Name, string Arn)> Arns() =>
    [
        .. flows.Select(flow => ($"${{{flow}.ContactFlowArn}}", FlowArn(flow))),
        .. functions.Select(function => ($"${{{function}.Arn}}", $"arn:aws:lambda:ap-northeast-1:{Account}:function:order-line-{function}-1ABC")),
        ("${OperatorQueue.QueueArn}", $"{Instance}/queue/aaaaaaaa"),
        ("${OperatorHours.HoursOfOperationArn}", $"{Instance}/operating-hours/bbbbbbbb"),
        ("${OrderBotAlias.Arn}", $"arn:aws:lex:ap-northeast-1:{Account}:bot-alias/BOT0000001/ALIAS00001"),
    ];

    static JsonObject Output(string key, string value) => new() { ["OutputKey"] = key, ["OutputValue"] = value };

    static JsonObject Resource(string id, string type, string physical) => new() { ["LogicalResourceId"] = id, ["ResourceType"] = type, ["PhysicalResourceId"] = physical };

    // As little as renders: a template is CloudFormation's to read, and nobody is here who does.
    void CopyDeploy()
    {
        foreach (var name in flows.Select(flow => $"flows/{flow}.json").Concat(["shop.json", "trust/variables.env", "bot/OrderBot.json"]).Select(file => Path.Combine("deploy", file)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(desk.PathOf(name))!);
            File.Copy(Path.Combine(Template.Repository, name), desk.PathOf(name));
        }

        Directory.CreateDirectory(desk.PathOf("deploy/template"));
        desk.Put("deploy/template/frame.yaml", "EachFlow: {Resources: {<Flow>: {Type: 'AWS::Connect::ContactFlow', Properties: {Description: <FlowHash>}}}}\n");
    }
}
