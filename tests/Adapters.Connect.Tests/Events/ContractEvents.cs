using System.Text;
using System.Text.Json.Nodes;
using OrderHotline.Application;
using OrderHotline.Contracts;

namespace OrderHotline.Adapters.Connect.Tests;

/// <summary>The events of the call contract as something to spoil, and what must hold however they were spoiled.</summary>
static class ContractEvents
{
    public static IReadOnlyList<(ConnectFunction Function, byte[] Json)> All { get; } =
    [
        .. CallContract.Examples.Select(row => (Enum.Parse<ConnectFunction>(row.Data.Item1), CallContract.Event(row.Data.Item2))),
    ];

    public static byte[] Of(ConnectFunction function) => All.First(example => example.Function == function).Json;

    /// <summary>The function's first event with another value at a path such as <c>Details.Parameters</c>.</summary>
    public static byte[] Of(ConnectFunction function, string path, string value)
    {
        var json = JsonNode.Parse(Of(function))!.AsObject();
        var names = path.Split('.');
        var parent = names[..^1].Aggregate(json, (node, name) => node[name]!.AsObject());
        parent[names[^1]] = JsonNode.Parse(value);
        return Encoding.UTF8.GetBytes(json.ToJsonString());
    }

    /// <summary>The function's first event with other text for the first of some text.</summary>
    public static byte[] Replacing(ConnectFunction function, string old, string by)
    {
        var json = Encoding.UTF8.GetString(Of(function));
        var at = json.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The event has no {old}.");
        return Encoding.UTF8.GetBytes(json[..at] + by + json[(at + old.Length)..]);
    }

    /// <summary>Answers an event over the contract's table. Whatever the event: a reply, one log line, nothing private in it, and
    /// no fault.</summary>
    public static async Task<Outcome> Answer(ConnectFunction function, byte[] json)
    {
        var line = Line.Over(Line.Store(Demo.Order), CallContract.Now);

        var reply = await line.Answer(function, json);

        Assert.Empty(ReplyRules.BrokenBy(function, reply));
        var record = Assert.Single(line.Log);
        Assert.Equal(reply.Outcome, record.Outcome);
        Assert.Equal(reply.Outcome == Outcome.InvalidRequest, !record.Problems.IsEmpty);
        Assert.DoesNotContain(Demo.Attribute("CallerID"), record.ToLogLine().ToString(), StringComparison.Ordinal);
        Assert.Empty(PrivateIn((record with { ContactId = null }).ToLogLine().ToString())); // which may be any word, even somebody's name
        Assert.Null(record.Fault);
        return reply.Outcome;
    }

    public static IEnumerable<string> PrivateIn(string logLine) =>
        new[] { Demo.Attribute("CallerID").TrimStart('+'), Demo.Attribute("customerName"), Demo.Attribute("orderedItem") }
            .Where(secret => logLine.Contains(secret, StringComparison.OrdinalIgnoreCase));
}
