using System.Diagnostics;
using System.Globalization;

namespace OrderHotline.Simulation;

/// <summary>What is printed of a trial.</summary>
static class Report
{
    const int ExcerptLines = 40;
    const int SeedsToChooseFrom = 20;

    static readonly string[] Headlines =
    [
        "orders", "wishes", "calls", "invocations", "waits", "changes", "other writes", "writes of the shop's own", "decided again",
        "texts taken", "texts taken more than once", "codes taken", "proofs", "calls locked", "proofs decided again", "log lines",
    ];

    /// <returns>0 when no rule was broken, else 1.</returns>
    public static int Run(TrialOptions options)
    {
        var watch = Stopwatch.StartNew();
        if (options.IsHourLongOutage)
        {
            return Outage(options.First);
        }

        if (options.IsOne)
        {
            return One(DayReport.Of(options.First, options.Settings));
        }

        var trial = Trial.Of(options.First, options.Seeds, options.Settings);
        Print($"seeds {options.Seeds:N0} from {options.First}, in {watch.Elapsed.TotalSeconds:F0} s");
        foreach (var headline in Headlines)
        {
            Print($"  {trial.Statistics[headline],12:N0}  {headline}");
        }

        foreach (var (kind, title) in new[] { ("kill", "functions killed"), ("fault", "other faults") })
        {
            var counts = trial.Statistics.Of(kind);
            Print($"  {counts.Sum(count => count.Value),12:N0}  {title}");
            foreach (var (what, count) in counts)
            {
                Print($"      {count,12:N0}  {what}");
            }
        }

        Print($"  {trial.Violations,12:N0}  violations");
        Print($"history {trial.Hash:x16}");
        if (trial.Broken.Count > 0)
        {
            Print($"{trial.Broken.Count:N0} of the seeds break a rule:");
            foreach (var rule in trial.Broken.Values.SelectMany(found => found).CountBy(violation => violation.Rule))
            {
                Print($"  {rule.Value,12:N0}  {rule.Key}");
            }

            Shortest(trial, options.Settings);
        }

        return trial.Violations == 0 ? 0 : 1;
    }

    public static int Usage(string problem)
    {
        Console.Error.WriteLine(problem);
        Console.Error.WriteLine(
            "[--seeds 10000] [--from 1] [--broken-table], or --seed 4711 for all that happens on one day, or --hour-of-silence");
        return 2;
    }

    static int Outage(ulong seed)
    {
        var day = HourLongOutage.Of(seed);
        var back = day.Faults.Outage.End;
        var report = DayReport.Checked(day);
        Print($"{day.Statistics["changes"]:N0} changes by {HourLongOutage.Customers} customers in an hour without a message service");
        var minutes = HourLongOutage.UntilTheLastMessage(day, back).TotalMinutes;
        Print($"{day.Statistics["texts taken"]:N0} messages taken, the last {minutes:F1} minutes after the service was back");
        Print($"{day.Table.All.Sum(order => order.Outbox.Owed.Length)} messages owed at the end, {report.Violations.Count} violations");
        foreach (var violation in report.Violations.Take(ExcerptLines))
        {
            Print($"BROKEN  {violation}");
        }

        return report.Violations.Count == 0 ? 0 : 1;
    }

    static int One(DayReport report)
    {
        foreach (var line in report.Day.Events.About(""))
        {
            Print($"{line}");
        }

        foreach (var violation in report.Violations)
        {
            Print($"BROKEN  {violation}");
        }

        Print($"history {report.Day.Events.Hash:x16}, {report.Violations.Count} violations");
        return report.Violations.Count == 0 ? 0 : 1;
    }

    // Of the first seeds that break a rule, the one with the least to read. What happened last to the order is what broke the rule,
    // or followed closely.
    static void Shortest(Trial trial, DaySettings settings)
    {
        var (seed, violation, lines) = (
            from broken in trial.Broken.Take(SeedsToChooseFrom)
            let events = DayReport.Of(broken.Key, settings).Day.Events
            from found in broken.Value
            let about = events.About(found.Order).ToList()
            orderby about.Count
            select (broken.Key, found, about)).First();
        Print($"seed {seed}  BROKEN  {violation}");
        foreach (var line in lines.TakeLast(ExcerptLines))
        {
            Print($"  {line}");
        }
    }

    static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
