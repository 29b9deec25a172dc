namespace OrderHotline.ContactFlows;

/// <summary>Whether a function is passed what it reads.</summary>
static class FunctionCallCheck
{
    const string Passed = "LambdaInvocationAttributes";

    public static IEnumerable<Found> Find(FlowAction action, FlowContract contract)
    {
        if (contract.CalledBy(action) is not { } function)
        {
            yield break;
        }

        var passed = FlowSet.NamesIn(action, Passed).ToList();
        foreach (var unread in passed.Except(function.Parameters))
        {
            yield return new(
                FlowFault.UnreadFunctionParameter,
                action.Identifier,
                $"{function} does not read {unread}: it reads {string.Join(", ", function.Parameters)}.");
        }

        if (!function.NeededParameters.IsEmpty && !function.NeededParameters.Intersect(passed).Any())
        {
            yield return new(
                FlowFault.MissingFunctionParameter,
                action.Identifier,
                $"{function} is passed neither {string.Join(" nor ", function.NeededParameters)}: it must have one of them.");
        }
    }
}
