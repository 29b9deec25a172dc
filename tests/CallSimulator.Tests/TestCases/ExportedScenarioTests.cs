using System.Text.Json.Nodes;
using Json.Schema;
using OrderHotline.CallSimulator.Scenarios;
using OrderHotline.CallSimulator.TestCases;

namespace OrderHotline.CallSimulator.Tests;

/// <summary>Every scenario that the project has is exported as the testing language is documented.</summary>
public sealed class ExportedScenarioTests
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "calls");

    public static TheoryData<string> Files =>
    [
        .. Directory.EnumerateFiles(Folder, "*.call", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void Its_content_is_valid(string file)
    {
        var content = JsonNode.Parse(Export(file).Content.Span)!;

        Assert.Empty(PublishedSchema.OfContent.FaultsOf(content));
        AssertChained(content);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Its_input_for_the_command_line_of_AWS_is_valid_and_holds_the_content(string file)
    {
        var test = Export(file);
        var input = JsonNode.Parse(test.CliInput.Span)!;

        Assert.Empty(PublishedSchema.OfInput.FaultsOf(input));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(test.Content.Span), JsonNode.Parse(input["Content"]!.GetValue<string>())));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void All_that_is_heard_and_done_before_an_operator_answers_is_in_it(string file)
    {
        var scenario = Scenario(file);
        var content = JsonNode.Parse(ConnectTestCase.From(scenario).Content.Span)!;
        var steps = scenario.Steps.TakeWhile(step => step is not ScenarioStep.Does { Act: Connect.CallerAct.OperatorAnswers }).ToList();

        Assert.Equal(
            steps.SelectMany(Heard),
            content["Observations"]!.AsArray().Skip(1).Select(one => one!["Event"]!["Properties"]!["Text"]!.GetValue<string>()));
        Assert.Equal(
            steps.SelectMany(Done),
            content["Observations"]!.AsArray()
                .SelectMany(one => one!["Actions"]!.AsArray())
                .Where(action => action!["Type"]!.GetValue<string>() == "SendInstruction")
                .Select(action => action!["Parameters"]!["Instruction"]!)
                .Select(instruction => instruction["Properties"]?["Value"]?.ToString() ?? "hangs up"));
    }

    /// <summary>Lines that nobody would put together: what is valid must not hang on how the project's own scenarios are.</summary>
    [Fact]
    public void What_chance_writes_is_valid_too()
    {
        string[] start =
        [
            "flow: Keypad", "operators: closed", "operators: none", "operators: full", "operators: 3 waiting", "order: 100 | a | 1 | 2026-12-01",
            "function: CancelOrder fails", "function: CancelOrder times out", "function: CancelOrder fails on call 2",
            "function: CancelOrder answers late", "function: CancelOrder fails after its work", "function: CancelOrder cannot reach the table",
            "function: OrderDialog answers {}",
            "function: OrderTableRead answers {\"a\": \"\\u3042 \\\"b\\\"\"}", "function: OrderTableRead answers {} on call 1",
            "function: OrderTableRead answers {\"a\": {\"b\": [1]}} on call 2", "action: MessageParticipant fails",
            "action: TransferContactToQueue fails", "action: TransferContactToQueue fails with Nonsense",
            "action: TransferContactToQueue fails with QueueAtCapacity", "action: Operator/transfer fails with QueueAtCapacity",
        ];
        string[] steps =
        [
            "heard: a", "heard: <speak/>", "heard: \"quoted\" \\ <b> 😀 \\u200B", "heard exactly: ご注文", "heard in any order: a / b", "pressed: 0", "pressed: *0#",
            "pressed: 00", "pressed: 123456789012345678901234567890", "said: はい", "said: 😀", "silent", "hang up", "operator answers",
        ];
        string[] end = ["then: operator sees a = ", "then: operator sees b c = \"d\"", "then: no callback", "then: the call waits"];
        var chance = new Random(20261201);
        var exported = 0;
        for (var round = 0; round < 500; round++)
        {
            var text = string.Join('\n',
            [
                chance.Next(4) == 0 ? "caller: withheld" : "caller: +819012345678",
                "at: 2026-11-25T10:00+09:00",
                .. Some(start).Distinct(),
                .. Some(steps),
                .. Some(end),
            ]);
            if (Read(text) is { } scenario)
            {
                var test = ConnectTestCase.From(scenario);
                var content = JsonNode.Parse(test.Content.Span)!;
                Assert.True(
                    PublishedSchema.OfContent.FaultsOf(content).Concat(PublishedSchema.OfInput.FaultsOf(JsonNode.Parse(test.CliInput.Span))).ToList() is [],
                    text);
                AssertChained(content);
                exported++;
            }
        }

        Assert.InRange(exported, 250, 500);

        IEnumerable<string> Some(string[] lines) => Enumerable.Range(0, chance.Next(6)).Select(_ => lines[chance.Next(lines.Length)]);
    }

    [Fact]
    public void There_are_scenarios_enough() => Assert.InRange(Files.Count, 190, int.MaxValue);

    [Fact]
    public void The_schemas_are_schemas()
    {
        Assert.All([PublishedSchema.OfContent, PublishedSchema.OfInput], schema =>
        {
            using var document = System.Text.Json.JsonDocument.Parse(schema.Text);
            Assert.True(MetaSchemas.Draft202012.Evaluate(document.RootElement).IsValid);
        });
    }

    static ConnectTestCase Export(string file) => ConnectTestCase.From(Scenario(file));

    static Scenario Scenario(string file) => ScenarioText.Read(Path.GetFileName(file), File.ReadAllText(Path.Combine(Folder, file)));

    // Null when the text is no scenario, such as one in which operators are said twice.
    static Scenario? Read(string text)
    {
        try
        {
            return ScenarioText.Read("x.call", text);
        }
        catch (ScenarioFormatException)
        {
            return null;
        }
    }

    static IEnumerable<string> Heard(ScenarioStep step) => step switch
    {
        ScenarioStep.Hears(var part) => [part],
        ScenarioStep.HearsExactly(var words) => [words],
        ScenarioStep.HearsInAnyOrder(var parts) => parts,
        _ => [],
    };

    static IEnumerable<string> Done(ScenarioStep step) => step switch
    {
        ScenarioStep.Does(Connect.CallerAct.Presses(var keys)) => [keys],
        ScenarioStep.Does(Connect.CallerAct.Says(var words)) => [words],
        ScenarioStep.Does(Connect.CallerAct.HangsUp) => ["hangs up"],
        _ => [],
    };

    // What a schema cannot say.
    static void AssertChained(JsonNode content)
    {
        var observations = content["Observations"]!.AsArray();
        Assert.Equal("TestInitiated", observations[0]!["Event"]!["Type"]!.GetValue<string>());
        AssertNext(observations, one => one["Transitions"]!["NextObservations"]!.AsArray().Select(next => next!.GetValue<string>()));
        Assert.All(observations, one => AssertNext(
            one!["Actions"]!.AsArray(),
            action => action["Transitions"]!["NextAction"] is { } next ? [next.GetValue<string>()] : []));
        Assert.Equal("EndTest", observations[^1]!["Actions"]!.AsArray()[^1]!["Parameters"]!["Command"]!["Type"]!.GetValue<string>());
    }

    static void AssertNext(JsonArray chain, Func<JsonNode, IEnumerable<string>> next)
    {
        var names = chain.Select(one => one!["Identifier"]!.GetValue<string>()).ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.Equal(names.Skip(1), chain.SelectMany(one => next(one!)));
    }
}
