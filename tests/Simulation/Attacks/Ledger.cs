using NodaTime;
using OrderHotline.Adapters.Connect;
using OrderHotline.Domain;
using static OrderHotline.Simulation.AttackRules;

namespace OrderHotline.Simulation;

/// <summary>A code that was asked for in a call, as whoever held the telephone read it.</summary>
/// <param name="IsDecoy">Whether nobody was sent it: its digits are what would have been right.</param>
sealed record SeenCode(string Call, OrderId Order, ConnectFunction For, string Digits, Instant At, bool IsDecoy)
{
    public bool WasRight { get; set; }
}

/// <summary>What is true of who has proved what, kept beside the line and without asking it.</summary>
sealed class Ledger(List<Breach> breaches)
{
    static readonly Duration CodesLive = Duration.FromMinutes(5);
    static readonly Duration ProofsLive = Duration.FromHours(1);
    static readonly Duration Day = Duration.FromDays(1);

    readonly List<(string Call, OrderId Order, Assurance Level, ConnectFunction For, Instant At)> proved = [];
    readonly Dictionary<(string Call, OrderId Order), (HashSet<string> Answers, int Told, Instant Latest)> wrong = [];
    readonly List<(OrderId Order, Instant At)> wrongEnds = [];

    public List<SeenCode> Codes { get; } = [];

    /// <summary>Guesses that were compared with a code, and with the end of a number, and how many of them were right.</summary>
    public (int Codes, int RightCodes, int Ends, int RightEnds) Guesses { get; private set; }

    /// <summary>The code that a call was sent last for an order; a decoy where it was sent none.</summary>
    public SeenCode? LatestOf(Call call, OrderId order) => Codes.FindLast(code => code.Call == call.Id && code.Order == order);

    public bool HasProved(Call call, OrderId order, Assurance level, ConnectFunction function, Instant at) => level <= Assurance.Number
        || (call.IsALogin && level <= Assurance.Factor)
        || proved.Exists(proof => proof.Call == call.Id && proof.Order == order && proof.Level >= level
            && Risk(proof.For) >= Risk(function) && at >= proof.At && at - proof.At < ProofsLive);

    public void Saw(SeenCode code)
    {
        Codes.Add(code);
        Check(code.IsDecoy || Codes.Count(sent => !sent.IsDecoy && sent.Order == code.Order && code.At - sent.At < Day) <= 3, ThreeCodesAnOrder, code);
        Remember(code.Call, code.Order, code.At);
    }

    /// <summary>Whether a call has failed too often.</summary>
    public bool IsLocked(Call call, OrderId order, Instant at) => Of(call, order, at).Answers.Count >= 3;

    /// <summary>A code was keyed in.</summary>
    /// <param name="isAGuess">Whether by who does not know it.</param>
    public void KeyedIn(Call call, OrderId order, ConnectFunction function, string digits, bool isAGuess, string outcome, Instant at)
    {
        var locked = IsLocked(call, order, at);
        var before = HasProved(call, order, Assurance.Possession, function, at);
        var live = LatestOf(call, order) is { WasRight: false } latest && at - latest.At < CodesLive && Risk(latest.For) >= Risk(function) ? latest : null;
        if (outcome == "Verified" && !before)
        {
            var right = live is { IsDecoy: false } && live.Digits == digits;
            Check(right || locked, Why(call, order, function, digits, at), $"{call.Id} {digits} {function}");
            Check(!locked, NotWhenLocked, $"{call.Id} {digits}");
            live?.WasRight = true;
            proved.Add((call.Id, order, Assurance.Possession, live?.For ?? function, at));
            Remember(call.Id, order, at);
            Guesses = isAGuess ? Guesses with { Codes = Guesses.Codes + 1, RightCodes = Guesses.RightCodes + 1 } : Guesses;
        }
        else if (!before && Failed(call, order, $"code {digits}", outcome, at) && isAGuess && live is { IsDecoy: false })
        {
            Guesses = Guesses with { Codes = Guesses.Codes + 1 };
        }
    }

    /// <summary>The end of an order's number was keyed in.</summary>
    /// <param name="canBeRight">Whether it could do, as the policy has it.</param>
    public void KeyedInTheEnd(Call call, Order order, ConnectFunction function, string end, bool canBeRight, bool isAGuess, string outcome, Instant at)
    {
        var before = HasProved(call, order.Id, Assurance.Factor, function, at) && !call.IsALogin;
        var isRight = order.Id.ToString()[^4..] == end;
        if (outcome == "Verified" && !before)
        {
            Check(function is not ConnectFunction.CancelOrder, NoEndForCancelling, call.Id);
            Check(isRight && canBeRight, NoOther, $"{call.Id} {end}");
            Check(WrongEnds(order.Id, at) < 3, NoEndOnceLocked, $"{call.Id} {end}");
            Check(!IsLocked(call, order.Id, at), NotWhenLocked, $"{call.Id} {end}");
            proved.Add((call.Id, order.Id, Assurance.Factor, function, at));
            Remember(call.Id, order.Id, at);
            Guesses = isAGuess ? Guesses with { Ends = Guesses.Ends + 1, RightEnds = Guesses.RightEnds + 1 } : Guesses;
        }
        else if (!before && Failed(call, order.Id, $"end {end}", outcome, at))
        {
            wrongEnds.Add((order.Id, at));
            Check(WrongEnds(order.Id, at) <= 3, ThreeWrongEnds, $"{order.Id}");
            Guesses = isAGuess && canBeRight ? Guesses with { Ends = Guesses.Ends + 1 } : Guesses;
        }
    }

    /// <summary>An operator's word was to be taken.</summary>
    public void Vouched(Call call, OrderId order, bool hasAnOperator, string outcome, Instant at)
    {
        if (outcome == "Verified")
        {
            Check(hasAnOperator, OnlyAnOperatorsWord, call.Id);
            proved.Add((call.Id, order, Assurance.Operator, ConnectFunction.CancelOrder, at));
            Remember(call.Id, order, at);
        }
    }

    /// <summary>What may be done only by who has proved something was done.</summary>
    public void Changed(Call call, Order order, Assurance needed, ConnectFunction function, Instant at) =>
        Check(HasProved(call, order.Id, needed, function, at), NothingWithoutProof, $"{call.Id} did {function}, which needs {needed}");

    public void Check(bool isSo, string rule, object how)
    {
        if (!isSo)
        {
            breaches.Add(new Breach(rule, $"{how}"));
        }
    }

    static int Risk(ConnectFunction function) => function switch
    {
        ConnectFunction.OrderTableRead => 0,
        ConnectFunction.ChangeOrderDate => 1,
        _ => 2,
    };

    int WrongEnds(OrderId order, Instant at) => wrongEnds.Count(end => end.Order == order && at - end.At < Day);

    // Whose it is and what it was for tells what should have kept it from being right.
    string Why(Call call, OrderId order, ConnectFunction function, string digits, Instant at) =>
        Codes.FindLast(code => code.Digits == digits) is not { } code ? NoOther
        : code.IsDecoy ? NeverADecoy
        : code.Order != order ? ForItsOwnOrder
        : code.Call != call.Id ? InItsOwnCall
        : Risk(code.For) < Risk(function) ? ForNothingRiskier
        : at - code.At >= CodesLive ? WithinFiveMinutes
        : code.WasRight ? IsGone
        : NoOther;

    // What a call failed at is forgotten a day after it did anything last.
    void Remember(string call, OrderId order, Instant at)
    {
        if (wrong.TryGetValue((call, order), out var failed) && at - failed.Latest < Day)
        {
            wrong[(call, order)] = failed with { Latest = at };
        }
    }

    // An answer that was compared. The third is told as locked, and so is every one after it, which is compared no more.
    bool Failed(Call call, OrderId order, string answer, string outcome, Instant at)
    {
        var failed = Of(call, order, at);
        if (outcome is not ("WrongCode" or "VerificationLocked") || (outcome == "VerificationLocked" && failed.Answers.Count >= 3) || !failed.Answers.Add(answer))
        {
            return false;
        }

        wrong[(call.Id, order)] = failed = (failed.Answers, failed.Told + (outcome == "WrongCode" ? 1 : 0), at);
        Check(failed.Told <= 2, TwoWrongAnswers, $"{call.Id} {answer}");
        return true;
    }

    (HashSet<string> Answers, int Told, Instant Latest) Of(Call call, OrderId order, Instant at) =>
        wrong.TryGetValue((call.Id, order), out var failed) && at - failed.Latest < Day ? failed : ([], 0, at);
}
