namespace OrderHotline.Hosts.Cli.Tests;

/// <summary>What docs/deploying.md tells to type does what it says, as far as it can be told without AWS.</summary>
public sealed class DeployingPageCommandTests : IDisposable
{
    const string Hotline = "hotline ";

    const string People = "login,first,last,mail,security profile,routing profile\nhanako,Hanako,Sato,hanako@example.com,Order line operator,Order line operators\n";

    // Everything else is run.
    static readonly IReadOnlyDictionary<string, string> NotRun = new Dictionary<string, string>
    {
        ["dotnet publish src/Hosts/Lambda -c Release -r linux-x64"] = "compiles to native code for minutes: .ci/run does it, and tests what comes out",
    };

    static readonly string[] Commands =
    [
        .. File.ReadAllText(Path.Combine(Template.Repository, "docs", "deploying.md")).Split("```").Where((_, part) => part % 2 == 1)
            .SelectMany(block => block.Replace("\\\n", "", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
    ];

    readonly ShopInTheCloud shop = new();

    public static TheoryData<string> Run => [.. Commands.Where(command => !NotRun.ContainsKey(command))];

    public void Dispose() => shop.Dispose();

    [Fact]
    public void What_is_not_run_is_on_the_page_with_its_reason()
    {
        Assert.All(NotRun.Keys, command => Assert.Contains(command, Commands));
        Assert.InRange(Commands.Length, 6, 20);
    }

    [Theory]
    [MemberData(nameof(Run))]
    public async Task It_does_what_it_says(string command)
    {
        if (command.StartsWith("aws ", StringComparison.Ordinal))
        {
            shop.Aws.Answers("cloudformation update-termination-protection --no-enable-termination-protection --stack-name order-line", "").Answers("cloudformation delete-stack --stack-name order-line", "");
            Assert.Equal(0, await shop.Aws.Run(command));
            return;
        }

        Assert.StartsWith(Hotline, command, StringComparison.Ordinal);
        Record(command);
        (await shop.Aws.Type(shop.Folder, $"{command[Hotline.Length..]}{(command.Contains("--stack order-line --", StringComparison.Ordinal) ? " --ask-every 0" : "")}", "yes\nyes\n")).Succeeded();
    }

    [Fact]
    public async Task A_command_that_does_not_do_it_is_found()
    {
        Assert.NotEqual(0, await shop.Aws.Run("aws cloudformation delete-stack --stack-nam order-line"));
        Assert.NotEqual(0, (await shop.Aws.Type(shop.Folder, "deploy --stak order-line")).ExitCode);
    }

    // The account as it is before the command.
    void Record(string command)
    {
        Directory.CreateSymbolicLink(Path.Combine(shop.Folder, "samples"), Path.Combine(Template.Repository, "samples"));
        shop.Put("people.csv", People);
        shop.Git("tag", "v1.2.0");
        if (command.Contains("--to v", StringComparison.Ordinal))
        {
            shop.Aws.Answers("s3api list-objects-v2", """{"Contents": [{"Key": "order-line/old/1.yaml", "LastModified": "2026-11-01T10:00:00+00:00"}]}""")
                .Answers("s3api head-object", """{"Metadata": {"package": "order-line/then.zip", "architecture": "arm64"}}""");
            shop.Uploads();
        }
        else
        {
            _ = command.Contains("users", StringComparison.Ordinal) ? shop.Uploads() : shop.IsEmpty();
        }

        string[] done = ["stack CREATE_IN_PROGRESS", "Log CREATE_COMPLETE", "stack CREATE_COMPLETE"];
        shop.WouldDo("Add Log AWS::Logs::LogGroup").Happens().Happens(always: true, done).Stands("CREATE_COMPLETE").HasFlows().FunctionsAnswer();
        shop.Aws.Answers("connect describe-instance", """{"Instance": {"IdentityManagementType": "CONNECT_MANAGED"}}""")
            .Answers("connect list-security-profiles", """{"SecurityProfileSummaryList": [{"Id": "sp-1", "Name": "Order line operator"}]}""")
            .Answers("connect list-routing-profiles", """{"RoutingProfileSummaryList": [{"Id": "rp-1", "Name": "Order line operators"}]}""")
            .Answers("connect list-users", "{}").Answers("connect create-user", "{}");
    }
}
