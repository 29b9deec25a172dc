using System.Collections.Immutable;

namespace OrderHotline.ContactFlows;

/// <summary>What is known of the functions and bots that flows use. Without it only the flow language itself can be checked; a function or
/// a bot that is not named here is a stranger's, and nothing is assumed of it.</summary>
/// <param name="Functions">The functions.</param>
/// <param name="Bots">The bots.</param>
public sealed record FlowContract(ImmutableArray<FunctionContract> Functions, ImmutableArray<BotContract> Bots)
{
    /// <summary>The languages that callers are offered, such as <c>ja-JP</c>; none where that is not known.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];

    internal static FlowContract None { get; } = new([], []);

    /// <summary>The function that an action calls; null when it calls none, or a stranger's.</summary>
    internal FunctionContract? CalledBy(FlowAction action) =>
        action.Type == ActionTypes.InvokeLambdaFunction && action.Parameter("LambdaFunctionARN") is { } arn
            ? Functions.FirstOrDefault(function => function.Name == ResourceName.From(arn))
            : null;

    /// <summary>The bot that an action connects the caller with; null when it connects with none, or a stranger's.</summary>
    internal BotContract? ConnectedBy(FlowAction action) =>
        action.Type == ActionTypes.ConnectParticipantWithLexBot && action.Parameter("LexV2Bot", "AliasArn") is { } alias
            ? Bots.FirstOrDefault(bot => bot.Aliases.Contains(ResourceName.From(alias)))
            : null;
}

/// <summary>What a flow may pass to a function and read in its reply.</summary>
/// <param name="Name">The function's name, as a placeholder or an ARN has it.</param>
/// <param name="Parameters">The parameters that it reads.</param>
/// <param name="NeededParameters">Parameters of which at least one must be passed; none when it can do without.</param>
/// <param name="ReplyKeys">Every key of its reply, with all the values it can have; without any when it can have many.</param>
/// <param name="OutcomeKey">The key each of whose values needs a branch wherever a flow branches on it.</param>
public sealed record FunctionContract(
    string Name,
    ImmutableArray<string> Parameters,
    ImmutableArray<string> NeededParameters,
    IReadOnlyDictionary<string, ImmutableArray<string>> ReplyKeys,
    string OutcomeKey)
{
    /// <summary>The function's name.</summary>
    public override string ToString() => Name;
}

/// <summary>What a flow may branch on behind a bot.</summary>
/// <param name="Aliases">The bot's aliases, as a placeholder or an ARN has them.</param>
/// <param name="Intents">Every intent; each needs a branch.</param>
public sealed record BotContract(ImmutableArray<string> Aliases, ImmutableArray<string> Intents);
