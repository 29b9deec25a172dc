using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using OrderHotline.CallSimulator.Scenarios;
using OrderHotline.ContactFlows;

namespace OrderHotline.Hosts.Cli;

/// <summary><c>hotline flow</c>: contact flows in the flow language.</summary>
static class FlowCommand
{
    static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create() => new("flow", "Works on contact flows.") { Check(), DrawCommand.Create(), RenderCommand.Create(), ImportCommand.Create() };

    static Command Check()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "One or more flows as JSON, or folders of them. They are checked as one set: placeholders such as "
                + "${Conversation.ContactFlowArn} mean the file Conversation.json.",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = new Option<bool>("--json") { Description = "Print the findings as one JSON document." };
        var shop = new ShopOption();
        var command = shop.AddTo(new Command(
            "check",
            "Says what Connect would refuse, and what would go wrong in a call, before either happens. Fails only on errors.")
        {
            files,
            json,
        });
        command.SetAction(async (line, cancellation) =>
        {
            var paths = line.GetValue(files)!;
            var offered = shop.ReadIfAny(line, paths is [var folder] && Directory.Exists(folder) ? Directory.GetParent(Path.GetFullPath(folder)) : null);
            var checkedFlows = await CheckedFlows.Read(paths, offered?.Words.Offered ?? [], cancellation);
            var output = line.InvocationConfiguration.Output;
            await output.WriteAsync($"{(line.GetValue(json) ? Json(checkedFlows) : Text(checkedFlows))}\n");
            return checkedFlows.Count(FindingSeverity.Error) > 0 ? ExitCodes.CheckFailed : ExitCodes.Ok;
        });
        return command;
    }

    static string Text(CheckedFlows flows) => string.Join('\n', flows.Findings.Select(finding => string.Join(": ", (string[])
    [
        flows.FileOf(finding),
        .. finding.Action is { } action ? [action] : (string[])[],
        Severity(finding),
        finding.Reason,
    ])).Append($"{Count(flows.Files, "flow")}, {Count(flows.Count(FindingSeverity.Error), "error")}, "
        + $"{Count(flows.Count(FindingSeverity.Warning), "warning")}, {Count(flows.Count(FindingSeverity.Hint), "hint")}").Select(VisibleText.OneLine));

    static string Json(CheckedFlows flows)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, Readable))
        {
            writer.WriteStartObject();
            writer.WriteNumber("flows", flows.Files);
            writer.WriteNumber("errors", flows.Count(FindingSeverity.Error));
            writer.WriteNumber("warnings", flows.Count(FindingSeverity.Warning));
            writer.WriteNumber("hints", flows.Count(FindingSeverity.Hint));
            writer.WriteStartArray("findings");
            foreach (var finding in flows.Findings)
            {
                writer.WriteStartObject();
                writer.WriteString("file", flows.FileOf(finding));
                writer.WriteString("flow", finding.Flow);
                writer.WriteString("action", finding.Action);
                writer.WriteString("fault", finding.Fault.ToString());
                writer.WriteString("severity", Severity(finding));
                writer.WriteString("reason", finding.Reason);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(json.ToArray());
    }

    static string Severity(FlowFinding finding) => finding.Severity switch
    {
        FindingSeverity.Error => "error",
        FindingSeverity.Warning => "warning",
        FindingSeverity.Hint => "hint",
        _ => throw new NotSupportedException($"No word for {finding.Severity}."),
    };

    static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";
}
