using NodaTime;
using OrderHotline.Adapters.Connect;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>What callers say to a bot, one sentence of every kind.</summary>
static class Utterances
{
    /// <summary>A day that the shop can ship on, and the soonest, which the line also offers itself; where it ships on none, two that it
    /// cannot.</summary>
    public static (LocalDate One, LocalDate Another) PossibleDays(StartWorld world)
    {
        var days = world.Policy.PossibleDays(world.At);
        return days.Count == 0
            ? (world.Today.PlusDays(1), world.Today.PlusDays(2))
            : (days[Math.Min(5, days.Count - 1)], days[0]);
    }

    /// <summary>The keys of a day: month and day, four digits, and the end of the entry.</summary>
    public static string Keys(LocalDate day) => $"{day.Month:00}{day.Day:00}#";

    /// <summary>One sentence of every kind, in the caller's language.</summary>
    public static IEnumerable<string> For(StartWorld world, Language language)
    {
        var (one, another) = PossibleDays(world);
        return language == Language.Japanese
            ?
            [
                Japanese(one), Japanese(another), $"{Japanese(one)}に届けて", "来週", "昨日", "はい", "いいえ", $"いいえ、{Japanese(another)}",
                ChangeDate(language), Cancel(language), Operator(language), Status(language), Keep(language), "やめます", "ありがとうございました",
                "もう一度お願いします", "天気はどうですか", "変更してください", "キャンセルしてください", "はい、キャンセルしてください", "別の日でお願いします",
                .. world.DaysAsked.Select(Japanese),
            ]
            :
            [
                English(one), English(another), $"deliver it on {English(one)}", "next week", "yesterday", "yes", "no", $"no, {English(another)}",
                ChangeDate(language), Cancel(language), Operator(language), Status(language), Keep(language), "never mind", "thank you",
                "please repeat that", "how is the weather", "change it", "cancel it", "yes, cancel it", "a different day, please",
                .. world.DaysAsked.Select(English),
            ];
    }

    /// <summary>Whether these sentences are of a language. In any other the bot hears English, which it need not understand.</summary>
    public static bool AreIn(Language language) => language == Language.Japanese || language == Language.English;

    /// <summary>A wish to move the date.</summary>
    public static string ChangeDate(Language language) => language == Language.Japanese ? "発送日を変更したい" : "change my shipping date";

    /// <summary>A wish to cancel.</summary>
    public static string Cancel(Language language) => language == Language.Japanese ? "キャンセルしたい" : "I'd like to cancel my order";

    /// <summary>A wish for an operator.</summary>
    public static string Operator(Language language) => language == Language.Japanese ? "オペレーター" : "operator";

    /// <summary>The question how the order stands.</summary>
    public static string Status(Language language) => language == Language.Japanese ? "いつ発送されますか" : "when does it ship";

    /// <summary>A wish to leave the order as it is.</summary>
    public static string Keep(Language language) => language == Language.Japanese ? "そのままでお願いします" : "leave it as it is";

    static string Japanese(LocalDate day) => $"{day.Month}月{day.Day}日";

    static string English(LocalDate day) => new DateWords(LinePhrases.Standard.In(Language.English)).Day(day).Split(", ")[1];
}
