namespace OrderHotline.ContactFlows;

/// <summary>The words of flows in one language.</summary>
/// <param name="Tag">The language's tag: <c>ja-JP</c>. A block's name ends in its first two letters.</param>
/// <param name="Find">Gives the words for a flow and a name, <c>Keypad.menu</c>; null where there are none.</param>
public sealed record FlowLanguage(string Tag, Func<string, string?> Find);

/// <summary>
/// Writes words into a flow, and changes nothing else of a text that has blocks for all its languages. In a block <c>words-en</c> each flow attribute says the English words of
/// its own name. Any other block says the words of its identifier: of English where that ends in <c>-en</c>, else of all languages one after
/// another, since nobody has chosen one yet, but for those that have a block of their own for them. What is for the operator is in the shop's own language, whatever the caller speaks: a block that
/// ends in <c>-shop</c>, <c>words-shop</c> or <c>asked-shop</c>, gets the words of that one. And where the shop's own language has words for
/// <c>callerLanguage-en</c>, they are the attribute <c>callerLanguage</c> of <c>words-en</c>. In an offer of a language <c>{key}</c> is the key that leads there, and where
/// none does, it is not made. A block that chooses a voice, <c>voice-en</c>, gets the language's. What has no words stays as it is, and a language that the flow has no blocks of
/// gets its own first.
/// </summary>
public static class FlowRendering
{
    /// <summary>Where the words are that every flow says, unless it has its own.</summary>
    public const string Everywhere = "everywhere";

    const string Words = "words";
    const string Voice = "voice";
    const string Log = "flow-log";
    const string OfTheShop = "-shop";

    /// <summary>Stands, in an offer, for the key that leads there.</summary>
    const string KeyPlaceholder = "{key}";
    const string BeginOfSsml = "<speak>";

    /// <summary>The flow with these words in it.</summary>
    /// <param name="json">The flow.</param>
    /// <param name="flow">Its logical name.</param>
    /// <param name="languages">The languages, in the order in which they are said: the shop's own first.</param>
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
        var (name, language) = NameAndLanguage(text.Block, languages);
        if (language is not null && name == Words)
        {
            return text.FlowAttribute is { } attribute ? InShopsWords(attribute, language) ?? Find(language, flow, attribute) : null;
        }

        if (text.FlowAttribute is not null || text.Text.Contains("$.", StringComparison.Ordinal))
        {
            return null;
        }

        string?[] said = language is not null
            ? [Find(language, flow, name.EndsWith(Voice, StringComparison.Ordinal) ? Voice : name)] // one voice speaks a language
            : [.. languages.Where(spoken => read.Find(name + LanguageBlocks.Suffix(spoken)) is null).Select(spoken => WithKey(Find(spoken, flow, name), spoken))];
        return said.All(words => words is null) ? null : InPlaceOf(text.Text, string.Join(' ', said.Where(words => words is not null)));

        // Nothing is offered that no key leads to.
        string? WithKey(string? words, FlowLanguage spoken) =>
            words?.Contains(KeyPlaceholder, StringComparison.Ordinal) != true ? words
            : LanguageBlocks.KeyAt(read.Find(name)!, spoken) is { } key ? words.Replace(KeyPlaceholder, key, StringComparison.Ordinal)
            : null;

        string? InShopsWords(string attribute, FlowLanguage spoken) =>
            spoken == languages[0] ? null : Find(languages[0], flow, attribute + LanguageBlocks.Suffix(spoken));
    }

    static (string Name, FlowLanguage? Language) NameAndLanguage(string block, IReadOnlyList<FlowLanguage> languages)
    {
        if (block.EndsWith(OfTheShop, StringComparison.Ordinal))
        {
            return (block[..^OfTheShop.Length], languages[0]);
        }

        var language = languages.FirstOrDefault(spoken => block.EndsWith(LanguageBlocks.Suffix(spoken), StringComparison.Ordinal));
        return (language is null ? block : block[..^LanguageBlocks.Suffix(language).Length], language);
    }

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
