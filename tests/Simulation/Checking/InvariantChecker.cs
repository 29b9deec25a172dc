using NodaTime;

namespace OrderHotline.Simulation;

/// <summary>What must be true of every order, whatever happens.</summary>
/// <param name="Breaches">A sentence for each way in which a trace breaks it.</param>
sealed record Rule(string Sentence, Func<OrderTrace, InvariantChecker, IEnumerable<string>> Breaches);

/// <summary>A rule that was broken.</summary>
sealed record Violation(string Rule, string Order, string How)
{
    public override string ToString() => $"{Rule}. Order {Order}: {How}";
}

/// <summary>Checks traces by all rules.</summary>
/// <param name="Days">The shop's calendar.</param>
/// <param name="ClocksAreOff">How far any clock may be off the true time.</param>
sealed record InvariantChecker(ShopDays Days, Duration ClocksAreOff)
{
    /// <summary>The checker for the shop of every simulated day.</summary>
    public static InvariantChecker ForTheShop { get; } =
        new(new ShopDays(day => day.DayOfWeek == IsoDayOfWeek.Sunday || day == Shop.ClosedDate), FunctionClock.Most);

    public static IReadOnlyList<Rule> Rules { get; } = [.. ChangeRules.All, .. WishRules.All, .. ReplyRules.All, .. MessageRules.All, .. ProofRules.All, .. ProofReplyRules.All];

    public IEnumerable<Violation> Check(OrderTrace trace) =>
        from rule in Rules
        from how in rule.Breaches(trace, this)
        select new Violation(rule.Sentence, $"{trace.First.Id}", how);
}
