using System.Collections.Frozen;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>References that public flows have and that mean nothing without the service: each reads as empty, and is told.</summary>
static class UnsupportedReferences
{
    static readonly FrozenDictionary<string, string> Missing = new Dictionary<string, string>
    {
        ["AdditionalEmailRecipients"] = "a call has no e-mail",
        ["Agent.ARN"] = "no operator has an ARN",
        ["Capabilities"] = "a telephone has no video",
        ["Case"] = "there are no cases",
        ["Contact"] = "nothing more is known of a contact",
        ["Customer"] = "there are no profiles",
        ["DataTableList"] = "there are no data tables",
        ["DataTables"] = "there are no data tables",
        ["Email"] = "a call has no e-mail",
        ["Lex.AlternativeIntents"] = "the bot has one reading",
        ["Lex.SentimentResponse"] = "nobody's mood is read",
        ["Loop"] = "loops only count",
        ["Media"] = "no carrier sends headers",
        ["MediaStreams"] = "there are no media streams",
        ["Persistent"] = "a call has no chat to go on with",
        ["Queue.OutboundCallerId"] = "nobody is called",
        ["References"] = "a call has no task or chat behind it",
        ["RelatedContactId"] = "a call has no related contact",
        ["SegmentAttributes"] = "of these a call has connect:Subtype alone",
        ["Task"] = "there are no tasks",
        ["TextToSpeechVoice"] = "$.TextToSpeechVoiceId has the voice",
        ["Views"] = "a caller sees nothing",
        ["VoiceId"] = "nobody's voice is known",
        ["Wisdom"] = "there is no assistant for operators",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What is missing for a reference; null when it is simulated, and has no value all the same.</summary>
    public static string? WhatIsMissingFor(FlowReference reference) =>
        Missing.GetValueOrDefault(reference.Namespace)
        ?? (reference.Path.Length > 1 ? Missing.GetValueOrDefault($"{reference.Namespace}.{reference.Path[1]}") : null);
}
