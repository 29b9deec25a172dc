using System.Collections.Immutable;
using System.Text.Json;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>The languages that a shop offers, and its own words for them: those in <c>words.fr-FR.json</c> beside its file, and over them
/// those of the file itself.</summary>
sealed class ShopWords
{
    const string ATag = "a language and a country such as fr-FR";

    const string Line = "line";
    const string Workshop = "demo";

    readonly ImmutableArray<Language> offered;
    readonly ImmutableArray<(string Placeholder, string Setting, string Text)> ofTheShop;
    readonly bool speaksAsTheWorkshop;
    readonly bool keepsOrderNumbers;
    readonly Dictionary<Language, Dictionary<string, string>> own = [];

    ShopWords(
        ImmutableArray<Language> offered,
        bool speaksAsTheWorkshop,
        bool keepsOrderNumbers,
        ImmutableArray<(string Placeholder, string Setting, string Text)> ofTheShop) =>
        (this.offered, this.speaksAsTheWorkshop, this.keepsOrderNumbers, this.ofTheShop) = (offered, speaksAsTheWorkshop, keepsOrderNumbers, ofTheShop);

    static IEnumerable<Vocabulary> Vocabularies => [LinePhrases.Vocabulary, FlowPhrases.Vocabulary, MessageWords.Vocabulary];

    /// <summary>The name of the file of a language's words.</summary>
    public static string FileOf(Language language) => $"words.{language}.json";

    /// <summary>Reads the settings and the files.</summary>
    /// <param name="read">Reads the shop's file.</param>
    /// <param name="beside">Gives a file beside it; null where there is none.</param>
    /// <param name="keepsOrderNumbers">Whether an order's number is never spoken, because its end proves something.</param>
    /// <param name="ofTheShop">What a shop's own words may name, where it is set, and what it is; empty when it is not set.</param>
    public static ShopWords Read(
        SettingReader read,
        Func<string, ReadOnlyMemory<byte>?> beside,
        bool keepsOrderNumbers,
        params ImmutableArray<(string Placeholder, string Setting, string Text)> ofTheShop)
    {
        var languages = read.List<Language>(
            "languages.offered", "HOTLINE_LANGUAGES", [Language.Japanese, Language.English], Language.TryParse, Show, ATag,
            "languages such as ja-JP, en-US, and at least one", all => !all.IsEmpty);
        var standard = read.Value("languages.default", "HOTLINE_LANGUAGE", languages[0], Language.TryParse, Show, ATag);
        if (!languages.Contains(standard))
        {
            read.Add($"$.languages.default is {standard}, which the shop does not offer: it must be one of {string.Join(", ", languages)}.");
        }

        foreach (var alike in languages.GroupBy(language => language.ToString()[..2]).Where(alike => alike.Count() > 1))
        {
            read.Add($"$.languages.offered names {string.Join(" and ", alike)}: flows and words tell languages apart by {alike.Key}, so keep one of them.");
        }

        var wording = read.Value("wording", "HOTLINE_WORDING", Line, TryReadWording, text => text, $"{Line}, or {Workshop} for the workshop's words");
        var words = new ShopWords(
            [.. languages.DistinctBy(language => language.ToString()[..2]).OrderBy(language => language != standard)], wording == Workshop, keepsOrderNumbers, ofTheShop);
        foreach (var language in words.offered)
        {
            words.own[language] = [];
            words.TakeFile(language, read, beside);
        }

        words.TakeSetting(read);
        words.FindWhatIsMissing(read, beside);
        words.FindWhatIsYesAndNo(read);
        read.Tell(
            "words",
            () => string.Join("; ", words.own.Where(language => language.Value.Count > 0)
                .Select(language => $"{language.Key} {language.Value.Count} {(language.Value.Count == 1 ? "phrase" : "phrases")}")),
            words.own.Values.Any(texts => texts.Count > 0) ? SettingSource.File : SettingSource.Default, overriding: "");
        return words;
    }

    /// <summary>The words of one part of the line: the line's own, where it has some, over them the workshop's where the shop wants those, and
    /// over both the shop's.</summary>
    public LineWords For(Func<Language, Dictionary<string, string>> builtIn) => new(offered, language => new(language, Texts(language, builtIn)));

    /// <summary>The words of flows, with the operators' hours wherever they are named.</summary>
    public LineWords ForFlows(OpeningHours hours)
    {
        var days = For(LinePhrases.BuiltIn);
        return new(offered, language =>
        {
            var texts = Texts(language, FlowPhrases.BuiltIn);
            var said = new HoursWords(new(language, texts), days.In(language)).Say(hours);
            return new(language, texts.ToDictionary(
                text => text.Key, text => text.Value.Replace($"{{{HoursWords.Name}}}", said, StringComparison.Ordinal), StringComparer.Ordinal));
        });
    }

    Dictionary<string, string> Texts(Language language, Func<Language, Dictionary<string, string>> builtIn)
    {
        var isBuiltIn = LinePhrases.AreBuiltIn(language);
        var words = isBuiltIn ? builtIn(language) : [];
        var workshop = isBuiltIn && speaksAsTheWorkshop ? LinePhrases.OfTheWorkshop(language) : [];
        foreach (var (path, text) in workshop.Concat(own[language]))
        {
            words[path] = text;
        }

        if (keepsOrderNumbers && words.ContainsKey(LinePhrases.OrderNumber.Path))
        {
            words[LinePhrases.OrderNumber.Path] = words[LinePhrases.SomeItem.Path];
        }

        return words;
    }

    static string Show(Language language) => language.ToString();

    void TakeFile(Language language, SettingReader read, Func<string, ReadOnlyMemory<byte>?> beside)
    {
        var name = FileOf(language);
        if (beside(name) is { } json && WrittenFile.Parse(name, $"{name}: $", "{\"order\": {…}}", json, read.Add) is { } file)
        {
            using (file)
            {
                Take(language, WordFile.TextsIn(file.RootElement), path => $"{name}: $.{path}", read);
            }
        }
    }

    void TakeSetting(SettingReader read)
    {
        if (read.Whole("words") is not { } setting)
        {
            return;
        }

        if (setting.ValueKind != JsonValueKind.Object)
        {
            read.Add($"$.words is {setting.GetRawText()}: it must be an object, such as {{\"{offered[0]}\": {{\"order\": {{…}}}}}}.");
            return;
        }

        foreach (var member in setting.EnumerateObject())
        {
            if (Language.TryParse(member.Name, out var language) && own.ContainsKey(language))
            {
                Take(language, WordFile.TextsIn(member.Value), path => $"$.words.{member.Name}.{path}".TrimEnd('.'), read);
            }
            else
            {
                read.Add($"$.words.{member.Name} is no language that the shop offers: it must be one of {string.Join(", ", offered)}.");
            }
        }
    }

    void Take(Language language, IEnumerable<(string Path, string? Text)> phrases, Func<string, string> place, SettingReader read)
    {
        foreach (var (path, text) in phrases)
        {
            if (Vocabularies.FirstOrDefault(some => some.Claims(path)) is not { } vocabulary)
            {
                read.Add($"{place(path)} is no phrase: words stand in {string.Join(", ", Vocabularies.SelectMany(some => some.Sections))}.");
            }
            else if (text is null)
            {
                read.Add($"{place(path)} is no text: it must be what is said, in quotes.");
            }
            else
            {
                var said = InFull(text, place(path), read);
                foreach (var problem in vocabulary.ProblemsOf(path, said))
                {
                    read.Add($"{place(path)} {problem}");
                }

                own[language][path] = said;
            }
        }
    }

    // What never changes is put in once, when the words are read.
    string InFull(string text, string place, SettingReader read)
    {
        foreach (var (placeholder, setting, value) in ofTheShop.Where(named => text.Contains(named.Placeholder, StringComparison.Ordinal)))
        {
            if (value.Length == 0 && !read.Holds(setting))
            {
                read.Add($"{place} has {placeholder}, and the shop's file does not say what that is: set $.{setting}.");
            }

            text = text.Replace(placeholder, value, StringComparison.Ordinal);
        }

        return text;
    }

    static bool TryReadWording(string text, out string wording)
    {
        wording = text;
        return text is Line or Workshop;
    }

    // A no that is taken for a yes would move a parcel.
    void FindWhatIsYesAndNo(SettingReader read)
    {
        foreach (var language in offered.Where(language => own[language].Keys.Any(path => path is "answers.yes" or "answers.no")))
        {
            foreach (var both in YesOrNo.YesAndNo(For(LinePhrases.BuiltIn).In(language)))
            {
                read.Add($"The words for {language} have \"{both}\" as a yes and as a no: take it out of answers.yes or of answers.no.");
            }
        }
    }

    void FindWhatIsMissing(SettingReader read, Func<string, ReadOnlyMemory<byte>?> beside)
    {
        foreach (var (language, texts) in own.Where(language => !LinePhrases.AreBuiltIn(language.Key)))
        {
            if (texts.Count == 0 && beside(FileOf(language)) is not null)
            {
                continue; // what is wrong with the file has been told
            }

            if (texts.Count == 0)
            {
                read.Add($"$.languages.offered names {language}, for which there are no words: put {FileOf(language)} beside the shop's file.");
                continue;
            }

            foreach (var path in Vocabularies.SelectMany(vocabulary => vocabulary.Missing(texts.Keys)))
            {
                read.Add($"{FileOf(language)} lacks $.{path}: every phrase must have its words.");
            }
        }
    }
}
