using System.Text.Json;
using OrderHotline.Adapters.Connect;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Tests;

/// <summary>The flows that are deployed say the words of the word files, and no others.</summary>
public sealed class RenderedFlowTests
{
    public static TheoryData<string> Flows => [.. Files.Select(file => Path.GetFileNameWithoutExtension(file)!)];

    static IEnumerable<string> Files => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "deploy", "flows"), "*.json");

    [Theory]
    [MemberData(nameof(Flows))]
    public void A_deployed_flow_is_as_it_is_rendered(string flow) =>
        Assert.Equal(Read(flow), System.Text.Encoding.UTF8.GetString(Deployment.Rendered(Bytes(flow), flow, Deployed.Line.Shop)));

    [Fact]
    public void A_flow_that_is_not_the_lines_own_keeps_its_words() => Assert.Equal(
        Read("Reception"), System.Text.Encoding.UTF8.GetString(Deployment.Rendered(Bytes("Reception"), "Foreign", Deployed.Line.Shop with
        {
            FlowWords = new([Domain.Language.English], Deployed.Line.Shop.FlowWords.In),
        })));

    [Theory]
    [MemberData(nameof(Flows))]
    public void No_sentence_stands_in_a_flow_by_hand(string flow) => Assert.Empty(Sentences(FlowRendering.Render(Bytes(flow), flow, Marked())));

    [Fact]
    public void A_sentence_by_hand_is_seen()
    {
        var byHand = Read("Keypad").Replace("$.FlowAttributes.wrongKey", "That was wrong.", StringComparison.Ordinal);

        Assert.Equal(
            ["That was wrong."],
            Sentences(FlowRendering.Render(System.Text.Encoding.UTF8.GetBytes(byHand), "Keypad", Marked())));
    }

    [Fact]
    public void Every_phrase_of_flows_is_said_by_one()
    {
        // Those of hours are said inside others, where there is {hours}.
        var unsaid = FlowPhrases.Vocabulary.Paths.Where(path => path.StartsWith($"{FlowPhrases.Section}.", StringComparison.Ordinal)).ToHashSet();
        foreach (var flow in Flows.Select(row => row.Data))
        {
            FlowRendering.Render(Bytes(flow), flow, Marked(path => unsaid.Remove(path)));
            FlowRendering.Render(Bytes(flow), flow, [.. Marked(path => unsaid.Remove(path)).Reverse()]);
        }

        // Japanese is the language of whoever has not chosen yet, so it never offers itself.
        Assert.Empty(unsaid);
    }

    static FlowLanguage[] Marked(Action<string>? used = null) =>
    [
        .. Deployed.Line.Shop.FlowWords.Offered.Select(language => new FlowLanguage(language.ToString(), path =>
        {
            var known = Deployed.Line.Shop.FlowWords.In(language).Find($"{FlowPhrases.Section}.{path}") is not null;
            if (known)
            {
                used?.Invoke($"{FlowPhrases.Section}.{path}");
            }

            return known ? "#" : null;
        })),
    ];

    // What is left besides references, markup and codes of one word.
    static IEnumerable<string> Sentences(byte[] flow)
    {
        using var json = JsonDocument.Parse(flow);
        return
        [
            .. json.RootElement.GetProperty("Actions").EnumerateArray()
                .SelectMany(action => Texts(action.GetProperty("Parameters")))
                .Where(text => text.Any(c => c > '~') || WordsIn(text).Count() > 1),
        ];
    }

    static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Texts(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };

    // A pause is markup with a space in it.
    static IEnumerable<string> WordsIn(string text) => text.Replace("<break time=\"10s\"/>", "", StringComparison.Ordinal)
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word.Any(char.IsAsciiLetter) && !word.Contains('$', StringComparison.Ordinal) && !word.StartsWith('<'));

    static byte[] Bytes(string flow) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "deploy", "flows", $"{flow}.json"));

    static string Read(string flow) => System.Text.Encoding.UTF8.GetString(Bytes(flow));
}
