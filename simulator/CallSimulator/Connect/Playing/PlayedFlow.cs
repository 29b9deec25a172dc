using System.Collections.Frozen;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>A flow that is ready to be played: every action is found by its identifier.</summary>
sealed class PlayedFlow
{
    readonly FrozenDictionary<string, PlayedAction> actions;

    public PlayedFlow(string name, Flow flow)
    {
        Name = name;
        Start = flow.StartAction;
        actions = flow.Actions
            .DistinctBy(action => action.Identifier, StringComparer.Ordinal)
            .ToFrozenDictionary(
                action => action.Identifier,
                action => new PlayedAction(action, ActionTable.For(action)),
                StringComparer.Ordinal);
    }

    /// <summary>The logical name by which other flows refer to it.</summary>
    public string Name { get; }

    /// <summary>The identifier of the action that runs first.</summary>
    public string Start { get; }

    /// <summary>The action of this identifier; null when there is none.</summary>
    public PlayedAction? Find(string identifier) => actions.GetValueOrDefault(identifier);

    /// <summary>Where a call begins this flow.</summary>
    public FlowPosition Beginning(FlowData data, FlowPosition? invokedAt = null) => new(Name, Start, data, invokedAt);
}

/// <summary>An action with what playing it means.</summary>
sealed record PlayedAction(FlowAction Action, ActionKind Kind);

/// <summary>What playing a kind of action means.</summary>
/// <param name="Play">Plays it from its beginning.</param>
/// <param name="Answer">Goes on with it after what it waited for; null when it never waits.</param>
sealed record ActionKind(PlayAction Play, AnswerAction? Answer = null);

/// <summary>Plays an action from its beginning.</summary>
delegate ValueTask<ActionOutcome> PlayAction(CallRun run, FlowAction action, CancellationToken cancellation);

/// <summary>Goes on with an action after what it waited for.</summary>
delegate ValueTask<ActionOutcome> AnswerAction(CallRun run, FlowAction action, CallerAct act, CancellationToken cancellation);
