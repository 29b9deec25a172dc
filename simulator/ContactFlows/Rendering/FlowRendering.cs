namespace OrderHotline.ContactFlows;

/// <summary>The words of flows in one language.</summary>
/// <param name="Tag">The language's tag: <c>ja-JP</c>. A block's name ends in its first two letters.</param>
/// <param name="Find">Gives the words for a flow and a name, <c>OrderMenu.menu</c>; null where there are none.</param>
public sealed record FlowLanguage(string Tag, Func<string, string?> Find);

/// <summary>
/// Writes words into a flow, and changes nothing else of a text that has blocks for all its languages. In a block <c>words-en</c> each flow attribute says the English words of
/// its own name. Any other block says the words of its identifier: of English where that ends in <c>-en</c>, else of all languages one after
/// another, since nobody has chosen one yet. There a language that has a block of its own for them, <c>greeting-en</c> beside
/// <c>greeting</c>, only offers itself: <c>greeting-offer</c>, in which <c>{key}</c> is the key that leads there. A block that chooses a voice gets the language's. What has no words stays as it is, and a
/// language that the flow has no blocks of gets its own first.
/// </summary>
public static class FlowRendering
{
    /// <summary>Where the words are that every flow says, unless it has its own.</summary>
    public const string Everywhere = "everywhere";

    const string Words = "words";
    const string Log = "flow-log";

    /// <summary>Stands, in an offer, for the key that leads there.</summary>
    const string KeyPlaceholder = "{key}";
    const string BeginOfSsml = "<speak>";

    /// <summary>The flow with these words in it.</summary>
    /// <param name="json">The flow.</param>
    /// <param name="flow">Its logical name.</param>
    /// <param name="languages">The languages, in the order in which they are said.</param>
    /// <param name="log">Whether a block <c>flow-log</c> turns the log on.</param>
    /// <exception cref="FlowFormatException">It is no flow.</exception>
    public static byte[] Render(ReadOnlyMemory<byte> json, string flow, IReadOnlyList<FlowLanguage> languages, bool log = false)
    {
        json = LanguageBlocks.Completed(json, languages);
        var read = Flow.Read(json);
        var blocks = read.Actions.Select(action => action.Identifier).ToList();
        var mark = json.Span.StartsWith("\uFEFF"u8) ? 3 : 0;
        return FlowTexts.Replace(json.Span[mark..], blocks, text => text.Block == Log ? log ? "Enabled" : "Disabled" : Said(text, flow, read, languages));
    }

    static string? Said(FlowText text, string flow, Flow read, IReadOnlyList<FlowLanguage> languages)
    {
        var language = languages.FirstOrDefault(spoken => text.Block.EndsWith(LanguageBlocks.Suffix(spoken), StringComparison.Ordinal));
        var name = language is null ? text.Block : text.Block[..^LanguageBlocks.Suffix(language).Length];
        if (language is not null && name == Words)
        {
            return text.FlowAttribute is { } attribute ? Find(language, flow, attribute) : null;
        }

        if (text.FlowAttribute is not null || text.Text.Contains("$.", StringComparison.Ordinal))
        {
            return null;
        }

        // Who begins speaks first; then the others offer themselves.
        string?[] said = language is not null
            ? [Find(language, flow, name)]
            : [
                .. languages.Where(spoken => !HasItsOwn(spoken)).Select(spoken => Find(spoken, flow, name)),
                .. languages.Where(HasItsOwn).Select(spoken => Offer(spoken, flow, name, read)),
            ];
        return said.All(words => words is null) ? null : InPlaceOf(text.Text, string.Join(' ', said.Where(words => words is not null)));

        bool HasItsOwn(FlowLanguage spoken) => read.Find(name + LanguageBlocks.Suffix(spoken)) is not null;
    }

    // Nothing is offered that no key leads to.
    static string? Offer(FlowLanguage language, string flow, string name, Flow read) =>
        LanguageBlocks.KeyAt(read.Find(name)!, language) is { } key
            ? Find(language, flow, $"{name}-offer")?.Replace(KeyPlaceholder, key, StringComparison.Ordinal)
            : null;

    static string? Find(FlowLanguage language, string flow, string name) =>
        language.Find($"{flow}.{name}") ?? language.Find($"{Everywhere}.{name}");

    // Pauses stay where they are.
    static string InPlaceOf(string text, string words)
    {
        if (!text.StartsWith(BeginOfSsml, StringComparison.Ordinal))
        {
            return words;
        }

        var end = text.IndexOf('<', BeginOfSsml.Length);
        var spaces = end - text[..end].TrimEnd().Length;
        return $"{BeginOfSsml}{words}{text[(end - spaces)..]}";
    }
}
