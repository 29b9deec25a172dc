namespace OrderHotline.ContactFlows;

/// <summary>One way on from an action.</summary>
/// <param name="Flow">The logical name of the flow.</param>
/// <param name="Action">The action's identifier.</param>
/// <param name="Kind">Why it is taken.</param>
/// <param name="Name"><c>next</c>, <c>end</c>, the kind of error, or the condition: its operand, with the comparison before it where
/// that is not <c>Equals</c>.</param>
/// <param name="Next">The action it leads to; null for <c>end</c>.</param>
public sealed record FlowBranch(string Flow, string Action, BranchKind Kind, string Name, string? Next)
{
    const string End = "end";
    const string Onward = "next";
    const string PlainComparison = "Equals";

    /// <summary>Every way on from an action, each once: its conditions, the next action, its errors, and <c>end</c> where it can be
    /// the last of its flow.</summary>
    /// <param name="flow">The logical name of the action's flow.</param>
    /// <param name="action">The action.</param>
    public static IEnumerable<FlowBranch> From(string flow, FlowAction action) =>
        action.Conditions
            .SelectMany(condition => condition.Operands.Select(operand => new FlowBranch(
                flow, action.Identifier, BranchKind.Condition, ConditionName(condition.Operator, operand), condition.NextAction)))
            .Concat(action.NextAction is { } next ? [new(flow, action.Identifier, BranchKind.Next, Onward, next)] : [])
            .Concat(action.Errors.Select(error =>
                new FlowBranch(flow, action.Identifier, BranchKind.Error, error.ErrorType, error.NextAction)))
            .Concat(CanBeLast(action) ? [new(flow, action.Identifier, BranchKind.End, End, null)] : [])
            .Distinct();

    /// <summary>The branch that an action took.</summary>
    /// <param name="flow">The logical name of the action's flow.</param>
    /// <param name="action">The action.</param>
    /// <param name="name">What it took: <c>next</c>, <c>end</c>, a condition's operand, or a kind of error, which can be one that has no
    /// branch of its own.</param>
    /// <param name="next">The action that it led to; null at the end.</param>
    /// <returns>Null when the action has no such branch.</returns>
    public static FlowBranch? Taken(string flow, FlowAction action, string name, string? next)
    {
        var ways = From(flow, action).Where(way => way.Next == next).ToList();
        return ways.Find(way => way.Name == name)
            ?? ways.Find(way => way.Kind == BranchKind.Condition && way.Name.EndsWith($" {name}", StringComparison.Ordinal))
            ?? ways.Find(way => way.Kind == BranchKind.Error && way.Name == FlowErrors.NoMatchingError);
    }

    static string ConditionName(string comparison, string operand) =>
        comparison == PlainComparison ? operand : $"{comparison} {operand}";

    static bool CanBeLast(FlowAction action) => action.Type switch
    {
        ActionTypes.DequeueContactAndTransferToQueue or ActionTypes.DisconnectParticipant or ActionTypes.EndFlowExecution or ActionTypes.EndFlowModuleExecution
            or ActionTypes.TransferContactToQueue or ActionTypes.TransferToFlow => true,
        ActionTypes.TransferParticipantToThirdParty =>
            !"True".Equals(action.Parameter("ContinueFlowExecution"), StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}

/// <summary>Why a branch is taken.</summary>
public enum BranchKind
{
    /// <summary>The action is done.</summary>
    Next,

    /// <summary>A condition held.</summary>
    Condition,

    /// <summary>The action failed, or no condition held.</summary>
    Error,

    /// <summary>The action was the last of its flow.</summary>
    End,
}

/// <summary>In how many of the languages in which a branch can be taken it was taken.</summary>
public enum BranchUse
{
    /// <summary>In all of them.</summary>
    Everywhere,

    /// <summary>In some.</summary>
    Partly,

    /// <summary>In none.</summary>
    Never,

    /// <summary>It can be taken in no language.</summary>
    Impossible,
}
