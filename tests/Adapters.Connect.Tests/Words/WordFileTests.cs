using System.Text;
using System.Text.Json;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect.Tests;

/// <summary>The line's own word files hold every phrase, in words that can be said; what is wrong is told with its file and line.</summary>
public sealed class WordFileTests
{
    public static TheoryData<string> Files => ["words.ja-JP.json", "words.en-US.json", "flows.ja-JP.json", "flows.en-US.json", "messages.ja-JP.json", "messages.en-US.json"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_phrase_has_its_words_and_nothing_else_stands_there(string file) => Assert.Empty(ProblemsOf(file, Text(file)));

    [Theory]
    [InlineData("\"noOrder\"", "\"noOrders\"", "words.en-US.json, line 64: order.noOrders is no phrase")]
    [InlineData("\"noOrder\"", "\"noOrders\"", "words.en-US.json: order.noOrder is missing")]
    [InlineData("{item} ships on {day}.", "{thing} ships on {day}.", "words.en-US.json, line 54: status.ships has {thing}: there is {item}, {day}.")]
    [InlineData("{item} ships on {day}.", "It ships on {day}.", "words.en-US.json, line 54: status.ships lacks {item}.")]
    [InlineData("{status} How can I help?", "How can I help?", "words.en-US.json, line 63: order.found lacks {status}, {item}.")]
    [InlineData("That is too far", "<b>That is too far", "words.en-US.json, line 107: day.tooFar holds \"<\"")]
    [InlineData("That is too far", "$.External.x", "words.en-US.json, line 107: day.tooFar holds \"$\"")]
    [InlineData("\"Sunday\"", "", "words.en-US.json: date.weekdays.6 is missing")]
    public void What_is_wrong_is_told_with_its_file_and_line(string words, string wrong, string problem) => Assert.Contains(
        ProblemsOf("words.en-US.json", Text("words.en-US.json").Replace(words, wrong, StringComparison.Ordinal)),
        told => told.StartsWith(problem, StringComparison.Ordinal));

    [Fact]
    public void A_shop_says_it_in_its_own_words_those_of_its_file_over_those_beside_it()
    {
        var shop = Shop(
            """{"words": {"ja-JP": {"order": {"noOrder": "ファイルの言葉。"}, "message": {"cancelled": "取り消しました。"}}}}""",
            ("words.ja-JP.json", """{"order": {"noOrder": "隣の言葉。", "callerUnidentified": "隣の言葉。"}}"""));

        var words = new OutcomeWords(shop.Words.In(Language.Japanese));
        Assert.Equal("ファイルの言葉。", words.For(new LookUpOutcome.NoOrder()));
        Assert.Equal("隣の言葉。", words.For(new LookUpOutcome.CallerUnidentified()));
        Assert.Equal("I found no order for your phone number.", new OutcomeWords(shop.Words.In(Language.English)).For(new LookUpOutcome.NoOrder()));
        Assert.Equal("取り消しました。", shop.MessageWords.In(Language.Japanese).Say(new("message.cancelled")));
    }

    [Fact]
    public void A_language_of_which_the_line_has_no_words_is_spoken_with_the_shops()
    {
        Assert.True(Language.TryParse("fr-FR", out var french));
        var all = LinePhrases.Vocabulary.Paths.Concat(FlowPhrases.Vocabulary.Paths).Concat(MessageWords.Vocabulary.Paths).ToDictionary(path => path, AnyWords);

        var shop = Shop("""{"languages": {"offered": ["ja-JP", "fr-FR"]}}""", ("words.fr-FR.json", Nested(all)));
        Assert.Equal(french, shop.Words.LanguageOf("fr_CA"));
        Assert.Equal(AnyWords("order.noOrder"), new OutcomeWords(shop.Words.In(french)).For(new LookUpOutcome.NoOrder()));

        all.Remove("order.noOrder");
        all.Remove("message.cancelled");
        Assert.Equal(
            [
                "words.fr-FR.json lacks $.order.noOrder: every phrase must have its words.",
                "words.fr-FR.json lacks $.message.cancelled: every phrase must have its words.",
            ],
            Assert.IsType<ShopReading.Unsound>(Read("""{"languages": {"offered": ["ja-JP", "fr-FR"]}}""", ("words.fr-FR.json", Nested(all)))).Problems);
    }

    [Fact]
    public void Its_own_words_name_the_shop_and_its_number()
    {
        var shop = Shop(
            """{"name": "織屋", "telephone": "075-123-4567", "words": {"ja-JP": {"order": {"noOrder": "{shop}です。{telephone}へどうぞ。"}}}}""");

        Assert.Equal("織屋です。075-123-4567へどうぞ。", new OutcomeWords(shop.Words.In(Language.Japanese)).For(new LookUpOutcome.NoOrder()));
    }

    [Fact]
    public void The_workshops_wording_is_its_own_where_it_differs_and_the_shops_words_count_more()
    {
        var demo = Shop("""{"wording": "demo", "words": {"ja-JP": {"message": {"newDate": "{day}です。"}}}}""");

        Assert.Equal("We changed state to cancel.", demo.MessageWords.In(Language.Japanese).Say(new("message.cancelled")));
        Assert.Equal("{day}です。", demo.MessageWords.In(Language.Japanese).Find("message.newDate"));
        Assert.Equal("You recently bought {item}. Are you calling about that order?", demo.Words.In(Language.English).Find("order.found"));
        Assert.Equal(
            LinePhrases.Standard.In(Language.Japanese).Find("order.noOrder"), demo.Words.In(Language.Japanese).Find("order.noOrder"));
    }

    [Theory]
    [InlineData("ja-JP")]
    [InlineData("en-US")]
    public void Every_word_of_the_workshop_stands_for_one_of_the_lines_that_is_otherwise(string tag)
    {
        Assert.True(Language.TryParse(tag, out var language));
        var lines = LinePhrases.BuiltIn(language).Concat(FlowPhrases.BuiltIn(language)).Concat(MessageWords.BuiltIn(language)).ToDictionary();

        Assert.All(LinePhrases.OfTheWorkshop(language), word =>
        {
            Assert.NotEqual(lines[word.Key], word.Value);
            var vocabulary = new[] { LinePhrases.Vocabulary, FlowPhrases.Vocabulary, MessageWords.Vocabulary }.Single(some => some.Claims(word.Key));
            Assert.Empty(vocabulary.ProblemsOf(word.Key, word.Value));
        });
    }

    [Theory]
    [InlineData("", "words.ja-JP.json is empty: it must be an object, such as {\"order\": {…}}.")]
    [InlineData("{\"order\": {\"noOrder\": \"a\" \"b\"}}", "words.ja-JP.json is not JSON: line 1, column 27: ")]
    [InlineData("{\"order\": {\"noOrder\": \"はい。\", \"noOrder\": \"いいえ。\"}}", "words.ja-JP.json: $.order.noOrder stands there twice: keep one of them.")]
    [InlineData("{\"order\": {\"noOrder\": \"\\ud800\"}}", "words.ja-JP.json: $.order.noOrder")]
    public void What_is_wrong_in_a_file_beside_it_names_that_file(string file, string problem) => Assert.StartsWith(
        problem, Assert.Single(Assert.IsType<ShopReading.Unsound>(Read("""{"trustedChannels": []}""", ("words.ja-JP.json", file))).Problems), StringComparison.Ordinal);

    static string AnyWords(string path) => path switch
    {
        _ when LinePhrases.Vocabulary.ProblemsOf(path, "x").Concat(FlowPhrases.Vocabulary.ProblemsOf(path, "x")).Concat(MessageWords.Vocabulary.ProblemsOf(path, "x"))
            .FirstOrDefault(problem => problem.StartsWith("lacks ", StringComparison.Ordinal)) is { } lacks => $"{path} {lacks[6..]}",
        _ => path,
    };

    static string Nested(Dictionary<string, string> words)
    {
        var sections = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var (path, text) in words)
        {
            var names = path.Split('.');
            var parent = sections;
            foreach (var name in names[..^1])
            {
                parent = (SortedDictionary<string, object>)(parent.TryGetValue(name, out var known)
                    ? known
                    : parent[name] = new SortedDictionary<string, object>(StringComparer.Ordinal));
            }

            parent[names[^1]] = text;
        }

        return JsonSerializer.Serialize(sections);
    }

    static Shop Shop(string settings, params (string Name, string Json)[] beside) =>
        Read(settings, beside) switch
        {
            ShopReading.Sound(var shop, _) => shop,
            var unsound => throw new InvalidDataException(string.Join('\n', ((ShopReading.Unsound)unsound).Problems)),
        };

    static ShopReading Read(string settings, params (string Name, string Json)[] beside) => ShopFile.Read(
        Encoding.UTF8.GetBytes("""{"version": 1, "verification": {"policy": "none"}, "operators": {"hours": {"Monday": "closed"}}, """ + settings[1..]),
        _ => null,
        name => beside.Where(file => file.Name == name).Select(file => (ReadOnlyMemory<byte>?)Encoding.UTF8.GetBytes(file.Json)).SingleOrDefault());

    static string Text(string file)
    {
        var assembly = (file.StartsWith("messages.", StringComparison.Ordinal) ? typeof(MessageWords) : typeof(LinePhrases)).Assembly;
        using var reader = new StreamReader(assembly.GetManifestResourceStream(file)!);
        return reader.ReadToEnd();
    }

    static IEnumerable<string> ProblemsOf(string file, string text)
    {
        var vocabulary = file.Split('.')[0] switch
        {
            "words" => LinePhrases.Vocabulary,
            "flows" => FlowPhrases.Vocabulary,
            _ => MessageWords.Vocabulary,
        };
        using var json = JsonDocument.Parse(text, WordFile.Options);
        var words = WordFile.TextsIn(json.RootElement).ToList();
        return
        [
            .. words.SelectMany(phrase => vocabulary.ProblemsOf(phrase.Path, phrase.Text ?? "")
                .Select(problem => $"{file}, line {LineOf(phrase.Text ?? "", text)}: {phrase.Path} {problem}")),
            .. vocabulary.Missing([.. words.Select(phrase => phrase.Path)]).Select(path => $"{file}: {path} is missing"),
        ];
    }

    // The texts of a file that stand there twice are single words, which are never wrong.
    static int LineOf(string words, string file) =>
        file[..file.IndexOf(JsonEncodedText.Encode(words, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(), StringComparison.Ordinal)]
            .Count(c => c == '\n') + 1;
}
