using NodaTime;

namespace OrderHotline.BadDays;

/// <summary>What must be true of every order, whatever happens.</summary>
/// <param name="Sentence">The rule.</param>
/// <param name="Breaches">A sentence for each way in which a story breaks it.</param>
sealed record Rule(string Sentence, Func<Story, Court, IEnumerable<string>> Breaches);

/// <summary>A rule that was broken.</summary>
sealed record Violation(string Rule, string Order, string How)
{
    public override string ToString() => $"{Rule}. Order {Order}: {How}";
}

/// <summary>Judges stories by all rules.</summary>
/// <param name="Days">The shop's calendar.</param>
/// <param name="ClocksAreOff">How far any clock may be off the true time.</param>
sealed record Court(ShopDays Days, Duration ClocksAreOff)
{
    /// <summary>The court for the shop of every bad day.</summary>
    public static Court OfBadDays { get; } =
        new(new ShopDays(day => day.DayOfWeek == IsoDayOfWeek.Sunday || day == Shop.ClosedDate), FunctionClock.Most);

    public static IReadOnlyList<Rule> Rules { get; } = [.. ChangeRules.All, .. WishRules.All, .. ReplyRules.All, .. TextRules.All];

    public IEnumerable<Violation> Judge(Story story) =>
        from rule in Rules
        from how in rule.Breaches(story, this)
        select new Violation(rule.Sentence, $"{story.First.Id}", how);
}
