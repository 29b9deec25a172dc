using NodaTime;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Simulation;

/// <summary>What callers have tried and proved, as the table of proofs keeps it: every write is whole, conditional and at one moment.</summary>
sealed class ProofTable(SimulatedDay day)
{
    readonly Dictionary<VerificationSubject, OrderVerification> tried = [];
    readonly Dictionary<VerificationSubject, List<ProofStep>> steps = [];
    readonly SortedDictionary<LocalDate, int> codes = [];

    /// <summary>How many codes were taken of those of a day.</summary>
    public IReadOnlyDictionary<LocalDate, int> CodesTaken => codes;

    public OrderVerification this[VerificationSubject subject] => tried.GetValueOrDefault(subject) ?? OrderVerification.NothingTried(subject);

    public IReadOnlyList<ProofStep> StepsOf(VerificationSubject subject) => steps.GetValueOrDefault(subject) ?? [];

    public void Write(OrderVerification after, Invocation by)
    {
        var before = this[after.Subject];
        tried[after.Subject] = after;
        if (!steps.TryGetValue(after.Subject, out var known))
        {
            steps.Add(after.Subject, known = []);
        }

        var step = new ProofStep(day.Time.Now, before, after, by);
        known.Add(step);
        foreach (var call in step.Changed)
        {
            var was = before.Contacts.FirstOrDefault(other => other.Contact == call.Contact);
            day.Statistics.Count("proofs", call.Reached == was?.Reached ? 0 : 1);
            day.Statistics.Count("calls locked", call.IsLocked && was?.IsLocked != true ? 1 : 0);
            day.Events.Write($"{after.Subject.Order}", $"stored proofs {after.Version}: {call.Contact} has reached {call.Reached?.Assurance ?? Assurance.None}, "
                + $"was wrong {call.WrongAttempts.Length} times, has a code {call.Pending?.Sending.ToString() ?? "no more"} by {by.Name}");
        }
    }

    public CodeBudget TakeCode(LocalDate date, int atMost)
    {
        if (codes.GetValueOrDefault(date) >= atMost)
        {
            return CodeBudget.UsedUp;
        }

        codes[date] = codes.GetValueOrDefault(date) + 1;
        return CodeBudget.Taken;
    }
}
