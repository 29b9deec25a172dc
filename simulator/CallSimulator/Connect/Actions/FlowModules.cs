using System.Text.Json;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>Modules: parts that flows invoke. A module shares the contact with the flow, and nothing that only the flow knows.</summary>
static class FlowModules
{
    const string Result = "Result";
    const string ResultData = "ResultData";

    public static readonly ActionKind InvokeFlowModule = new((run, action, _) => new(Invoke(run, action)));

    public static readonly ActionKind EndFlowModuleExecution = new((run, action, _) => new(End(run, action)));

    static ActionOutcome Invoke(CallRun run, FlowAction action)
    {
        if (run.Text(action, "FlowModuleId") is not { } reference)
        {
            return ActionOutcome.Without(action, "module", "FlowModuleId");
        }

        if (run.Setup.FlowOf(WithoutVersion(reference)) is not { } module)
        {
            return ActionOutcome.Lacks($"There is no module {reference} here.");
        }

        var input = action.ParameterAt("Input") is { } given ? NestedTexts.Read("Input.", given, run.Fill) : [];
        return new ActionOutcome.Invokes(module, FlowData.Empty with { Modules = TextMap.From(input) });
    }

    static ActionOutcome End(CallRun run, FlowAction action)
    {
        if (run.State.At.InvokedAt is not { } invokedAt)
        {
            return ActionOutcome.Failed("No flow invoked this one: it is no module here.");
        }

        var result = run.Text(action, Result);
        var results = new Dictionary<string, string>();
        if (result is not null)
        {
            results.Add(Result, result);
        }

        if (action.ParameterAt(ResultData) is { ValueKind: JsonValueKind.Object } data)
        {
            foreach (var (name, text) in NestedTexts.Read(ResultData + ".", data, run.Fill))
            {
                results[name] = text;
            }
        }

        // Earlier results are gone, and the input of a module around this one is still there.
        var kept = invokedAt.Data.Modules.Entries.Where(entry => entry.Key.StartsWith("Input.", StringComparison.Ordinal));
        return new ActionOutcome.Returns(
            result is null ? ActionOutcome.Done : new ActionOutcome.Gives(result),
            invokedAt.Data with { Modules = TextMap.From(kept).With(results) });
    }

    // The console invokes "id:$LATEST", which names no resource of its own.
    static string WithoutVersion(string reference) =>
        reference.IndexOf(":$", StringComparison.Ordinal) is var colon and > 0 ? reference[..colon] : reference;
}
