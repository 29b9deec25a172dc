using System.Collections.Immutable;

namespace OrderHotline.Adapters.Connect;

/// <summary>Whether a flow branches on the intents that this line's bot has.</summary>
static class BotCheck
{
    const string OrderBot = "OrderBot";

    static readonly ImmutableArray<string> Intents =
        [BotNames.ChangeDate, BotNames.CancelOrder, BotNames.Operator, BotNames.Repeat, BotNames.FallbackIntent];

    public static IEnumerable<Found> Of(FlowAction action)
    {
        if (action.Type != "ConnectParticipantWithLexBot"
            || action.Parameter("LexV2Bot", "AliasArn") is not { } alias
            || !ResourceName.Of(alias).StartsWith(OrderBot, StringComparison.Ordinal))
        {
            yield break;
        }

        var branches = action.Conditions.SelectMany(condition => condition.Operands).ToList();
        foreach (var unknown in branches.Except(Intents))
        {
            yield return new(
                FlowFault.UnknownIntent,
                action.Identifier,
                $"The bot has no intent {unknown}: it must be one of {string.Join(", ", Intents)}.");
        }

        foreach (var missing in Intents.Except(branches))
        {
            yield return new(
                FlowFault.MissingIntent, action.Identifier, $"The bot's intent {missing} has no branch: it must have one of its own.");
        }
    }
}
