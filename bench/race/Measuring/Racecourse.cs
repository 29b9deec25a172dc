namespace OrderHotline.Bench.Race;

/// <summary>What one function's contenders are raced for.</summary>
/// <param name="Function">The function.</param>
/// <param name="ColdRuns">Fresh processes of each contender that give one answer.</param>
/// <param name="WarmRuns">Fresh processes of each contender that go on.</param>
/// <param name="WarmCalls">How long they go on.</param>
/// <param name="Seed">Of the order in which contenders take turns.</param>
sealed record Heat(Function Function, int ColdRuns, int WarmRuns, int WarmCalls, int Seed);

/// <summary>Lets contenders take turns, in an order that is drawn anew for every round, each time as a fresh process.</summary>
/// <param name="backend">What is behind them all.</param>
/// <param name="runtimeApi">What starts them all.</param>
/// <param name="alarm">Faults of either.</param>
/// <param name="logs">Where what they print is kept.</param>
sealed class Racecourse(IBackend backend, RuntimeApi runtimeApi, Alarm alarm, string logs)
{
    const int RunsToForget = 1;
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    /// <summary>Races one function.</summary>
    /// <exception cref="RaceException">A contender failed, or answered something else than success.</exception>
    public IReadOnlyList<Figures> Race(Heat heat, IReadOnlyList<Contender> contenders, Action<string> progress)
    {
        var order = new Random(heat.Seed);
        var events = new Events(heat.Function, backend.Remembers);
        var cold = contenders.ToDictionary(contender => contender, _ => new List<ColdRun>());
        var warm = contenders.ToDictionary(contender => contender, _ => new List<WarmRun>());
        var requests = new Dictionary<Contender, (string Kinds, double Bytes)>();

        for (var round = -RunsToForget; round < heat.ColdRuns; round++)
        {
            progress($"{heat.Function}: cold run {Math.Max(round + 1, 0)} of {heat.ColdRuns}");
            foreach (var contender in Shuffled())
            {
                var run = Do(contender, heat.Function, events, warmCalls: 0);
                requests[contender] = Asked(contender, calls: 1);
                if (round >= 0)
                {
                    cold[contender].Add(new(run.InitMilliseconds, run.FirstMilliseconds, run.ColdCpu, run.PeakMebibytes));
                }
            }
        }

        for (var round = 0; round < heat.WarmRuns; round++)
        {
            progress($"{heat.Function}: {heat.WarmCalls} warm calls, run {round + 1} of {heat.WarmRuns}");
            foreach (var contender in Shuffled())
            {
                var run = Do(contender, heat.Function, events, heat.WarmCalls);
                requests[contender] = Asked(contender, heat.WarmCalls + 1);
                warm[contender].Add(new(
                    [.. run.WarmLatencies],
                    heat.WarmCalls * 1e3 / run.WarmMilliseconds,
                    run.WarmCpu / heat.WarmCalls,
                    run.PeakMebibytes));
            }
        }

        return
        [
            .. contenders.Select(contender => new Figures(
                contender,
                heat.Function,
                cold[contender],
                warm[contender],
                requests[contender].Kinds,
                requests[contender].Bytes,
                PackageSize.Of(contender.Folder, file => contender.IsDeployed(file, heat.Function)))),
        ];

        Contender[] Shuffled()
        {
            Contender[] shuffled = [.. contenders];
            order.Shuffle(shuffled);
            return shuffled;
        }
    }

    Run Do(Contender contender, Function function, Events events, int warmCalls)
    {
        backend.Prepare(warmCalls + 1);
        var log = Path.Combine(logs, $"{contender.Name}.log");
        var run = new Run(contender, function, events, warmCalls);
        runtimeApi.Host(run);

        // What the run itself leaves behind must not be collected in the middle of it.
        GC.Collect();
        GC.TryStartNoGCRegion(128L << 20);
        try
        {
            using var sandbox = Cores.OnContendersCore(() => Sandbox.Start(
                contender.Program,
                contender.Arguments(function),
                backend.Addresses.Environment(function, contender, runtimeApi.Address),
                contender.Folder,
                log));
            run.Sandbox = sandbox;
            run.WaitForEnd(alarm, Longest, log);
            return run;
        }
        finally
        {
            if (System.Runtime.GCSettings.LatencyMode == System.Runtime.GCLatencyMode.NoGCRegion)
            {
                GC.EndNoGCRegion();
            }
        }
    }

    (string Kinds, double Bytes) Asked(Contender contender, int calls)
    {
        if (backend.Asked is not { } asked)
        {
            return ("", 0);
        }

        var kinds = asked.PerCall(calls);
        return contender.MakesRequests && kinds.Length == 0
            ? throw new RaceException($"{contender.Name} answers without asking the backend.")
            : (kinds, (double)asked.Bytes / calls);
    }
}
