using System.Collections.Frozen;

namespace OrderHotline.ContactFlows;

/// <summary>What references can refer to
/// (https://docs.aws.amazon.com/connect/latest/adminguide/connect-attrib-list.html).</summary>
static class ReferenceNamespaces
{
    public const string External = "External";
    public const string Attributes = "Attributes";
    public const string FlowAttributes = "FlowAttributes";
    public const string StoredCustomerInput = "StoredCustomerInput";
    public const string Lex = "Lex";

    static readonly FrozenSet<string> Values = FrozenSet.Create(
        "Channel", "ContactId", "InitialContactId", "PreviousContactId", "RelatedContactId", "InitiationMethod", "InstanceARN",
        "AwsRegion", "LanguageCode", "CustomerId", "CustomerCallbackNumber", "CallbackNumber", "TextToSpeechVoiceId", "TextToSpeechVoice",
        "Name", "Description", "Email", "Views", "Tags", StoredCustomerInput);

    static readonly FrozenSet<string> Holders = FrozenSet.Create(
        External, Attributes, FlowAttributes, Lex, "LambdaInvocation", "CustomerEndpoint", "SystemEndpoint", "AdditionalEmailRecipients",
        "Queue", "Agent", "Metrics", "Media", "MediaStreams", "References", "SegmentAttributes", "Task", "Case", "Customer",
        "Modules", "Wisdom", "Contact", "Capabilities", "DataTables", "DataTableList", "VoiceId", "Persistent", "Loop");

    /// <summary>All of them.</summary>
    public static IEnumerable<string> All => Values.Concat(Holders);

    /// <summary>Whether there is such a thing to refer to.</summary>
    public static bool Contain(string name) => Values.Contains(name) || Holders.Contains(name);

    /// <summary>Whether a reference says what it wants: <c>$.External</c> alone is nothing.</summary>
    public static bool HaveLeaf(FlowReference reference) => reference.Path.Length > 1 || !Holders.Contains(reference.Namespace);
}
