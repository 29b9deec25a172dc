namespace OrderHotline.ContactFlows;

/// <summary>Whose reply <c>$.External</c> holds, as far as the flow tells. The next call replaces it as a whole.</summary>
abstract record LastCall
{
    LastCall()
    {
    }

    /// <summary>No function was called yet.</summary>
    public sealed record None : LastCall;

    /// <summary>A function that the contract does not name, or something that can have called one: nothing is known of the reply.</summary>
    public sealed record Unknown : LastCall;

    /// <summary>A function of the contract.</summary>
    public sealed record Replied(FunctionContract Function) : LastCall;

    /// <summary>A function failed: there is no reply, or an older one.</summary>
    public sealed record Failed(string Function) : LastCall;

    /// <summary>Who can have been called last when an action has led to another.</summary>
    public static IEnumerable<LastCall> After(
        FlowContract contract, FlowAction action, string target, IReadOnlySet<LastCall> before)
    {
        if (action.Type == ActionTypes.InvokeFlowModule)
        {
            return [new Unknown()];
        }

        // Nothing waits for what an asynchronous call replies.
        if (action.Type != ActionTypes.InvokeLambdaFunction || action.Parameter("InvocationType") == "ASYNCHRONOUS")
        {
            return before;
        }

        LastCall replied = contract.CalledBy(action) is { } function ? new Replied(function) : new Unknown();
        var name = ResourceName.From(action.Parameter("LambdaFunctionARN") ?? "the function");
        return (Failed: action.Errors.Any(error => error.NextAction == target), Replied: action.NextAction == target) switch
        {
            (true, true) => [replied, new Failed(name)],
            (true, false) => [new Failed(name)],
            _ => [replied],
        };
    }
}
