using System.Collections.Frozen;

namespace OrderHotline.ContactFlows;

/// <summary>
/// Whether Connect may be writing a flow log (https://docs.aws.amazon.com/connect/latest/adminguide/about-contact-flow-logs.html)
/// when an action handles what is personal. Logging is off until a flow turns it on, and stays on or off through transfers, hooks
/// and modules until a flow changes it.
/// </summary>
sealed class FlowLogging
{
    const string Behaviour = "UpdateFlowLoggingBehavior";

    static readonly FrozenSet<string> HandlesWhatIsPersonal = FrozenSet.Create(
        "InvokeLambdaFunction", "ConnectParticipantWithLexBot", "ConnectParticipantWithAgenticCX", "CreateCallbackContact",
        "UpdateContactCallbackNumber");

    // Everything else that a flow can refer to is, or can hold, what a customer said, keyed in, bought or is called.
    static readonly FrozenSet<string> NotPersonal = FrozenSet.Create(
        "Channel", "ContactId", "InitialContactId", "PreviousContactId", "RelatedContactId", "InitiationMethod", "InstanceARN",
        "AwsRegion", "LanguageCode", "TextToSpeechVoiceId", "TextToSpeechVoice", "SystemEndpoint", "Queue", "Metrics", "Loop");

    readonly IReadOnlyDictionary<string, Flow> flows;
    readonly Dictionary<string, IReadOnlyDictionary<string, IReadOnlySet<bool>>> isOn = [];

    public FlowLogging(IReadOnlyDictionary<string, Flow> flows)
    {
        this.flows = flows;
        var entered = flows.Values.SelectMany(flow => flow.Actions).SelectMany(LeadsTo).ToHashSet(StringComparer.Ordinal);
        var atTheStart = flows.ToDictionary(flow => flow.Key, flow => entered.Contains(flow.Key) ? new HashSet<bool>() : [false]);
        var waiting = new Queue<string>(flows.Keys.Order(StringComparer.Ordinal));
        while (waiting.TryDequeue(out var name))
        {
            var states = isOn[name] = new FlowGraph(flows[name]).Follow<bool>(
                atTheStart[name], (action, _, before) => action.Type == Behaviour ? [TurnsOn(action)] : before);
            foreach (var action in flows[name].Actions.Where(action => states.ContainsKey(action.Identifier)))
            {
                foreach (var target in LeadsTo(action).Where(atTheStart.ContainsKey))
                {
                    var before = atTheStart[target].Count;
                    atTheStart[target].UnionWith(states[action.Identifier]);
                    if (atTheStart[target].Count > before)
                    {
                        waiting.Enqueue(target);
                    }
                }
            }
        }
    }

    /// <summary>The actions of a flow at which personal data can get into the flow log.</summary>
    public IEnumerable<Found> Find(string name) => flows[name].Actions
        .Where(action => isOn[name].TryGetValue(action.Identifier, out var states) && states.Contains(true) && IsPersonal(action))
        .Select(action => new Found(
            FlowFault.PersonalDataInTheFlowLog,
            action.Identifier,
            $"It handles what is personal, and a way leads here on which the flow log is on: turn it off before, with {Behaviour}."));

    // What only the call will tell may turn it on.
    static bool TurnsOn(FlowAction action) => action.Parameter("FlowLoggingBehavior") != "Disabled";

    static bool IsPersonal(FlowAction action) =>
        HandlesWhatIsPersonal.Contains(action.Type)
        || (bool.TryParse(action.Parameter("StoreInput"), out var stores) && stores)
        || AttributeCheck.ReferencesIn(action).Any(reference => !NotPersonal.Contains(reference.Namespace));

    IEnumerable<string> LeadsTo(FlowAction action) => action.Type switch
    {
        "UpdateContactAttributes" => [],
        ActionTypes.TransferToFlow when AttributeCheck.ReferencesIn(action).Any() => flows.Values
            .SelectMany(flow => flow.Actions)
            .Where(other => other.Type == ActionTypes.UpdateContactAttributes)
            .SelectMany(FlowsIn),
        _ => FlowsIn(action),
    };

    static IEnumerable<string> FlowsIn(FlowAction action) => ReferenceCheck.TextsIn(action.Parameters)
        .SelectMany(Placeholder.In)
        .Where(placeholder => placeholder.IsAFlow)
        .Select(placeholder => placeholder.Resource);
}
