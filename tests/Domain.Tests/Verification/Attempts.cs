using NodaTime;
using static OrderHotline.Domain.Tests.Proofs;

namespace OrderHotline.Domain.Tests;

/// <summary>What a call does about one order.</summary>
/// <param name="Kind">What.</param>
/// <param name="Call">Which call.</param>
/// <param name="Operation">What it wants.</param>
/// <param name="Entered">Which of the codes so far is keyed in, counted from the latest; any other number is a wrong one.</param>
/// <param name="After">How long after the act before.</param>
sealed record Act(Act.What Kind, int Call, Operation Operation, int Entered, Duration After)
{
    public enum What
    {
        AskForACode,
        AskWhereNoneMayBeSent,
        NoteThatItWasSent,
        NoteThatItWasRefused,
        TryACode,
        TryAFactor,
    }
}

/// <summary>Acts played one after another, with a record of them that knows nothing of how they were decided.</summary>
/// <param name="tamper">Spoils what is stored before each act, as a fault would.</param>
sealed class Attempts(Func<OrderVerification, Instant, OrderVerification> tamper)
{
    readonly List<Issued> issued = [];
    readonly Dictionary<int, List<Instant>> wrong = [];
    readonly Dictionary<int, Instant> latest = [];
    readonly List<Instant> codes = [];
    readonly List<Instant> factors = [];
    OrderVerification tried = Nothing;
    Instant now = Samples.Now;

    sealed record Issued(int Call, Operation For, Instant At, bool IsDecoy)
    {
        public bool WasRight { get; set; }

        public bool IsDecoy { get; set; } = IsDecoy;
    }

    /// <summary>Each way in which a rule was broken.</summary>
    public List<string> Breaches { get; } = [];

    public Attempts Play(IEnumerable<Act> acts)
    {
        foreach (var act in acts)
        {
            now += act.After;
            tried = tamper(tried, now);
            Play(act);
            Check(tried.Contacts.Length <= OrderVerification.MostContacts, "more calls are remembered than may be");
            Check(tried.Contacts.All(call => call.WrongAttempts.Length <= ContactVerification.MostWrongAttempts), "more wrong answers are remembered than lock");
            Check(tried.CodesSent.Length <= OrderVerification.MostCodes, "more codes are remembered than may be sent");
            Check(tried.WrongFactors.Length <= OrderVerification.MostWrongFactors, "more wrong ends are remembered than lock");
        }

        return this;
    }

    void Play(Act act)
    {
        var call = Call($"call-{act.Call}");
        var pending = tried.Contacts.FirstOrDefault(known => known.Contact == call)?.Pending;
        switch (act.Kind)
        {
            case Act.What.AskForACode or Act.What.AskWhereNoneMayBeSent:
                Asked(act, tried.RequestCode(call, act.Operation, act.Kind is Act.What.AskForACode, $"{issued.Count}", "k1", now));
                break;
            case Act.What.NoteThatItWasSent when pending is { Sending: CodeSending.Owed }:
                tried = tried.NoteSending(pending, isTaken: true, now) ?? tried;
                break;
            case Act.What.NoteThatItWasRefused when pending is { Sending: CodeSending.Owed }:
                issued[int.Parse(pending.Nonce, System.Globalization.CultureInfo.InvariantCulture)].IsDecoy = true;
                tried = tried.NoteSending(pending, isTaken: false, now) ?? tried;
                break;
            case Act.What.TryACode:
                var entered = $"{issued.Count - 1 - act.Entered}";
                var compared = false;
                Tried(act, entered, isACode: true, tried.TryCode(call, act.Operation, code => (compared = true) && code.Nonce == entered, [$"code {entered}"], now));
                Check(!compared || Wrong(act.Call).Count <= ContactVerification.MostWrongAttempts, "a locked call's code was compared");
                break;
            case Act.What.TryAFactor:
                Tried(act, $"{act.Entered}", isACode: false, tried.TryFactor(call, act.Operation, act.Entered == 0, [$"factor {act.Entered}"], now));
                break;
        }
    }

    void Asked(Act act, CodeRequestDecision decision)
    {
        Check(!IsLocked(act.Call) || decision is CodeRequestDecision.Locked, "a locked call got a code");
        if (decision is not CodeRequestDecision.NewCode(var code, var after))
        {
            return;
        }

        tried = after;
        latest[act.Call] = now;
        issued.Add(new Issued(act.Call, act.Operation, now, code.Sending is CodeSending.Decoy));
        if (code.Sending is not CodeSending.Decoy)
        {
            Check(act.Kind is Act.What.AskForACode, "a code was sent where none may be");
            Check(WithinADay(codes) < OrderVerification.MostCodes, "more codes were sent for an order than may be");
            codes.Add(now);
        }
    }

    void Tried(Act act, string entered, bool isACode, VerificationDecision decision)
    {
        var wasLocked = IsLocked(act.Call);
        switch (decision)
        {
            case VerificationDecision.Verified(var after):
                Check(!wasLocked, "a locked call was verified");
                tried = after;
                latest[act.Call] = now;
                if (isACode)
                {
                    Right(act, entered);
                }
                else
                {
                    Check(WithinADay(factors) < OrderVerification.MostWrongFactors, "the end of the number was right after its lock");
                }

                break;
            case VerificationDecision.Wrong { After: { } counted }:
                Counted(act, isACode, counted);
                break;
            case VerificationDecision.Locked { After: { } counted }:
                Counted(act, isACode, counted);
                Check(IsLocked(act.Call), "a call was locked too early");
                break;
        }
    }

    void Counted(Act act, bool isACode, OrderVerification counted)
    {
        Check(!IsLocked(act.Call), "a locked call was compared again");
        tried = counted;
        Wrong(act.Call).Add(now);
        latest[act.Call] = now;
        if (!isACode)
        {
            factors.Add(now);
            Check(WithinADay(factors) <= OrderVerification.MostWrongFactors, "the end of the number was wrong more often than locks it");
        }
    }

    void Right(Act act, string entered)
    {
        var code = issued[int.Parse(entered, System.Globalization.CultureInfo.InvariantCulture)];
        Check(!code.WasRight, "a code was right twice");
        Check(!code.IsDecoy, "a decoy was right");
        Check(code.Call == act.Call, "a code was right in another call");
        Check(code.For >= act.Operation, "a code was right for what risks more");
        Check(now - code.At < Duration.FromMinutes(5), "a code was right after five minutes");
        code.WasRight = true;
    }

    bool IsLocked(int call) => Wrong(call).Count >= ContactVerification.MostWrongAttempts;

    // A call that does nothing for a day is forgotten, and its failures with it. Every wrong answer, new code and proof is something.
    List<Instant> Wrong(int call)
    {
        var times = wrong.TryGetValue(call, out var known) ? known : wrong[call] = [];
        if (latest.TryGetValue(call, out var at) && now - at >= OrderVerification.Window)
        {
            times.Clear();
        }

        return times;
    }

    int WithinADay(List<Instant> times) => times.Count(at => now - at < OrderVerification.Window);

    void Check(bool isSo, string breach)
    {
        if (!isSo)
        {
            Breaches.Add(breach);
        }
    }
}
