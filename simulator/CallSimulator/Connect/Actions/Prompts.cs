using System.Xml;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>Words that a flow says, alone or before it listens.</summary>
static class Prompts
{
    static readonly ActionKind Kind = new((run, action, _) => new(Play(run, action)));

    /// <summary>Says something and goes on.</summary>
    public static ActionKind MessageParticipant => Kind;

    /// <summary>Says what an action has to say.</summary>
    /// <param name="run">The call.</param>
    /// <param name="action">The action.</param>
    /// <param name="mayBeInterrupted">Whether a key or a word ends the words.</param>
    /// <returns>What is wrong with the words; null when they were said, or there were none.</returns>
    public static string? Say(CallRun run, FlowAction action, bool mayBeInterrupted = false)
    {
        if (run.Text(action, "SSML") is { } ssml)
        {
            if (WhatIsWrongWith(ssml) is { } broken)
            {
                return $"The SSML of {action.Identifier} is broken: {broken}";
            }

            run.Say(ssml, mayBeInterrupted);
        }
        else if (run.Text(action, "Text") is { } text)
        {
            run.Say(text, mayBeInterrupted);
        }
        else if (run.Text(action, "PromptId") is { } prompt)
        {
            run.Say($"(prompt {ResourceName.From(prompt)})", mayBeInterrupted);
        }
        else if (run.Text(action, "Media", "Uri") is { } recording)
        {
            run.Say($"(prompt {recording.Split('/')[^1]})", mayBeInterrupted);
        }

        return null;
    }

    /// <summary>What keeps a text from being SSML; null when nothing does.</summary>
    public static string? WhatIsWrongWith(string ssml)
    {
        // Without namespaces: amazon:effect is a plain name that is not declared.
        using var reader = new XmlTextReader(new StringReader(ssml)) { Namespaces = false, DtdProcessing = DtdProcessing.Prohibit };
        try
        {
            if (reader.MoveToContent() != XmlNodeType.Element || reader.Name != "speak")
            {
                return "it must be one <speak> element.";
            }

            while (reader.Read())
            {
            }

            return null;
        }
        catch (XmlException malformed)
        {
            return $"line {malformed.LineNumber}, character {malformed.LinePosition}.";
        }
    }

    static ActionOutcome Play(CallRun run, FlowAction action)
    {
        if (run.State.KeyBuffer is { Length: > 0 }
            && "true".Equals(action.Parameter("SkipWhenDTMFBufferEnabled"), StringComparison.OrdinalIgnoreCase))
        {
            run.Note("Keys were pressed ahead: the words are skipped.");
            return ActionOutcome.Done;
        }

        return Say(run, action) is { } broken ? ActionOutcome.Failed(broken) : ActionOutcome.Done;
    }
}
