namespace OrderHotline.Bench.Race;

/// <summary>A whole race, from those who are there to what is printed and written.</summary>
static class Day
{
    /// <summary>Races everything that was asked for.</summary>
    /// <returns>False when a goal had to be met and was not.</returns>
    /// <exception cref="RaceException">A contender failed, or nobody is there.</exception>
    public static bool Run(RaceOptions options, TextWriter output)
    {
        var cores = Environment.ProcessorCount;
        if (options.IsPinned)
        {
            Cores.Claim();
        }

        var folder = Directory.CreateDirectory(Path.Combine(options.Repository, "artifacts", "race", "logs")).FullName;
        var machine = Machine.Here(options, cores);
        using var wakefulness = Cores.ArePinned && !options.LetsSleep ? Wakefulness.Begin() : null;
        var alarm = new Alarm();
        using var stub = new StubServices(options.Tls ? ShippedRoots(options) : null, folder, alarm);
        using IBackend backend = options.Backend == "stub" ? stub : new DynaliteServices(options.Repository, options.Node, stub);
        var course = new Racecourse(backend, new RuntimeApi(alarm), alarm, folder);
        var contenders = Entered(options, output);
        machine = machine.With(contenders);
        if (options.ShowsRequests)
        {
            stub.Witness = output.WriteLine;
            options = options with { ColdRuns = 1, WarmRuns = 0 };
        }

        output.WriteLine(machine);
        output.WriteLine(
            (Cores.ArePinned
                ? "Contenders on the first core, the race and its backend on the second"
                : "Unpinned: contenders, race and backend share all cores")
            + (wakefulness is null ? "." : "; both are kept from falling asleep."));
        if (machine.IsBusy)
        {
            output.WriteLine(FormattableString.Invariant(
                $"NOTE: others use {machine.BusyBefore:P0} of this machine; only CPU, memory, size and requests can be trusted."));
        }

        var standings = new List<Standing>();
        foreach (var function in options.Functions)
        {
            var heat = new Heat(function, options.ColdRuns, options.WarmRuns, options.WarmCalls, options.Seed);
            var standing = new Standing(function, course.Race(heat, contenders, Progress));
            standings.Add(standing);
            output.Write(Tables.Of(standing, backend.Name));
        }

        WarnOfOtherRequests(standings, output);
        var verdicts = Verdict.On(standings, Goal.Of(options));
        output.Write(Tables.Notes(standings));
        if (verdicts.Count > 0)
        {
            output.Write(Tables.Of(verdicts));
        }

        if (options.Json.Length > 0)
        {
            File.WriteAllText(options.Json, ResultJson.Of(machine, backend.Name, standings, verdicts));
        }

        return !options.IsCheck || verdicts.All(verdict => verdict.IsMet);
    }

    static List<Contender> Entered(RaceOptions options, TextWriter output)
    {
        var field = Field.All(options.Repository, options.Node, options.Peers);
        if (options.Contenders.FirstOrDefault(name => field.All(one => one.Name != name)) is { } unknown)
        {
            throw new RaceException($"{unknown} is no contender; these are: {string.Join(", ", field.Select(one => one.Name))}.");
        }

        var wanted = field.Where(one => options.Contenders.Count > 0 ? options.Contenders.Contains(one.Name) : one.TakesPartUnasked);
        var entered = new List<Contender>();
        foreach (var contender in wanted)
        {
            if (options.Tls && !contender.SpeaksTls)
            {
                output.WriteLine($"Not in this race: {contender.Name}, which speaks plain HTTP only.");
            }
            else if (!contender.IsThere)
            {
                output.WriteLine($"NOT in this race: {contender.Name}, for want of {contender.Requires}.");
            }
            else
            {
                entered.Add(contender);
            }
        }

        return entered.Count > 0 ? entered : throw new RaceException("Nobody is there to race: run bench/race/run.sh without --no-build.");
    }

    // The floor sends what ours sent when it was written. Should ours change, the floor has to follow.
    static void WarnOfOtherRequests(IEnumerable<Standing> standings, TextWriter output)
    {
        foreach (var standing in standings)
        {
            if (standing is { Ours: { } ours, FloorOfRequests: { } floor }
                && (ours.Requests != floor.Requests || Math.Abs(ours.RequestBytes - floor.RequestBytes) > 0.05 * ours.RequestBytes))
            {
                output.WriteLine(
                    $"\nNOTE: the floor no longer makes the requests of {standing.Function}: {floor.Requests}, "
                    + $"{floor.RequestBytes:F0} bytes, where ours makes {ours.Requests}, {ours.RequestBytes:F0} bytes.");
            }
        }
    }

    // Those in the package; where it ships none, Amazon's from this machine's store, which is what it would ship.
    static string ShippedRoots(RaceOptions options)
    {
        var package = Path.Combine(options.Repository, "artifacts", "race", "ours");
        string[] shipped = Directory.Exists(package) ? Directory.GetFiles(package, "*.pem") : [];
        if (shipped.Length == 0 && Directory.Exists("/etc/ssl/certs"))
        {
            shipped =
            [
                .. Directory.GetFiles("/etc/ssl/certs", "Amazon_Root_CA_*.pem"),
                .. Directory.GetFiles("/etc/ssl/certs", "Starfield_*.pem"),
            ];
        }

        return string.Join('\n', shipped.Select(File.ReadAllText));
    }

    static void Progress(string what)
    {
        if (!Console.IsErrorRedirected)
        {
            Console.Error.Write($"\r{what,-70}");
        }
    }
}
