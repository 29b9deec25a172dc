using OrderHotline.Domain;

namespace OrderHotline.Simulation;

/// <summary>What no log line may hold, of any order's.</summary>
static class LogRules
{
    public const string NoPersonalData = "No log line holds a number, a name or an item";
    public const string NoCode = "No log line holds a code";

    const int NationalDigits = 9;

    /// <param name="codes">The messages with codes.</param>
    public static IEnumerable<Violation> CheckCodes(IReadOnlyList<string> log, IEnumerable<Publishing> codes)
    {
        var digits = codes.Select(code => (code.Order, Digits: ProofTrace.Digits(code))).ToHashSet();
        return
            from line in log
            from code in digits
            where line.Contains(code.Digits, StringComparison.Ordinal)
            select new Violation(NoCode, $"{code.Order}", "A line holds a code.");
    }

    public static IEnumerable<Violation> Check(IReadOnlyList<string> log, IEnumerable<Order> orders)
    {
        var secrets = orders
            .SelectMany(order => new[]
            {
                (order.Id, What: "the number", Secret: order.Owner.ToE164()[^NationalDigits..]),
                (order.Id, What: "the name", Secret: order.CustomerName),
                (order.Id, What: "the item", Secret: order.Item),
            })
            .ToList();
        return
            from line in log
            from secret in secrets
            where line.Contains(secret.Secret, StringComparison.Ordinal)
            select new Violation(NoPersonalData, $"{secret.Id}", $"A line holds {secret.What}.");
    }
}
