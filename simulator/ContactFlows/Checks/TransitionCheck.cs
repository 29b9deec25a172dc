namespace OrderHotline.ContactFlows;

/// <summary>Whether an action leads where it must, and nowhere else.</summary>
static class TransitionCheck
{
    public static IEnumerable<Found> Find(Flow flow, FlowAction action, ActionSchema sheet) =>
        Next(action, sheet)
            .Concat(Errors(action, sheet))
            .Concat(action.Targets.Where(target => flow.Find(target) is null).Select(target => new Found(
                FlowFault.DanglingTarget, null, $"It leads to \"{target}\", and there is no such action: lead it to one there is.")))
            .Select(found => found with { Action = action.Identifier });

    static IEnumerable<Found> Next(FlowAction action, ActionSchema sheet)
    {
        if (sheet.Ending == Ending.GoesOn && action.NextAction is null)
        {
            yield return new(
                FlowFault.MissingNextAction, null, $"{action.Type} has no NextAction: it must have one, even if no way takes it.");
        }

        if (sheet.Ending == Ending.Ends && action.Targets.Any())
        {
            yield return new(
                FlowFault.TransitionAfterTheEnd, null, $"{action.Type} ends the flow and leads on: its transitions must be empty.");
        }
    }

    static IEnumerable<Found> Errors(FlowAction action, ActionSchema sheet)
    {
        var declared = action.Errors.Select(error => error.ErrorType).ToList();
        foreach (var twice in declared.GroupBy(error => error).Where(group => group.Count() > 1))
        {
            yield return new(FlowFault.DuplicateErrorBranch, null, $"{twice.Key} has {twice.Count()} branches: it must have one.");
        }

        if (sheet.Errors is not { } needed)
        {
            yield break;
        }

        foreach (var missing in needed.Except(declared))
        {
            yield return new(FlowFault.MissingErrorBranch, null, $"There is no branch for {missing}: {action.Type} must have one.");
        }

        foreach (var missing in sheet.AdvisedErrors.Except(declared))
        {
            yield return new(
                FlowFault.ErrorLeadsNowhere, null, $"There is no branch for {missing}: if {action.Type} fails, the call is lost.");
        }

        foreach (var impossible in declared.Except(needed).Except(sheet.AdvisedErrors).Except(sheet.OtherErrors))
        {
            string[] possible = [.. needed, .. sheet.AdvisedErrors, .. sheet.OtherErrors];
            yield return new(
                FlowFault.ImpossibleErrorBranch,
                null,
                $"There is a branch for {impossible}, which does not happen here: "
                    + $"there can be {(possible.Length == 0 ? "none" : string.Join(", ", possible))}.");
        }
    }
}
