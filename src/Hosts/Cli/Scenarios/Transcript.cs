using System.Collections.Immutable;
using System.Text;
using NodaTime;
using OrderHotline.Application;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Scenarios;

namespace OrderHotline.Hosts.Cli;

/// <summary>One call, for somebody who was not there: telephone numbers are masked, on whichever side they are told.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="About">What it shows.</param>
/// <param name="Call">The call.</param>
/// <param name="Zone">The shop's zone.</param>
sealed record Transcript(string Name, ImmutableArray<string> About, PlayedCall Call, DateTimeZone Zone)
{
    public string Caller =>
        $"{Call.Start.Caller?.ToString() ?? "A withheld number"} calls, {CallReport.At(Call.Start.At, Zone)}.";

    public IEnumerable<CallLine> Conversation => Call.Events.SelectMany(happened => CallReport.For(happened, withTrace: false));

    public IEnumerable<string> OrdersBefore => Call.OrdersBefore.Select(OrderBehindTheCall.InWords);

    public IEnumerable<string> OrdersAfter => Call.OrdersAfter.Select(OrderBehindTheCall.InWords);

    public IEnumerable<string> Messages => Call.Texts.Select(text => $"to {text.To}: {text.Body.ReplaceLineEndings(" / ")}");

    public IEnumerable<CallEvent.Ran> Path => Call.Events.OfType<CallEvent.Ran>();

    public string ToText()
    {
        var text = new StringBuilder();
        Add("", [Name, .. About, Caller]);
        Add("Before", OrdersBefore);
        text.Append('\n');
        foreach (var line in Conversation)
        {
            Add(line.Part.ToString(), [line.Text]);
        }

        text.Append('\n');
        Add("After", OrdersAfter);
        Add("Message", Messages);
        Add("Path", Visits());
        return text.ToString();

        void Add(string part, IEnumerable<string> lines)
        {
            foreach (var line in lines)
            {
                text.Append(VisibleText.OneLine(LogText.Masked($"{part,-8}  {line}".Trim()))).Append('\n');
            }
        }
    }

    /// <summary>Writes it as one document.</summary>
    /// <param name="output">Takes it.</param>
    /// <param name="passed">Whether the call goes as it is written.</param>
    public Task WriteJson(TextWriter output, bool passed) => JsonReport.Write(output, json =>
    {
        json.WriteString("call", Name);
        json.WriteBoolean("passed", passed);
        Texts("about", About);
        json.WriteString("caller", Caller);
        Texts("before", OrdersBefore);
        json.Lines(Conversation);
        Texts("after", OrdersAfter);
        json.Messages(Call.Texts);
        json.List("path", Path, ran =>
        {
            json.WriteString("flow", ran.Flow);
            json.WriteString("action", ran.Action);
            json.WriteString("branch", ran.Branch);
        });

        void Texts(string name, IEnumerable<string> texts)
        {
            json.WriteStartArray(name);
            foreach (var text in texts)
            {
                json.WriteStringValue(VisibleText.OneLine(LogText.Masked(text)));
            }

            json.WriteEndArray();
        }
    });

    // A line for every stay in a flow.
    IEnumerable<string> Visits()
    {
        var (flow, actions) = ("", new List<string>());
        foreach (var ran in Path)
        {
            if (ran.Flow != flow && actions.Count > 0)
            {
                yield return $"{flow}: {string.Join(" > ", actions)}";
                actions.Clear();
            }

            flow = ran.Flow;
            actions.Add(ran.Branch is "next" or "end" ? ran.Action : $"{ran.Action} [{ran.Branch}]");
        }

        if (actions.Count > 0)
        {
            yield return $"{flow}: {string.Join(" > ", actions)}";
        }
    }
}
