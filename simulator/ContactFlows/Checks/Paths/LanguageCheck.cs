namespace OrderHotline.ContactFlows;

/// <summary>Whether every language that callers are offered can be chosen, and is gone by wherever a flow goes by the language.</summary>
sealed class LanguageCheck(IReadOnlyDictionary<string, Flow> flows, FlowContract contract)
{
    const string Choice = "LanguageCode";
    const string Remedy = "\"hotline flow render\" gives a flow of the line's the blocks that it lacks.";

    // The first flow in which one is chosen: nobody can choose a language in a set of flows without any.
    readonly string? chooses = flows.OrderBy(flow => flow.Key, StringComparer.Ordinal)
        .FirstOrDefault(flow => flow.Value.Actions.Any(action => Chosen(action) is not null)).Key;

    /// <summary>What is wrong in a flow.</summary>
    public IEnumerable<Found> Find(string name) => contract.Languages.IsEmpty
        ? []
        : [.. NotGoneBy(flows[name]), .. name == chooses ? NotChosen() : [], .. NotOffered(flows[name])];

    IEnumerable<Found> NotGoneBy(Flow flow) =>
        from action in flow.Actions
        where action.Type == ActionTypes.Compare && action.Parameter("ComparisonValue") is { } compared
            && FlowReference.Whole(compared) is { Namespace: Choice }
        from language in contract.Languages.Except(action.Conditions.SelectMany(condition => condition.Operands))
        select new Found(
            FlowFault.MissingLanguage, action.Identifier, $"Callers are offered {language}, and there is no branch for it: give it one. {Remedy}");

    IEnumerable<Found> NotChosen() => contract.Languages
        .Except(flows.Values.SelectMany(flow => flow.Actions).Select(Chosen).OfType<string>())
        .Select(language => new Found(
            FlowFault.MissingLanguage, null, $"Callers are offered {language}, and no flow lets them choose it: set {Choice} to it. {Remedy}"));

    IEnumerable<Found> NotOffered(Flow flow) =>
        from action in flow.Actions
        where Chosen(action) is { } language && !FlowReference.In(language).Any() && !contract.Languages.Contains(language)
        select new Found(
            FlowFault.LanguageNotOffered, action.Identifier,
            $"It leads callers to {Chosen(action)}, which the shop does not offer: they would hear two languages. Offer it, or take the way there out.");

    static string? Chosen(FlowAction action) => action.Type == ActionTypes.UpdateContactData ? action.Parameter(Choice) : null;
}
