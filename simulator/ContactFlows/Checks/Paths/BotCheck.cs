namespace OrderHotline.ContactFlows;

/// <summary>Whether a flow branches on the intents that a bot has.</summary>
static class BotCheck
{
    public static IEnumerable<Found> Find(FlowAction action, FlowContract contract)
    {
        if (contract.ConnectedBy(action) is not { Intents: var intents })
        {
            yield break;
        }

        var branches = action.Conditions.SelectMany(condition => condition.Operands).ToList();
        foreach (var unknown in branches.Except(intents))
        {
            yield return new(
                FlowFault.UnknownIntent,
                action.Identifier,
                $"The bot has no intent {unknown}: it must be one of {string.Join(", ", intents)}.");
        }

        foreach (var missing in intents.Except(branches))
        {
            yield return new(
                FlowFault.MissingIntent, action.Identifier, $"The bot's intent {missing} has no branch: it must have one of its own.");
        }
    }
}
