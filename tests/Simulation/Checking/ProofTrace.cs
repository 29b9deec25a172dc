using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Simulation;

/// <summary>All that is known of what was asked, tried and proved for one order of a shop that asks for proof.</summary>
/// <param name="Policy">What the shop asks for.</param>
/// <param name="Steps">Every write of what was tried, in the order of the writes.</param>
/// <param name="Codes">Every time that a code was handed to the service.</param>
sealed record ProofTrace(VerificationPolicy Policy, IReadOnlyList<ProofStep> Steps, IReadOnlyList<Publishing> Codes)
{
    (IReadOnlyList<ProofStep> Steps, List<Proof> Proofs, List<GivenCode> Given)? found;

    /// <summary>What had been tried at any time from one moment to another.</summary>
    public IEnumerable<OrderVerification> HeldBetween(Instant from, Instant to)
    {
        if (Steps.Count > 0)
        {
            yield return Steps.LastOrDefault(step => step.At <= from)?.After ?? Steps[0].Before;
        }

        foreach (var step in Steps.Where(step => step.At > from && step.At <= to))
        {
            yield return step.After;
        }
    }

    /// <summary>The writes by which a call had proved more than before.</summary>
    public IReadOnlyList<Proof> Proofs => Found.Proofs;

    /// <summary>The codes that calls were given, the decoys among them.</summary>
    public IReadOnlyList<GivenCode> Given => Found.Given;

    // Found once for the steps as they are: the rules ask for them again and again.
    (List<Proof> Proofs, List<GivenCode> Given) Found
    {
        get
        {
            if (found is { Steps: var steps, Proofs: var proofs, Given: var given } && steps == Steps)
            {
                return (proofs, given);
            }

            (proofs, given) = ([], []);
            foreach (var step in Steps)
            {
                foreach (var call in step.Changed)
                {
                    var before = step.Before.Contacts.FirstOrDefault(before => before.Contact == call.Contact);
                    if (call.Reached is { } reached && before?.Reached != reached)
                    {
                        proofs.Add(new Proof(step.At, $"{call.Contact}", reached, step.By));
                    }

                    if (call.Pending is { } code && before?.Pending?.Nonce != code.Nonce)
                    {
                        given.Add(new GivenCode(step.At, code, step.By));
                    }
                }
            }

            found = (Steps, proofs, given);
            return (proofs, given);
        }
    }

    /// <summary>The digits of a code, as they were handed to the service; null when they never were. The request that stored a code hands it
    /// over; where that died, a later one does, while no other code has taken its place.</summary>
    public string? DigitsOf(GivenCode code)
    {
        var until = Given.FirstOrDefault(next => next.At > code.At && next.Code.Contact == code.Code.Contact)?.At ?? Instant.MaxValue;
        return (Codes.FirstOrDefault(message => message.By == code.By)
            ?? Codes.FirstOrDefault(message => message.By.Asked is { } asked && asked.Wish.First == $"{code.Code.Contact}"
                && message.HandedAt >= code.At && message.HandedAt < until && !Given.Any(other => other.By == message.By)))
            is { } found ? Digits(found) : null;
    }

    /// <summary>The six digits in a message.</summary>
    public static string Digits(Publishing code) => Shop.CodeIn(code.Body);
}

/// <summary>One write of what was tried.</summary>
sealed record ProofStep(Instant At, OrderVerification Before, OrderVerification After, Invocation By)
{
    /// <summary>The calls that it says something new of.</summary>
    public IEnumerable<ContactVerification> Changed => After.Contacts.Where(call => !Before.Contacts.Any(before => ReferenceEquals(before, call)));
}

/// <summary>Something that a call has proved.</summary>
/// <param name="At">When it was stored.</param>
/// <param name="Call">The call's first contact.</param>
/// <param name="By">The function that judged what was keyed in.</param>
sealed record Proof(Instant At, string Call, ReachedAssurance Reached, Invocation By);

/// <summary>A code that a call was given.</summary>
/// <param name="At">When it was stored.</param>
/// <param name="By">The function that was asked for it.</param>
sealed record GivenCode(Instant At, PendingCode Code, Invocation By);
