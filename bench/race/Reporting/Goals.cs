namespace OrderHotline.Bench.Race;

/// <summary>How good a figure of ours has to be, and how good it should be, as a ratio to that of another contender of the same
/// race.</summary>
/// <param name="What">The figure, in words.</param>
/// <param name="Against">Node.js or another runtime, which ours is to beat so many times over, or the floor, of which ours may be so many times.</param>
/// <param name="Must">The ratio that must be reached, or against the floor not be exceeded.</param>
/// <param name="Should">The ratio that should be.</param>
/// <param name="Figure">Null where this race has not measured it.</param>
sealed record Goal(string What, Role Against, double Must, double Should, Func<Figures, double?> Figure)
{
    static readonly Goal ColdAgainstFloor = new("cold total", Role.Floor, 4.5, 3.5, figures => figures.ColdTotal.Median);
    static readonly Goal Cpu = new("CPU of a warm call", Role.Peer, 5, 7, figures => figures.CpuPerCall?.Median);
    static readonly Goal Cold = new("cold total", Role.Peer, 8, 10, figures => figures.ColdTotal.Median);
    static readonly Goal Memory = new(
        "peak memory", Role.Peer, 2.4, 3, figures => figures.Warm.Count > 0 ? figures.PeakMebibytes.Median : null);

    static readonly IReadOnlyList<Goal> OnStub =
    [
        Cold,
        new("warm p50", Role.Peer, 3.5, 4.5, figures => figures.P50?.Median),
        new("warm p99", Role.Peer, 6, 10, figures => figures.P99?.Median),
        Cpu,
        Memory,
        ColdAgainstFloor,
    ];

    // The answers of dynalite take longer than any of ours, and its collector writes the p99.
    static readonly IReadOnlyList<Goal> OnDynalite = [Cold, Cpu, Memory, ColdAgainstFloor];

    static readonly IReadOnlyList<Goal> OverTls = [new("cold total over TLS", Role.Peer, 7, 8, figures => figures.ColdTotal.Median)];

    public static IReadOnlyList<Goal> Of(RaceOptions options)
    {
        var goals = options.Tls ? OverTls : options.Backend == "stub" ? OnStub : OnDynalite;
        return [.. goals, .. goals.Where(goal => goal.Against == Role.Peer).Select(AgainstOtherRuntimes)];
    }

    public double? Ratio(Figures ours, Figures other) =>
        Against == Role.Floor ? Figure(ours) / Figure(other) : Figure(other) / Figure(ours);

    public bool IsReached(double ratio, double goal) => Against == Role.Floor ? ratio <= goal : ratio >= goal;

    // How many times over was promised against Node.js. Of every other runtime: that it is not the faster.
    static Goal AgainstOtherRuntimes(Goal goal) => goal with { Against = Role.OtherRuntime, Must = 1, Should = 2 };
}
