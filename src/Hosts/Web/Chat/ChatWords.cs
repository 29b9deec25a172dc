using NodaTime;
using OrderHotline.Adapters.Connect;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Web;

/// <summary>What is said in a chat: the words of calls, but for those that are read otherwise than they are heard, and labels for what can be
/// chosen. A shop's own words for calls stand. Words for a chat there are in Japanese and in English.</summary>
sealed class ChatWords
{
    static readonly Phrase Closed = new("flows.Operator.closed");
    static readonly Phrase OperatorByTelephone = new("chat.operator");
    static readonly Phrase Thanks = new("chat.goodbye");
    static readonly Phrase Anew = new("chat.begunAnew");

    readonly OpeningHours hours;

    ChatWords(LineWords line, OpeningHours hours) => (Line, this.hours) = (line, hours);

    /// <summary>The words of functions and dialogue, as a chat has them.</summary>
    public LineWords Line { get; }

    /// <summary>The words for a shop.</summary>
    /// <returns>Null where there are none in any language that the shop offers.</returns>
    public static ChatWords? Of(Shop shop)
    {
        var spoken = shop.Words.Offered.Where(LinePhrases.AreBuiltIn).ToList();
        return spoken.Count == 0 ? null : new(new([.. spoken], language => BookOf(shop, language)), shop.OperatorHours);
    }

    /// <summary>Two sentences, one after the other, either of which may be empty.</summary>
    public string Join(string first, string second, Language language) => LinePhrases.Join(first, second, Line.In(language));

    /// <summary>How an operator can be reached; where none is there now, when.</summary>
    public string Operator(Language language, Instant now)
    {
        var book = Line.In(language);
        return LinePhrases.Join(book.Say(OperatorByTelephone), hours.AreOpenAt(now) ? "" : book.Say(Closed), book);
    }

    /// <summary>The end.</summary>
    public string Goodbye(Language language) => Line.In(language).Say(Thanks);

    /// <summary>Why a conversation begins again.</summary>
    public string BegunAnew(Language language) => Line.In(language).Say(Anew);

    /// <summary>What is read on a button.</summary>
    /// <param name="choice">What can be chosen.</param>
    /// <param name="at">The question that it answers.</param>
    /// <param name="language">The language.</param>
    public string Label(Choice choice, ConversationPoint at, Language language)
    {
        var book = Line.In(language);
        return choice switch
        {
            { Kind: ChoiceKind.Day, Day: { } day } => new DateWords(book).Day(day),
            { Kind: ChoiceKind.Yes } when at.Day is null => book.Say(new Phrase("chat.yesCancel")),
            _ => book.Say(LabelOf(choice.Kind)),
        };
    }

    static Phrase LabelOf(ChoiceKind kind) => new(kind switch
    {
        ChoiceKind.ChangeDate => "chat.changeDate",
        ChoiceKind.CancelOrder => "chat.cancelOrder",
        ChoiceKind.OrderStatus => "chat.orderStatus",
        ChoiceKind.Operator => "chat.askOperator",
        ChoiceKind.Yes => "chat.yes",
        ChoiceKind.AnotherDay => "chat.anotherDay",
        ChoiceKind.KeepOrder => "chat.keepOrder",
        ChoiceKind.Goodbye => "chat.noGoodbye",
        _ => throw new NotSupportedException($"{kind} is never offered."),
    });

    static PhraseBook BookOf(Shop shop, Language language)
    {
        var (book, own) = (shop.Words.In(language), LinePhrases.BuiltIn(language));
        var texts = LinePhrases.Vocabulary.Paths.ToDictionary(path => path, path => book.Find(path) ?? "", StringComparer.Ordinal);
        texts[Closed.Path] = shop.FlowWords.In(language).Say(Closed);
        foreach (var (path, text) in WordFile.Read(typeof(ChatWords).Assembly.GetManifestResourceStream($"chat.{language}.json")!))
        {
            // What the shop says itself, it wants said.
            if (!own.TryGetValue(path, out var lines) || texts[path] == lines)
            {
                texts[path] = text;
            }
        }

        return new(language, texts);
    }
}
