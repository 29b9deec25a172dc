using System.Collections.Concurrent;
using NodaTime;
using NodaTime.Text;
using OrderHotline.Adapters.Connect;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>
/// What a yes to the words that a caller heard last would be a yes to. Their last sentence decides, or the keys that they repeat: it names
/// one day and no other, or the cancellation, or neither.
/// </summary>
sealed class LastQuestions
{
    const string Cancellation = "cancel";
    const string AskedByTheKeypad = "flows.Keypad.confirmCancel";
    const string AskedByTheBot = "dialogue.cancel";

    // The same few questions are heard in a great many calls.
    readonly ConcurrentDictionary<(string Words, LocalDate Today, int Days), string> subjects = new();

    /// <summary>What is to be remembered of the question, for the next step.</summary>
    public string After(string before, ExploredStep step) => step.Heard.LastOrDefault() is { } last
        ? subjects.GetOrAdd(
            (last.Words, step.World.Today, step.World.Policy.LatestDaysAhead),
            static (heard, shop) => SubjectOf(heard.Words, heard.Today, heard.Days, shop),
            step.Deployment.Shop)
        : before;

    /// <summary>Whether the question was for the cancellation.</summary>
    public static bool AreForTheCancellation(string remembered) => remembered.Contains(Cancellation, StringComparison.Ordinal);

    /// <summary>The day that the question was for; null when it was for none.</summary>
    public static LocalDate? Day(string remembered) =>
        LocalDatePattern.Iso.Parse(remembered.Split(' ')[0]) is { Success: true, Value: var day } ? day : null;

    /// <summary>Whether these words are a yes to such a question, by the line's own list of what is one.</summary>
    public static bool AreAnsweredWithAYes(string remembered, string said, ExploredStep step)
    {
        var words = step.Deployment.Shop.Words;
        var book = words.In(words.LanguageOf(step.Before?.Language));
        return YesOrNo.Read(said, book) == Answer.Yes
            || (AreForTheCancellation(remembered) && YesOrNo.ReadForCancelling(said, book) == Answer.Yes)
            || (Day(remembered) is not null && YesOrNo.ReadForMoving(said, book) == Answer.Yes);
    }

    static string SubjectOf(string words, LocalDate today, int daysAhead, Shop shop)
    {
        var (spoken, inFlows) = (shop.Words, shop.FlowWords);
        var question = LastSentence(words);
        var days = Enumerable.Range(-1, daysAhead + 2)
            .Select(today.PlusDays)
            .Where(day => words.Contains(InKeys(day), StringComparison.Ordinal)
                || spoken.Offered.Any(language => question.Contains(new DateWords(spoken.In(language)).Day(day), StringComparison.Ordinal)))
            .ToList();
        var cancels = question.Contains("キャンセル", StringComparison.Ordinal) || question.Contains("cancel", StringComparison.OrdinalIgnoreCase)
            || spoken.Offered.Any(language => Holds(spoken.In(language).Find(AskedByTheBot)) || Holds(inFlows.In(language).Find(AskedByTheKeypad)));
        bool Holds(string? asked) => asked is not null && words.Contains(asked, StringComparison.Ordinal);
        return $"{(days is [var day] ? LocalDatePattern.Iso.Format(day) : "")} {(cancels ? Cancellation : "")}".Trim();
    }

    // As the flow without a bot reads back what was keyed in.
    static string InKeys(LocalDate day) => $">{day.Month:00}{day.Day:00}<";

    static string LastSentence(string words)
    {
        var end = words.TrimEnd('。', '.', '？', '?', ' ').LastIndexOfAny(['。', '？', '?']);
        var dot = words.TrimEnd('.', '?', ' ').LastIndexOf(". ", StringComparison.Ordinal);
        return words[(Math.Max(end, dot) + 1)..];
    }
}
