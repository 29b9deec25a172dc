namespace OrderHotline.BadDays;

/// <summary>What became of one seed.</summary>
sealed record DayReport(ulong Seed, BadDay Day, IReadOnlyList<Violation> Violations)
{
    public static DayReport Of(ulong seed, DaySettings settings) => Judged(BadDay.Of(seed, settings));

    /// <summary>Runs a day and judges it.</summary>
    public static DayReport Judged(BadDay day)
    {
        day.Run();
        var stories = day.Stories().ToList();
        foreach (var twice in stories.SelectMany(story => story.Publishings)
            .Where(text => text.TakenAt is not null)
            .GroupBy(text => (text.Order, text.Number)))
        {
            day.Figures.Count("texts taken more than once", Math.Min(1, twice.Count() - 1));
        }

        return new DayReport(
            day.Seed,
            day,
            [.. stories.SelectMany(Court.OfBadDays.Judge), .. LogRules.Judge(day.Log, day.Table.All)]);
    }
}

/// <summary>Many seeds, judged, on two threads at most: each day is on one.</summary>
sealed class Trial
{
    const int Threads = 2;
    const ulong FnvPrime = 1_099_511_628_211;

    readonly Lock gate = new();

    public Figures Figures { get; } = new();

    /// <summary>The hashes of all days in the order of their seeds, as one.</summary>
    public ulong Hash { get; private set; }

    /// <summary>The first days on which a rule was broken, by their seeds.</summary>
    public SortedDictionary<ulong, IReadOnlyList<Violation>> Convicted { get; } = [];

    public int Violations { get; private set; }

    public static Trial Of(ulong first, int seeds, DaySettings settings)
    {
        var trial = new Trial();
        var hashes = new ulong[seeds];
        var next = -1;
        var threads = Enumerable.Range(0, Math.Min(Threads, Environment.ProcessorCount)).Select(_ => new Thread(Work)).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        trial.Hash = hashes.Aggregate(14_695_981_039_346_656_037, (all, hash) => unchecked((all ^ hash) * FnvPrime));
        return trial;

        void Work()
        {
            while (Interlocked.Increment(ref next) is var number && number < seeds)
            {
                var report = DayReport.Of(first + (ulong)number, settings);
                hashes[number] = report.Day.Diary.Hash;
                trial.Add(report);
            }
        }
    }

    void Add(DayReport report)
    {
        lock (gate)
        {
            Figures.Add(report.Day.Figures);
            Violations += report.Violations.Count;
            if (report.Violations.Count > 0)
            {
                Convicted.Add(report.Seed, report.Violations);
            }
        }
    }
}
