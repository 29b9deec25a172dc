using NodaTime;
using OrderHotline.Adapters.Connect;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>What callers say to a bot, one sentence of every kind.</summary>
static class Utterances
{
    const int FarAhead = 40;

    /// <summary>A day that the shop can ship on, and another; where it ships on none, two that it cannot.</summary>
    public static (LocalDate One, LocalDate Another) PossibleDays(StartWorld world)
    {
        var days = world.Policy.PossibleDays(world.At);
        return days.Count == 0
            ? (world.Today.PlusDays(1), world.Today.PlusDays(2))
            : (days[Math.Min(5, days.Count - 1)], days[Math.Min(8, days.Count - 1)]);
    }

    /// <summary>The keys of a day: month and day, four digits, and the end of the entry.</summary>
    public static string Keys(LocalDate day) => $"{day.Month:00}{day.Day:00}#";

    /// <summary>One sentence of every kind, in the caller's language.</summary>
    public static IEnumerable<string> For(StartWorld world, Language language)
    {
        var (one, another) = PossibleDays(world);
        var tooFar = world.Today.PlusDays(world.Policy.LatestDaysAhead + FarAhead);
        return language == Language.Japanese
            ?
            [
                Japanese(one), Japanese(another), $"{Japanese(one)}に届けて", "来週", "昨日", Japanese(tooFar), "はい", "いいえ", $"いいえ、{Japanese(another)}",
                "キャンセルしたい", "オペレーター", "もう一度お願いします", "天気はどうですか",
                .. world.DaysAsked.Select(Japanese),
            ]
            :
            [
                English(one), English(another), $"deliver it on {English(one)}", "next week", "yesterday", English(tooFar), "yes", "no", $"no, {English(another)}",
                "cancel my order", "operator", "please repeat that", "how is the weather",
                .. world.DaysAsked.Select(English),
            ];
    }

    static string Japanese(LocalDate day) => $"{day.Month}月{day.Day}日";

    static string English(LocalDate day) => new DateWords(LinePhrases.Standard.In(Language.English)).Day(day).Split(", ")[1];
}
