namespace OrderHotline.Adapters.Connect;

/// <summary>Whether a function of this line is passed what it reads.</summary>
static class FunctionCallCheck
{
    const string Passed = "LambdaInvocationAttributes";

    public static IEnumerable<Found> Of(FlowAction action)
    {
        if (LastCall.FunctionOf(action) is not { } function)
        {
            yield break;
        }

        var table = ReplyKeys.Of(function);
        var passed = FlowSet.NamesIn(action, Passed).ToList();
        foreach (var unread in passed.Except(table.Parameters))
        {
            yield return new(
                FlowFault.UnreadFunctionParameter,
                action.Identifier,
                $"{function} does not read {unread}: it reads {string.Join(", ", table.Parameters)}.");
        }

        if (!table.Needed.IsEmpty && !table.Needed.Intersect(passed).Any())
        {
            yield return new(
                FlowFault.MissingFunctionParameter,
                action.Identifier,
                $"{function} is passed neither {string.Join(" nor ", table.Needed)}: it must have one of them.");
        }
    }
}
