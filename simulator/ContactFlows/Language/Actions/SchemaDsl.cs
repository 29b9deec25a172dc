using System.Collections.Immutable;

namespace OrderHotline.ContactFlows;

/// <summary>The words that sheets are written in.</summary>
static class SchemaDsl
{
    public static readonly ParameterValue Anything = new ParameterValue.Anything();
    public static readonly ParameterValue FreeForm = new ParameterValue.FreeForm();
    public static readonly ParameterValue Text = new ParameterValue.Text();
    public static readonly ParameterValue Fixed = new ParameterValue.Fixed();
    public static readonly ParameterValue FixedOrReference = new ParameterValue.FixedOrReference();
    public static readonly ParameterValue Reference = new ParameterValue.Reference();
    public static readonly ParameterValue Map = new ParameterValue.Map();
    public static readonly ParameterValue Switch = new ParameterValue.Word(["True", "False"], MayBeReference: false);

    public static readonly ImmutableArray<FlowType> Whispers =
        [FlowType.CustomerWhisper, FlowType.AgentWhisper, FlowType.OutboundWhisper];

    public static readonly ImmutableArray<FlowType> Holds = [FlowType.CustomerHold, FlowType.AgentHold];

    public static readonly ImmutableArray<FlowType> WhispersAndHolds = [.. Whispers, .. Holds];

    /// <summary>Where a contact stands before it is queued.</summary>
    public static readonly ImmutableArray<FlowType> InboundAndTransfers =
        [FlowType.ContactFlow, FlowType.AgentTransfer, FlowType.QueueTransfer, FlowType.Campaign];

    public static readonly ImmutableArray<string> AnyError = [FlowErrors.NoMatchingError];

    public static readonly ImmutableArray<string> NoError = [];

    /// <summary>What an action says, one way or another.</summary>
    public static readonly ImmutableArray<ParameterSheet> Prompt =
    [
        May("Text", Text),
        May("SSML", Text),
        May("PromptId", FixedOrReference),
        May("Media", Group(Must("Uri", Text), Must("SourceType", Word("S3")), Must("MediaType", Word("Audio")))),
    ];

    public static ParameterSheet Must(string name, ParameterValue value) => new(name, value, IsNeeded: true);

    public static ParameterSheet May(string name, ParameterValue value) => new(name, value, IsNeeded: false);

    public static ParameterValue Number(int least, int most) => new ParameterValue.Number(least, most, MayBeReference: false);

    /// <summary>A whole number whose most is not known: the console stops earlier than the service.</summary>
    public static ParameterValue AtLeast(int least) => Number(least, int.MaxValue);

    public static ParameterValue NumberOrReference(int least, int most) => new ParameterValue.Number(least, most, MayBeReference: true);

    public static ParameterValue Word(params ImmutableArray<string> words) => new ParameterValue.Word(words, MayBeReference: false);

    public static ParameterValue WordOrReference(params ImmutableArray<string> words) =>
        new ParameterValue.Word(words, MayBeReference: true);

    public static ParameterValue Group(params ImmutableArray<ParameterSheet> parameters) => new ParameterValue.Group(parameters);

    public static Alternatives OneOf(params ImmutableArray<string> names) => new(names, OneIsNeeded: true);

    public static Alternatives AtMostOneOf(params ImmutableArray<string> names) => new(names, OneIsNeeded: false);

    /// <summary>A sheet that is the same whatever the parameters say.</summary>
    public static KeyValuePair<string, Func<FlowAction, ActionSchema>> Always(ActionSchema sheet) => new(sheet.Type, _ => sheet);

    /// <summary>A sheet that depends on the parameters.</summary>
    public static KeyValuePair<string, Func<FlowAction, ActionSchema>> Depending(string type, Func<FlowAction, ActionSchema> sheet) =>
        new(type, sheet);

    /// <summary>A type of which no more is known than that it exists.</summary>
    public static KeyValuePair<string, Func<FlowAction, ActionSchema>> ByName(string type) =>
        Always(new ActionSchema(type) { HasTypedValues = true, Branches = null, Ending = Ending.MayEnd, Pauses = true });
}
