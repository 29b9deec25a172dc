using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using OrderHotline.Contracts;

namespace OrderHotline.Hosts.Cli.Tests;

/// <summary>Whatever is typed and whatever is in a file: hotline does it, or says what is wrong. No line names a service outside, so none may
/// end in a fault. The seeds are fixed, so that every run tries
/// the same.</summary>
public sealed class NothingEndsUnhandledTests : IDisposable
{
    const int Lines = 1_300;
    const int FilesOfAFormat = 90;
    const int PartsOfATemplate = 30; // each is rendered whole

    const string Call = """
        # The caller cancels.
        caller: +819012345678
        at: 2026-11-25T10:00+09:00
        order: 100 | Jacket | 髙﨑 花 | ships 2026-11-30 | placed
        function: CancelOrder times out on call 2
        operators: none
        loose
        silent
        heard: Jacket
        pressed: 1
        said: 明日
        hang up
        then: the caller hung up

        """;

    static readonly TimeSpan MuchTooLong = TimeSpan.FromMinutes(3);

    static readonly string Deployed = ShopOption.DeployedFolder.FullName;

    readonly Desk desk = new();

    public NothingEndsUnhandledTests()
    {
        foreach (var file in Directory.EnumerateFiles(Deployed, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(desk.PathOf("deploy"), Path.GetRelativePath(Deployed, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        Directory.CreateDirectory(desk.PathOf("empty"));
        desk.PutTheDemoItem();
        desk.PutEvent("cancel-order");
        desk.Put("sound.call", Call);
        desk.Put("acts.txt", "\n2\n1\n");
        desk.Put("table.tsv", "now\tlanguage\tsaid\treads\n2026-11-25T10:00+09:00\tja-JP\t明日\tDay 2026-11-26\n");
        desk.Put("bytes", [0xFF, 0xFE, 0, 1]);
    }

    /// <summary>Each format: a sound file, where it lies, and the command lines that read it.</summary>
    public static TheoryData<string, string[]> Formats => new()
    {
        { "deploy/flows/Keypad.json", ["flow check @deploy/flows", "flow draw @deploy/flows", "flow draw @deploy/flows --flow Keypad --format dot"] },
        { "deploy/flows/Reception.json", ["flow check @deploy/flows/Reception.json --json", "call --deploy @deploy --input @acts.txt"] },
        { "deploy/flows/Conversation.json", ["call --deploy @deploy --input @acts.txt --trace"] },
        { "deploy/bot/OrderBot.json", ["call --deploy @deploy --input @acts.txt"] },
        { "deploy/bot/OrderBot.ja_JP.json", ["call --deploy @deploy --input @acts.txt"] },
        { "deploy/shop.json", ["shop check @deploy/shop.json", "shop show @deploy/shop.json", "shop holidays @deploy/shop.json --country JP --years 2027", "date 明日 --shop @deploy/shop.json"] },
        { "sound.call", ["run @sound.call", "transcript @sound.call", "export @sound.call"] },
        { "acts.txt", ["call --input @acts.txt"] },
        { "items.json", ["orders list --orders @items.json", "orders show 100 --orders @items.json", "deliver --orders @items.json", "invoke CancelOrder @cancel-order.json --orders @items.json --now 2018-11-07T10:00+09:00"] },
        { "cancel-order.json", ["invoke CancelOrder @cancel-order.json", "invoke ChangeOrderDate @cancel-order.json --retry"] },
        { "table.tsv", ["date --table @table.tsv"] },
        { "coverage.json", ["flow draw @deploy/flows --flow Reception --coverage @coverage.json"] },
        { "deploy/unreachable-branches.tsv", ["run @sound.call --deploy @deploy --coverage"] },
    };

    public void Dispose() => desk.Dispose();

    /// <summary>Every option that takes a value, of every command.</summary>
    public static TheoryData<string, string> Valued =>
    [
        .. from command in OddCommandLines.Below(HotlineCommand.Root())
           from option in command.Options
           where option.ValueType != typeof(bool) && option is not (System.CommandLine.Help.HelpOption or VersionOption)
           select (string.Join(' ', OddCommandLines.Names(command)), option.Name),
    ];

    [Theory]
    [MemberData(nameof(Valued))]
    public async Task An_option_without_its_value_is_refused(string command, string option)
    {
        Assert.Equal(ExitCodes.BadInput, (await desk.Type($"{command} {option}")).ExitCode);
        Assert.Equal(ExitCodes.BadInput, (await desk.Type($"{command} {option} --")).ExitCode);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(9)]
    public async Task Whatever_is_typed_is_done_or_refused_in_words(int seed)
    {
        var wrong = new List<string>();
        string[] files =
        [
            .. new[]
            {
                "deploy", "deploy/flows", "empty", "missing", "missing/too", "deploy/flows/Reception.json", "deploy/shop.json", "items.json", "cancel-order.json", "sound.call", "acts.txt",
                "table.tsv", "bytes",
            }.Select(desk.PathOf),
        ];
        var odd = new OddCommandLines(new Random(seed), files);
        for (var number = 0; number < Lines / 2; number++)
        {
            var line = odd.Next();
            if (await Wrong("", line) is { } what)
            {
                wrong.Add($"hotline {string.Join(' ', line.Select(word => $"'{word}'"))}: {what}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Whatever_is_in_a_file_it_is_read_or_refused_in_words(string file, string[] lines)
    {
        if (file == "coverage.json")
        {
            await desk.Type("run @sound.call --coverage-out @coverage.json");
        }

        var wrong = new List<string>();
        var sound = await File.ReadAllBytesAsync(desk.PathOf(file), TestContext.Current.CancellationToken);
        var damage = new Damage(new Random(file.Length));
        for (var number = 0; number < FilesOfAFormat; number++)
        {
            var damaged = number == 0 ? sound : damage.Do(sound);
            foreach (var line in lines)
            {
                desk.Put(file, damaged);
                if (await Wrong(line) is { } what)
                {
                    wrong.Add($"{line}: {what}\n{Convert.ToBase64String(damaged)}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("template/frame.yaml")]
    [InlineData("template/functions.yaml")]
    [InlineData("template/delivery.yaml")]
    [InlineData("trust/variables.env")]
    public async Task Whatever_is_in_a_part_of_the_template_it_is_rendered_or_refused_in_words(string file)
    {
        var deploy = Path.Combine(Template.Repository, "deploy");
        foreach (var folder in new[] { "template", "trust" })
        {
            Directory.CreateDirectory(desk.PathOf($"deploy/{folder}"));
            foreach (var part in Directory.EnumerateFiles(Path.Combine(deploy, folder)))
            {
                File.Copy(part, desk.PathOf($"deploy/{folder}/{Path.GetFileName(part)}"), overwrite: true);
            }
        }

        var wrong = new List<string>();
        var sound = await File.ReadAllBytesAsync(Path.Combine(deploy, file), TestContext.Current.CancellationToken);
        var damage = new Damage(new Random(file.Length));
        for (var number = 0; number < PartsOfATemplate; number++)
        {
            var damaged = number == 0 ? sound : damage.Do(sound);
            desk.Put($"deploy/{file}", damaged);
            if (await Wrong("deploy render @deploy --to @rendered.yaml") is { } what)
            {
                wrong.Add($"{what}\n{Convert.ToBase64String(damaged)}");
            }
        }

        Assert.True(File.Exists(desk.PathOf("rendered.yaml")), "The sound one was rendered.");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("transcript @empty", "is a folder")]
    [InlineData("export @empty", "is a folder")]
    [InlineData("call --input @empty", "is a folder")]
    [InlineData("date --table @empty", "is a folder")]
    [InlineData("orders list --orders @empty", "is a folder")]
    [InlineData("invoke CancelOrder @empty", "is a folder")]
    [InlineData("shop check @empty", "is a folder")]
    [InlineData("call --deploy @empty --shop @deploy/shop.json", "There is no flow in ")]
    [InlineData("explore --depth abc", "--depth is \"abc\": it must be 1 to 100")]
    [InlineData("date tomorrow --now 9999-12-31T12:00Z", "from 1900 to 2199")]
    [InlineData("orders list --now 0001-01-01T00:00Z", "from 1900 to 2199")]
    [InlineData("transcript @bytes", "is not UTF-8: line 1")]
    [InlineData("date --table @bytes", "is not UTF-8: line 1")]
    [InlineData("flow draw @bytes", "it is not UTF-8")]
    public async Task What_is_wrong_is_named(string line, string words)
    {
        var ran = await desk.Type(line);

        Assert.Equal(ExitCodes.BadInput, ran.ExitCode);
        Assert.Contains(words, ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("fault of hotline", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"Version":"2019-10-30","StartAction":"\ud800","Actions":[]}""", "without its other half, at line 1, byte 39")]
    [InlineData("""{"Version":"2019-10-30","StartAction":"a","StartAction":"a","Actions":[]}""", "a name is given twice")]
    public async Task A_flow_with_a_text_that_is_none_is_named(string flow, string words)
    {
        desk.Put("Odd.json", flow);

        Assert.Contains(words, (await desk.Type("flow check @Odd.json")).Output, StringComparison.Ordinal);
        Assert.Contains(words, (await desk.Type("flow draw @Odd.json")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_byte_order_mark_is_passed_over_in_every_file()
    {
        byte[] mark = [0xEF, 0xBB, 0xBF];
        foreach (var file in new[] { "items.json", "sound.call", "table.tsv", "deploy/shop.json", "deploy/flows/Reception.json", "deploy/bot/OrderBot.json" })
        {
            desk.Put(file, [.. mark, .. await File.ReadAllBytesAsync(desk.PathOf(file), TestContext.Current.CancellationToken)]);
        }

        (await desk.Type("orders list --orders @items.json")).Succeeded();
        (await desk.Type("date --table @table.tsv")).Succeeded();
        (await desk.Type("flow check @deploy/flows")).Succeeded();
        (await desk.Type("export @sound.call")).Succeeded();
        (await desk.Type("call --deploy @deploy --input @acts.txt")).Succeeded();
    }

    [Fact]
    public async Task An_order_that_never_ships_is_moved_to_no_day_and_breaks_nothing()
    {
        desk.Put("items.json", Encoding.UTF8.GetString(CallContract.DemoItem).Replace("2018-11-12", "9999-12-31", StringComparison.Ordinal));
        var wish = JsonNode.Parse(CallContract.Event("change-order-date"))!;
        wish["Details"]!["ContactData"]!["LanguageCode"] = "ja-JP";
        wish["Details"]!["Parameters"] = new JsonObject { ["spokenDate"] = "二日後ろにずらして" };
        desk.Put("wish.json", wish.ToJsonString());

        Assert.Equal(["DateTooFar"], (await desk.Type($"invoke ChangeOrderDate @wish.json --orders @items.json --now {Desk.ContractNow}")).Outcomes);
        Assert.Contains("too far ahead", (await desk.Type("date 二日後ろにずらして --ships-on 9999-12-31")).Succeeded().Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flow_of_150_actions_with_150_branches_each_is_drawn()
    {
        var branches = string.Join(',', Enumerable.Range(0, 150).Select(to =>
            $"{{\"NextAction\":\"flow:{to}\",\"Condition\":{{\"Operator\":\"Equals\",\"Operands\":[\"{to}\"]}}}}"));
        var actions = string.Join(',', Enumerable.Range(0, 150).Select(from =>
            $"{{\"Identifier\":\"flow:{from}\",\"Type\":\"Compare\",\"Parameters\":{{\"ComparisonValue\":\"$.Attributes.x\"}},"
            + $"\"Transitions\":{{\"NextAction\":\"flow:0\",\"Errors\":[],\"Conditions\":[{branches}]}}}}"));
        desk.Put("Wide.json", $"{{\"Version\":\"2019-10-30\",\"StartAction\":\"flow:0\",\"Actions\":[{actions}]}}");

        var drawn = (await desk.Type("flow draw @Wide.json --flow Wide")).Succeeded();

        Assert.Contains("Mermaid draws no more than 500", drawn.Error, StringComparison.Ordinal);
        Assert.Contains("[label=\"149\"]", (await desk.Type("flow draw @Wide.json --flow Wide --format dot")).Succeeded().Output, StringComparison.Ordinal);
    }

    async Task<string?> Wrong(string line, params string[] more)
    {
        Ran ran;
        try
        {
            ran = await Task.Run(() => desk.Type(line, more)).WaitAsync(MuchTooLong, TestContext.Current.CancellationToken);
        }
#pragma warning disable CA1031 // Whatever comes out of a command line is what is looked for here.
        catch (Exception unhandled)
#pragma warning restore CA1031
        {
            return $"ended with {unhandled.GetType().Name}: {unhandled.Message}";
        }

        return ran.ExitCode is < ExitCodes.Ok or > ExitCodes.BadInput ? $"ended with {ran.ExitCode}"
            : ran.Error.Contains("fault of hotline", StringComparison.Ordinal) ? ran.Error[..Math.Min(600, ran.Error.Length)]
            : (ran.ExitCode == ExitCodes.BadInput ? ran.Error : ran.ExitCode == ExitCodes.CheckFailed ? ran.Output : "-").Length == 0 ? $"ended with {ran.ExitCode} and without a word"
            : null;
    }
}
