using System.Text;
using System.Text.Json;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Scenarios;

/// <summary>Reads what goes wrong in a call.</summary>
static class FaultReader
{
    /// <summary>Reads what goes wrong with a function.</summary>
    public static FunctionFault Function(ScenarioLine value)
    {
        var (name, fault) = value.CutAt(" ");
        var (what, call) = fault.CutAt(" on call ");
        if (what.StartsWith(ScenarioWords.Answers + " {"))
        {
            return new(StartReader.Function(name), FaultKind.Answers, On(call))
            {
                Answer = Json(what.Behind(ScenarioWords.Answers.Length + 1)),
                Line = value.Number,
            };
        }

        foreach (var known in ScenarioWords.Faults.Where(known => known.Kind != FaultKind.Answers && what.Text == known.Words))
        {
            return new(StartReader.Function(name), known.Kind, On(call)) { Line = value.Number };
        }

        throw what.Wrong($"\"{what.Text}\" is nothing that goes wrong with a function: it must be "
            + $"{string.Join(", ", ScenarioWords.Faults.Select(known => known.Words))} with JSON behind it, and may say \"on call 2\".");
    }

    /// <summary>Reads which action fails, and how.</summary>
    public static ActionFault Action(ScenarioLine value)
    {
        var (action, fault) = value.CutAt(" fails");
        var error = fault.IsEmpty ? FlowErrors.NoMatchingError
            : fault.StartsWith("with ") ? fault.Behind("with ".Length).Text
            : throw fault.Wrong($"\"{fault.Text}\" is no kind of error: write it as in \"Operator/transfer fails with QueueAtCapacity\".");
        return value.Text.Contains(" fails", StringComparison.Ordinal)
            ? new(action.Text, error) { Line = value.Number }
            : throw value.Wrong($"\"{value.Text}\" does not fail: write it as in \"Operator/queue fails\".");
    }

    static int? On(ScenarioLine call) => call.IsEmpty ? null : StartReader.Number(call);

    static string Json(ScenarioLine answer)
    {
        try
        {
            using var parsed = JsonText.Parse(Encoding.UTF8.GetBytes(answer.Raw), namesMayRepeat: true);
            return answer.Raw;
        }
        catch (JsonException malformed)
        {
            throw answer.Wrong($"\"{answer.Text}\" cannot be answered: {malformed.Message}.");
        }
    }
}
