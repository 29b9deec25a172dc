using System.Globalization;

namespace OrderHotline.ContactFlows;

/// <summary>Whether the branches of an action compare with what can come of it.</summary>
static class ConditionCheck
{
    public static IEnumerable<Found> Find(FlowAction action, ActionSchema sheet) =>
        (sheet.Branches is { } branches ? Conditions(action, branches) : [])
            .Select(found => found with { Action = action.Identifier });

    static IEnumerable<Found> Conditions(FlowAction action, BranchSchema branches)
    {
        if (branches.Operators.IsEmpty)
        {
            return action.Conditions.IsEmpty
                ? []
                : [Found(FlowFault.ConditionNotAllowed, $"{action.Type} has conditions: it takes none, so follow it with a Compare.")];
        }

        var operands = action.Conditions.SelectMany(condition => condition.Operands).ToHashSet();
        return action.Conditions.SelectMany(condition => One(action, condition, branches))
            .Concat(Repeated(action))
            .Concat(branches.OneIsNeeded && action.Conditions.IsEmpty
                ? [Found(FlowFault.MissingCondition, $"{action.Type} compares with nothing: it must have a condition.")]
                : [])
            .Concat(branches.Needed.Where(needed => !operands.Contains(needed)).Select(needed => Found(
                FlowFault.MissingCondition, $"There is no condition for {needed}: {action.Type} must have one.")));
    }

    static IEnumerable<Found> One(FlowAction action, ConditionBranch condition, BranchSchema branches)
    {
        if (!branches.Operators.Contains(condition.Operator))
        {
            yield return Found(
                FlowFault.UnknownOperator,
                $"{action.Type} knows no operator {condition.Operator}: it must be {string.Join(" or ", branches.Operators)}.");
        }

        if (condition.Operands is not [var operand])
        {
            yield return Found(
                FlowFault.NotOneOperand,
                $"{condition.Operator} has {condition.Operands.Length} operands: it must have one, so take a condition for each.");
            yield break;
        }

        if (operand.Length == 0)
        {
            yield return Found(
                FlowFault.EmptyOperand,
                $"{condition.Operator} has an empty operand, which Connect refuses: have whatever gives the value say none.");
        }
        else if (FlowReference.In(operand).Any())
        {
            yield return Found(
                FlowFault.ReferenceAsOperand, $"{operand} is an operand, and no reference is looked up there: it must be plain text.");
        }
        else if (!Placeholder.IsIn(operand) && !IsPossible(operand, branches))
        {
            yield return Found(
                FlowFault.ImpossibleOperand,
                $"{action.Type} never comes to \"{operand}\": "
                    + (branches.Words.IsEmpty ? "it must be a whole number." : $"it must be one of {string.Join(", ", branches.Words)}."));
        }
    }

    static IEnumerable<Found> Repeated(FlowAction action) =>
        action.Conditions
            .GroupBy(condition => (condition.Operator, Operand: string.Join('\n', condition.Operands)))
            .Where(group => group.Count() > 1)
            .Select(group => Found(
                FlowFault.DuplicateCondition,
                $"{group.Key.Operator} \"{group.Key.Operand}\" stands {group.Count()} times: only the first can ever hold."));

    static bool IsPossible(string operand, BranchSchema branches) =>
        branches.AreNumbers ? int.TryParse(operand, NumberStyles.None, CultureInfo.InvariantCulture, out _)
        : branches.Words.IsEmpty || branches.Words.Contains(operand);

    static Found Found(FlowFault fault, string reason) => new(fault, null, reason);
}
