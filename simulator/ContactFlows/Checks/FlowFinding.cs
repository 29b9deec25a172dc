using System.Collections.Frozen;

namespace OrderHotline.ContactFlows;

/// <summary>One thing that is wrong with a flow.</summary>
/// <param name="Flow">The name under which the flow was given.</param>
/// <param name="Action">The action's identifier; null when it concerns the whole flow.</param>
/// <param name="Fault">What sort of thing it is.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Reason">What is wrong and what would be right: one sentence for a person.</param>
public sealed record FlowFinding(string Flow, string? Action, FlowFault Fault, FindingSeverity Severity, string Reason)
{
    static readonly FrozenSet<FlowFault> Warnings = FrozenSet.Create(
        FlowFault.HangsUpInThisFlowType,
        FlowFault.UnknownParameter,
        FlowFault.SsmlUnderText,
        FlowFault.MalformedSsml,
        FlowFault.ErrorLeadsNowhere,
        FlowFault.ReferenceAsOperand,
        FlowFault.DuplicateCondition,
        FlowFault.UnreachableAction,
        FlowFault.LoopWhileFailing,
        FlowFault.MalformedReference,
        FlowFault.UnknownReference,
        FlowFault.LetterAfterReference,
        FlowFault.ForeignPlaceholder,
        FlowFault.UnknownFlow,
        FlowFault.FlowAttributeNeverSet,
        FlowFault.InputNeverStored,
        FlowFault.BotNeverRan,
        FlowFault.ReplyAfterFailure,
        FlowFault.UnreadFunctionParameter,
        FlowFault.PersonalDataInTheFlowLog);

    static readonly FrozenSet<FlowFault> Hints = FrozenSet.Create(FlowFault.EmptyFreeFormValue, FlowFault.ContactAttributeNeverSet);

    /// <summary>A file that could not be read as a flow.</summary>
    public static FlowFinding From(string flow, FlowFormatException malformed)
    {
        ArgumentNullException.ThrowIfNull(malformed);
        return new(flow, null, FlowFault.NotAFlow, FindingSeverity.Error, malformed.Message);
    }

    internal static FlowFinding From(string flow, Found found) => new(
        flow,
        found.Action,
        found.Fault,
        Hints.Contains(found.Fault) ? FindingSeverity.Hint
            : Warnings.Contains(found.Fault) ? FindingSeverity.Warning
            : FindingSeverity.Error,
        found.Reason);
}

/// <summary>How bad a finding is.</summary>
public enum FindingSeverity
{
    /// <summary>Nothing here says that it is wrong, or that it is right: whoever knows what is outside can tell.</summary>
    Hint,

    /// <summary>Connect takes the flow, and a caller may come to grief.</summary>
    Warning,

    /// <summary>Connect refuses the flow, or a caller is sure to come to grief.</summary>
    Error,
}

/// <summary>What one check found, before it is known under which name the flow goes.</summary>
sealed record Found(FlowFault Fault, string? Action, string Reason);
