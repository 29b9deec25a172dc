using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrderHotline.CallSimulator.Scenarios;
using OrderHotline.Contracts;

namespace OrderHotline.Hosts.Cli.Tests;

/// <summary>Whatever comes from outside, and whichever command prints it, a terminal obeys none of it.</summary>
public sealed class EverythingThatIsPrintedTests : IDisposable
{
    const string Spoofed = "OWNED";

    // What a file can be called: no NUL, no slash, and short.
    const string PlantedName = "a\u001B]0;owned\u0007\u009B2J\u202E\r\n" + Spoofed;

    static readonly string Planted = string.Concat(Unsafe().Select(c => $"A{c}Z")) + $"\u001B]0;owned\u0007\u001B[2J\n{Spoofed}";

    readonly Desk desk = new();

    public EverythingThatIsPrintedTests()
    {
        var quoted = JsonSerializer.Serialize(Planted);
        var item = JsonNode.Parse(CallContract.DemoItem)!;
        item["orderedItem"] = new JsonObject { ["S"] = Planted };
        item["customerName"] = new JsonObject { ["S"] = Planted };
        desk.Put("items.json", item.ToJsonString());
        item["isCancel"] = new JsonObject { ["S"] = Planted };
        desk.Put("broken.json", item.ToJsonString());
        desk.Put("no.json", $"{{\"orderId\": {{{quoted}: \"x\"}}}}");
        desk.Put("event.json", Encoding.UTF8.GetString(CallContract.Event("cancel-order"))
            .Replace("\"orderId\": \"", $"\"orderId\": {quoted[..^1]}", StringComparison.Ordinal)
            .Replace("\"ContactId\": \"", $"\"ContactId\": {quoted[..^1]}", StringComparison.Ordinal));
        desk.Put("input.txt", "\n" + Planted.Replace("\n", "", StringComparison.Ordinal));
        desk.Put("empty.txt", "");
        desk.Put("flow.json", $$$"""
            {"Version":"2019-10-30","StartAction":{{{quoted}}},"Metadata":{"type":{{{quoted}}},"name":{{{quoted}}}},"Actions":[
            {"Identifier":{{{quoted}}},"Type":"MessageParticipant","Parameters":{"Text":{{{quoted}}},{{{quoted}}}:"x"},
            "Transitions":{"NextAction":{{{quoted}}},"Errors":[{"NextAction":{{{quoted}}},"ErrorType":{{{quoted}}}}]}},
            {"Identifier":"b","Type":{{{quoted}}},"Parameters":{},"Transitions":{}}]}
            """);
        desk.Put("table.tsv", $"now\tlanguage\tsaid\treads\n2026-11-25T10:00+09:00\tja-JP\t{Cell}\tDay {Cell}");
        desk.Put("bad.tsv", $"now\tlanguage\tsaid\treads\n{Cell}\tja-JP\tx\ty");
        desk.Put("planted.call", $"""
            # {Flat}
            loose
            caller: +819012345678
            at: 2026-11-25T10:00+09:00
            order: 100 | {VisibleText.Reversible(Planted)} | {Flat} | ships 2026-11-30 | placed
            silent
            said: {VisibleText.Reversible(Planted)}
            heard: {Flat}
            hang up
            then: operator hears {Flat}

            """);
        desk.Put("shop.json", $$"""{"version": 1, "verification": {"policy": "none"}, "zone": {{quoted}}, {{quoted}}: 1, "operators": {"hours": { {{quoted}}: {{quoted}} } } }""");
        desk.Put("nonsense.call", Flat);
        desk.Put(PlantedName, Flat);
        CopyDeployment(quoted[1..^1]);
    }

    public static TheoryData<string> Commands => [.. Leaves(HotlineCommand.Root(), [])];

    static string Cell => Flat.Replace("\r", "", StringComparison.Ordinal);

    static string Flat => Planted.Replace("\n", "", StringComparison.Ordinal).Replace("\t", "", StringComparison.Ordinal);

    // Every kind of source from which each command takes words. Options are not listed: each of every command is tried below.
    static Dictionary<string, string[]> Sources { get; } = new()
    {
        ["call"] =
        [
            "--orders @items.json --from +819012345678 --input @input.txt --trace", "--orders @broken.json --input @empty.txt",
            "--deploy @deploy --input @empty.txt", "--orders @items.json --from +819012345678 --input @input.txt --record @new.call",
        ],
        ["web"] = ["--orders @broken.json", "--orders @no.json", "--deploy @deploy --flow ~", $"--shop @{PlantedName}"],
        ["run"] = ["@planted.call", "@nonsense.call", "@nowhere~", $"@{PlantedName}", "@planted.call --deploy @deploy --coverage"],
        ["transcript"] = ["@planted.call", "@nonsense.call", "@planted.call --html @page.html", $"@{PlantedName}"],
        ["export"] = ["@planted.call", "@nonsense.call", "@planted.call --out @test.json", "@planted.call --cli-input-json", $"@{PlantedName}"],
        ["invoke"] =
        [
            "CancelOrder @event.json --retry --orders @items.json", "OrderTableRead @event.json --orders @items.json",
            "OrderTableRead @event.json --orders @broken.json", $"CancelOrder @{PlantedName}", "~ @event.json",
        ],
        ["date"] = ["~", "~ --json", "--slot ~ --json", "--table @table.tsv", "--table @bad.tsv"],
        ["deliver"] = ["--orders @items.json", "--orders @broken.json", "--orders @no.json", $"--orders @{PlantedName}"],
        ["flow check"] = ["@flow.json", "@flow.json --json", "@nonsense.call", $"@{PlantedName}", $"@{PlantedName} --json"],
        ["flow draw"] = ["@flow.json", "@flow.json --format dot", "@nonsense.call", $"@{PlantedName}", "@flow.json --flow ~"],
        ["flow import"] = ["a --stack b --into @nowhere~", "a --stack ~"],
        ["flow render"] = ["@flow.json", "@nonsense.call", $"@{PlantedName}", "@no.json"],
        ["deploy doctor"] = ["--nonsense~", "~"],
        ["deploy users"] = ["@no.json --stack a", "@nowhere~ --stack a", "@empty.txt --stack ~"],
        ["deploy render"] = ["@deploy", "@nowhere~", "@deploy --shop @shop.json"],
        ["explore"] = ["--depth 1 --deploy @deploy", "--depth 1 --flow ~"],
        ["orders list"] = ["--orders @items.json", "--orders @broken.json", "--orders @no.json", $"--orders @{PlantedName}"],
        ["orders show"] = ["100 --orders @items.json", "~ --orders @items.json", "100 --orders @broken.json"],
        ["orders seed"] = ["@no.json --dynamodb http://127.0.0.1:9", $"@{PlantedName} --dynamodb http://127.0.0.1:9"],
        ["shop check"] = ["@shop.json", "@nonsense.call", "@no.json", $"@{PlantedName}"],
        ["shop show"] = ["@shop.json", "@nonsense.call", "@no.json"],
        ["shop holidays"] = ["@shop.json --country ~ --years ~", "@nonsense.call --country JP --years 2027", "@shop.json --country JP --years 2027"],
        ["table create"] = ["--dynamodb http://127.0.0.1:9 --table ~", "--dynamodb ~"],
    };

    public void Dispose() => desk.Dispose();

    [Fact]
    public void Every_command_there_is_has_been_tried() =>
        Assert.Equal(Leaves(HotlineCommand.Root(), []).Order(StringComparer.Ordinal), Sources.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_terminal_obeys_nothing_that_a_command_took_from_outside(string command)
    {
        var shown = new StringBuilder();
        foreach (var source in Sources[command])
        {
            shown.Append(await Printed(command, source));
        }

        Assert.Contains(@"\u001B", shown.ToString(), StringComparison.Ordinal); // else nothing was planted
        foreach (var written in new[] { "page.html", "test.json", "new.call" }.Select(desk.PathOf).Where(File.Exists))
        {
            IsSafe(await File.ReadAllTextAsync(written, TestContext.Current.CancellationToken), written);
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_terminal_obeys_nothing_that_was_typed(string command)
    {
        await Printed(command, "~");
        foreach (var option in Find(command).Options.Where(option => option.Arity.MaximumNumberOfValues > 0))
        {
            await Printed(command, $"{(command == "call" ? "--input @empty.txt " : "")}{option.Name} ~");
        }
    }

    [Theory]
    [InlineData("flow check @flow.json --json")]
    [InlineData("date ~ --json")]
    [InlineData("invoke OrderTableRead @event.json --orders @items.json")]
    public async Task What_is_printed_as_JSON_stays_JSON(string line)
    {
        var ran = await Type(line);

        Assert.NotNull(JsonNode.Parse(ran.Output));
    }

    [Fact]
    public async Task A_recording_of_it_plays_again_as_it_was()
    {
        (await Type("call --orders @items.json --from +819012345678 --input @input.txt --record @new.call --now 2018-11-07T10:00+09:00"))
            .Succeeded();

        Assert.Equal("1 call, 1 passed, 0 failed\n", (await Type("run @new.call")).Succeeded().Output);
        var scenario = ScenarioText.Read("new", await File.ReadAllTextAsync(desk.PathOf("new.call"), TestContext.Current.CancellationToken));
        Assert.Equal(Planted, Assert.Single(scenario.Start.Orders).Item);
    }

    [Fact]
    public async Task An_error_never_tells_an_addresss_password_or_token()
    {
        foreach (var line in new[]
        {
            "orders list --caller +819012345678 --dynamodb", "table create --dynamodb", "deliver --dynamodb", "deliver --sns",
            "call --lambda-endpoint", "orders list --dynamodb",
        })
        {
            foreach (var address in new[] { "http://user:pa55@127.0.0.1:9/?token=t0ken", "ftp://user:pa55@127.0.0.1/?t0ken", "user:pa55@127.0.0.1?x=t0ken" })
            {
                var ran = await desk.Type($"{line} {address}{(line.StartsWith("call", StringComparison.Ordinal) ? " --input @empty.txt" : "")}");

                Assert.DoesNotContain("pa55", ran.Output + ran.Error, StringComparison.Ordinal);
                Assert.DoesNotContain("t0ken", ran.Output + ran.Error, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void The_check_finds_what_is_not_safe()
    {
        Assert.All(Unsafe(), c => Assert.ThrowsAny<Exception>(() => IsSafe($"a{c}b", "")));
        Assert.ThrowsAny<Exception>(() => IsSafe($"a\n{Spoofed}", ""));
    }

    async Task<string> Printed(string command, string source)
    {
        var ran = await Type($"{command} {source}");
        var printed = $"{ran.Output}\n{ran.Error}";
        IsSafe(printed, source);
        return printed;
    }

    // What is planted has spaces and more: it takes its place when the line has been divided. So does the name of the file.
    Task<Ran> Type(string line) => desk.Type("", [.. line.Replace(PlantedName, "*", StringComparison.Ordinal)
        .Split(' ').Select(word => word switch
        {
            "~" => Planted,
            ['@', .. var name] => desk.PathOf(name.Replace("*", PlantedName, StringComparison.Ordinal).Replace("~", "\u001B[2J", StringComparison.Ordinal)),
            _ => word,
        })]);

    static void IsSafe(string printed, string source)
    {
        for (var at = 0; at < printed.Length; at += char.IsSurrogatePair(printed, at) ? 2 : 1)
        {
            var isUnsafe = CharUnicodeInfo.GetUnicodeCategory(printed, at) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;
            Assert.False(
                (isUnsafe && printed[at] != '\n') || printed[at] is '\u115F' or '\u3164',
                $"{source} prints U+{(int)printed[at]:X4} behind: {VisibleText.OneLine(printed[Math.Max(0, at - 80)..at])}");
        }

        Assert.DoesNotContain(printed.Split('\n'), line => line.TrimStart().StartsWith(Spoofed, StringComparison.Ordinal));
    }

    static IEnumerable<string> Unsafe() => Enumerable.Range(0, 0x10000)
        .Where(code => code != '\n' && !char.IsSurrogate((char)code))
        .Where(code => char.GetUnicodeCategory((char)code) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        .Select(code => $"{(char)code}")
        .Concat(["\u115F", "\u3164", char.ConvertFromUtf32(0xE0001), char.ConvertFromUtf32(0xE0041)]);

    static IEnumerable<string> Leaves(Command command, string[] path) => command.Subcommands.Count == 0
        ? [string.Join(' ', path)]
        : command.Subcommands.SelectMany(child => Leaves(child, [.. path, child.Name]));

    static Command Find(string path) => path.Split(' ').Aggregate(
        (Command)HotlineCommand.Root(), (command, name) => command.Subcommands.Single(child => child.Name == name));

    void CopyDeployment(string words)
    {
        var from = Path.Combine(AppContext.BaseDirectory, "deploy");
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var name = Path.Combine("deploy", Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(desk.PathOf(name))!);
            desk.Put(name, File.ReadAllText(file).Replace("お電話ありがとうございます。", words, StringComparison.Ordinal));
        }
    }
}
