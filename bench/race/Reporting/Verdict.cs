namespace OrderHotline.Bench.Race;

/// <summary>The contenders of one function's race, side by side.</summary>
sealed record Standing(Function Function, IReadOnlyList<Figures> Figures)
{
    public Figures? Ours => Figures.FirstOrDefault(figures => figures.Contender.Name == "ours");

    /// <summary>Node.js as the demo ran it, which the tables compare everybody with.</summary>
    public Figures? Yardstick => Figures.FirstOrDefault(figures => figures.Contender.Role == Role.Peer);

    public Figures? FloorOfRequests => Figures.FirstOrDefault(figures => figures.Contender is { Role: Role.Floor, MakesRequests: true });

    public IEnumerable<Figures> Others(Role role) =>
        Figures.Where(figures => figures.Contender.Role == role && figures.Contender.MakesRequests);
}

/// <summary>What became of one goal for one function, against one contender.</summary>
sealed record Verdict(Goal Goal, Contender Against, Function Function, double Ratio)
{
    public bool IsMet => Goal.IsReached(Ratio, Goal.Must);

    public string Word => !IsMet ? "MISSED" : Goal.IsReached(Ratio, Goal.Should) ? "met, and the aim" : "met";

    /// <summary>Of every goal that the race has measured.</summary>
    public static IReadOnlyList<Verdict> On(IReadOnlyList<Standing> standings, IReadOnlyList<Goal> goals) =>
    [
        .. from standing in standings
           where standing.Ours is not null
           from goal in goals
           from other in standing.Others(goal.Against)
           let ratio = goal.Ratio(standing.Ours!, other)
           where ratio is not null
           orderby other.Contender.Title, goals.ToList().IndexOf(goal), standing.Function
           select new Verdict(goal, other.Contender, standing.Function, ratio.Value),
    ];
}
