using System.Text;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Tests;

/// <summary>Writes small flows: every action a line.</summary>
static class FlowText
{
    /// <summary>A flow that starts with its first action.</summary>
    public static Flow Of(params string[] actions)
    {
        var start = actions[0].Split('"')[3];
        return Flow.Read(Encoding.UTF8.GetBytes(
            $$"""{ "Version": "2019-10-30", "StartAction": "{{start}}", "Actions": [{{string.Join(',', actions)}}] }"""));
    }

    /// <summary>An action: "goes" are <c>next</c>, <c>!ErrorType</c>, or <c>operand</c> (with another operator than Equals before a
    /// space), each with where it leads.</summary>
    public static string Action(string identifier, string type, string parameters = "{}", params (string Branch, string To)[] goes)
    {
        var next = goes.Where(go => go.Branch == "next").Select(go => $"\"NextAction\":\"{go.To}\"");
        var errors = goes.Where(go => go.Branch.StartsWith('!'))
            .Select(go => $$"""{"ErrorType":"{{go.Branch[1..]}}","NextAction":"{{go.To}}"}""");
        var conditions = goes.Where(go => go.Branch != "next" && !go.Branch.StartsWith('!')).Select(go =>
        {
            var parts = go.Branch.Split(' ', 2);
            var (comparison, operand) = parts.Length == 2 ? (parts[0], parts[1]) : ("Equals", go.Branch);
            return $$"""{"Condition":{"Operator":"{{comparison}}","Operands":["{{operand}}"]},"NextAction":"{{go.To}}"}""";
        });
        var transitions = string.Join(
            ',', [.. next, $"\"Errors\":[{string.Join(',', errors)}]", $"\"Conditions\":[{string.Join(',', conditions)}]"]);
        return $$$"""
            {"Identifier":"{{{identifier}}}","Type":"{{{type}}}","Parameters":{{{parameters}}},"Transitions":{ {{{transitions}}} }}
            """;
    }

    /// <summary>Says a word and goes on.</summary>
    public static string Say(string identifier, string words, string to) =>
        Action(identifier, "MessageParticipant", $$"""{"Text":"{{words}}"}""", ("next", to), ("!NoMatchingError", "bye"));

    /// <summary>Says its own name and hangs up after it: the end of a branch that a test can tell.</summary>
    public static string[] End(params string[] identifiers) =>
    [
        .. identifiers.Select(identifier => Say(identifier, identifier, "bye")),
        Action("bye", "DisconnectParticipant"),
    ];
}
