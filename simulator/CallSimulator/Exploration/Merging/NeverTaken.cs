using System.Text;
using System.Text.Json.Nodes;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>Takes branches out of a flow that no call of an exploration takes.</summary>
static class NeverTaken
{
    /// <summary>The flow without the branches for one value.</summary>
    public static Flow Without(Flow flow, string value)
    {
        var document = JsonNode.Parse(flow.ToJson())!;
        foreach (var conditions in document["Actions"]!.AsArray().Select(action => action!["Transitions"]?["Conditions"]?.AsArray()))
        {
            for (var at = (conditions?.Count ?? 0) - 1; at >= 0; at--)
            {
                if (conditions![at]!["Condition"]?["Operands"]?[0]?.GetValue<string>() == value)
                {
                    conditions.RemoveAt(at);
                }
            }
        }

        return Flow.Read(Encoding.UTF8.GetBytes(document.ToJsonString()));
    }
}
