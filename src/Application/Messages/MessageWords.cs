using System.Globalization;
using NodaTime;
using NodaTime.Text;
using OrderHotline.Domain;

namespace OrderHotline.Application;

/// <summary>The words of the messages.</summary>
public static class MessageWords
{
    // A message holds 1,600 bytes in all. A name this long leaves room for the rest even at 4 bytes a character.
    const int MaxItemLength = 200;

    static readonly Phrase Text = new("message.text", "news", "item", "orderId") { Use = PhraseUse.Written };
    static readonly Phrase Cancelled = new("message.cancelled") { Use = PhraseUse.Written };
    static readonly Phrase NewDate = new("message.newDate", "day") { Use = PhraseUse.Written };
    static readonly Phrase Code = new("message.code", "sender", "purpose", "code") { Use = PhraseUse.Written };
    static readonly Phrase ToHear = new("message.toHear", "orderId") { Use = PhraseUse.Written };
    static readonly Phrase ToReschedule = new("message.toReschedule", "orderId") { Use = PhraseUse.Written };
    static readonly Phrase ToCancel = new("message.toCancel", "orderId") { Use = PhraseUse.Written };
    static readonly Phrase Date = new("message.date", "iso", "year", "month", "monthName", "day", "weekday") { Use = PhraseUse.Written, TakesItsPick = true };
    static readonly Phrase Months = new("message.months") { Use = PhraseUse.Written, Count = 12 };
    static readonly Phrase Weekdays = new("message.weekdays") { Use = PhraseUse.Written, Count = 7 };

    /// <summary>What messages say.</summary>
    public static Vocabulary Vocabulary { get; } = new([Text, Cancelled, NewDate, Code, ToHear, ToReschedule, ToCancel, Date, Months, Weekdays]);

    /// <summary>The line's own words in a language of which it has some: Japanese or English.</summary>
    public static Dictionary<string, string> BuiltIn(Language language) =>
        WordFile.Read(typeof(MessageWords).Assembly.GetManifestResourceStream($"messages.{language}.json")!);

    /// <summary>The line's own words, Japanese first.</summary>
    public static LineWords Standard { get; } = new([Language.Japanese, Language.English], language => new(language, BuiltIn(language)));

    internal static string For(OwedMessage message, Order order, LineWords words)
    {
        var book = words.In(message.Language);
        var news = message switch
        {
            OwedMessage.Cancellation => book.Say(Cancelled),
            OwedMessage.NewDate(_, _, _, var date) => book.Say(NewDate, Day(date, book)),
            _ => throw new NotSupportedException($"No words for {message.GetType().Name}."),
        };
        return book.Say(Text, news, Name(order.Item), order.Id.ToString());
    }

    /// <summary>The message that brings a code: the only place where its digits are written.</summary>
    internal static string ForCode(OneTimeCode code, Operation operation, string shop, Order order, PhraseBook book) => book.Say(
        Code,
        OneLine.From(shop),
        book.Say(
            operation switch
            {
                Operation.Tell or Operation.TellNameAndItem => ToHear,
                Operation.Reschedule => ToReschedule,
                Operation.Cancel => ToCancel,
                _ => throw new NotSupportedException($"No words for {operation}."),
            },
            order.Id.ToString()),
        code.ToDigits());

    static string Day(LocalDate date, PhraseBook book) => book.Say(
        Date, LocalDatePattern.Iso.Format(date), Number(date.Year), Number(date.Month),
        book.Member(Months, date.Month - 1), Number(date.Day), book.Member(Weekdays, (int)date.DayOfWeek - 1));

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    // A shop's item name is data: it must not add lines of its own, nor break off inside a character.
    static string Name(string item)
    {
        var line = OneLine.From(item);
        return line.Length <= MaxItemLength ? line
            : $"{line.AsSpan(0, char.IsHighSurrogate(line[MaxItemLength - 1]) ? MaxItemLength - 1 : MaxItemLength)}…";
    }
}
