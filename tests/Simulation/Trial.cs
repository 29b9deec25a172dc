namespace OrderHotline.Simulation;

/// <summary>What became of one seed.</summary>
sealed record DayReport(ulong Seed, SimulatedDay Day, IReadOnlyList<Violation> Violations)
{
    public static DayReport Of(ulong seed, DaySettings settings) => Checked(SimulatedDay.Of(seed, settings));

    /// <summary>Runs a day and judges it.</summary>
    public static DayReport Checked(SimulatedDay day)
    {
        day.Run();
        var traces = day.Traces().ToList();
        foreach (var twice in traces.SelectMany(trace => trace.Publishings)
            .Where(message => message.TakenAt is not null)
            .GroupBy(message => (message.Order, message.Number)))
        {
            day.Statistics.Count("texts taken more than once", Math.Min(1, twice.Count() - 1));
        }

        return new DayReport(
            day.Seed,
            day,
            [
                .. traces.SelectMany(InvariantChecker.ForTheShop.Check),
                .. LogRules.Check(day.Log, day.Table.All),
                .. LogRules.CheckCodes(day.Log, day.Codes),
                .. day.Asks is { } asks ? ProofReplyRules.CheckBudget(asks.Policy.CodesADay, day.Proofs.CodesTaken, day.Codes) : [],
            ]);
    }
}

/// <summary>Many seeds, judged, on two threads at most: each day is on one.</summary>
sealed class Trial
{
    const int Threads = 2;

    readonly Lock gate = new();

    public Statistics Statistics { get; } = new();

    /// <summary>The hashes of all days in the order of their seeds, as one.</summary>
    public ulong Hash { get; private set; }

    /// <summary>The first days on which a rule was broken, by their seeds.</summary>
    public SortedDictionary<ulong, IReadOnlyList<Violation>> Broken { get; } = [];

    public int Violations { get; private set; }

    public static Trial Of(ulong first, int seeds, DaySettings settings)
    {
        var trial = new Trial();
        var hashes = new ulong[seeds];
        var next = -1;
        var threads = Enumerable.Range(0, Math.Min(Threads, Environment.ProcessorCount)).Select(_ => new Thread(Work)).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        trial.Hash = hashes.Aggregate(Fnv1a64.Offset, Fnv1a64.Mix);
        return trial;

        void Work()
        {
            while (Interlocked.Increment(ref next) is var number && number < seeds)
            {
                var report = DayReport.Of(first + (ulong)number, settings);
                hashes[number] = report.Day.Events.Hash;
                trial.Add(report);
            }
        }
    }

    void Add(DayReport report)
    {
        lock (gate)
        {
            Statistics.Add(report.Day.Statistics);
            Violations += report.Violations.Count;
            if (report.Violations.Count > 0)
            {
                Broken.Add(report.Seed, report.Violations);
            }
        }
    }
}
