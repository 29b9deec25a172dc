using NodaTime;
using NodaTime.Text;
using OrderHotline.Adapters.Connect;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Simulation;

/// <summary>What a wish may bring about.</summary>
static class WishRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new("Every change is the wish of a caller, and no other", IsAWish),
        new("Only the number that owns an order changes it", IsTheOwners),
        new("A change is dated when it was decided", IsDated),
        new("A wish is granted once", IsGrantedOnce),
        new("A wish that was granted is answered so as long as it is true", IsAnsweredAsGranted),
    ];

    static Attempt? AskedBy(Step step) => (step.By as Writer.Line)?.By.Asked;

    static IEnumerable<string> IsAWish(OrderTrace trace, InvariantChecker checker)
    {
        foreach (var step in trace.Changes)
        {
            var isWished = AskedBy(step) is { Wish: var wish }
                && step.After.History is [.., var entry]
                && entry.Contact.ToString() == wish.Contact
                && (wish.Function, entry) switch
                {
                    (ConnectFunction.CancelOrder, Change.Cancellation) => true,
                    (ConnectFunction.ChangeOrderDate, Change.Rescheduling moved) => LocalDatePattern.Iso.Format(moved.To) == wish.Day,
                    _ => false,
                };
            if (!isWished)
            {
                yield return $"{AskedBy(step)?.Wish.ToString() ?? "No call"} asked for version {step.After.Version}.";
            }
        }
    }

    static IEnumerable<string> IsTheOwners(OrderTrace trace, InvariantChecker checker) => trace.Changes
        .Where(step => AskedBy(step) is { } asked && asked.Wish.Caller != trace.First.Owner)
        .Select(step => $"{AskedBy(step)!.Wish} came from another number and made version {step.After.Version}.");

    static IEnumerable<string> IsDated(OrderTrace trace, InvariantChecker checker) =>
        from step in trace.Changes
        let asked = AskedBy(step)
        where asked is not null && step.After.History is [.., var entry]
            && (entry.At < asked.Began - checker.ClocksAreOff || entry.At > step.At + checker.ClocksAreOff)
        select $"Version {step.After.Version}, made between {asked.Began} and {step.At}, says {step.After.History[^1].At}.";

    static IEnumerable<string> IsGrantedOnce(OrderTrace trace, InvariantChecker checker) => trace.Changes
        .Where(step => AskedBy(step) is not null)
        .GroupBy(step => AskedBy(step)!.Wish)
        .Where(granted => granted.Count() > 1)
        .Select(granted => $"{granted.Key} made versions {string.Join(" and ", granted.Select(step => step.After.Version))}.");

    // One that had begun before may have been decided on the order as it was, unless nothing had happened to it in between.
    static IEnumerable<string> IsAnsweredAsGranted(OrderTrace trace, InvariantChecker checker) =>
        from step in trace.Changes
        let wish = AskedBy(step)?.Wish
        from attempt in trace.Attempts
        where attempt.Wish == wish && attempt.Reply is { Outcome: not (Outcome.Unavailable or Outcome.Cancelled or Outcome.Rescheduled or Outcome.ChangedMeanwhile) }
            && (attempt.Began >= step.At || (IsOfTheOrder(attempt.Reply.Outcome) && !IsOvertaken(trace, attempt.Began, step)))
        select $"{attempt}, was granted as version {step.After.Version}.";

    // A refusal for the time being may be one by a clock that is ahead.
    static bool IsOfTheOrder(Outcome outcome) => outcome is Outcome.AlreadyCancelled or Outcome.OrderIsCancelled or Outcome.Unchanged;

    static bool IsOvertaken(OrderTrace trace, Instant from, Step grant) =>
        trace.Steps.Any(step => step.At >= from && step.At < grant.At && step.IsAChange);
}
