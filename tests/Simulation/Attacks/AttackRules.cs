namespace OrderHotline.Simulation;

/// <summary>What must be true whatever attackers do, a sentence each.</summary>
static class AttackRules
{
    public const string HistorySaysWhatThePolicyAsksFor = "Every change has in its history an assurance that the policy allows for it";
    public const string NothingWithoutProof = "No call changes an order without having proved what the policy asks for";
    public const string InItsOwnCall = "A code is right in its own call";
    public const string ForItsOwnOrder = "A code is right for its own order";
    public const string ForNothingRiskier = "A code is right for nothing that risks more";
    public const string WithinFiveMinutes = "A code is right within five minutes";
    public const string NeverADecoy = "A code that was never sent is never right";
    public const string IsGone = "A code that was right is gone";
    public const string NoOther = "Nothing else is right";
    public const string NotWhenLocked = "A call that has failed three times is not verified";
    public const string TwoWrongAnswers = "No call is told of more than two answers that they are wrong";
    public const string ThreeWrongEnds = "No more than three ends of an order's number are wrong in a day";
    public const string NoEndOnceLocked = "The end of a number is not right once it is locked";
    public const string NoEndForCancelling = "The end of a number lets nobody cancel";
    public const string ThreeCodesAnOrder = "No more than three codes are sent for an order in a day";
    public const string AllCodesOfADay = "No more codes are sent on a day than the shop wants to pay for";
    public const string ToTheOwner = "A code goes to the number on the order and to no other";
    public const string SameWords = "Whoever asks for a code hears the same, whatever becomes of it";
    public const string OnlyAnOperatorsWord = "Nobody's word is taken but that of an operator who is connected to that very call";
    public const string NeverAtFault = "The line is not at fault where nothing went wrong";
    public const string AsLuckHasIt = "Guesses are right as often as luck has it";

    public static IReadOnlyList<string> All { get; } =
    [
        HistorySaysWhatThePolicyAsksFor, NothingWithoutProof, InItsOwnCall, ForItsOwnOrder,
        ForNothingRiskier, WithinFiveMinutes, NeverADecoy, IsGone,
        NoOther, NotWhenLocked, TwoWrongAnswers, ThreeWrongEnds,
        NoEndOnceLocked, NoEndForCancelling, ThreeCodesAnOrder, AllCodesOfADay,
        ToTheOwner, SameWords, OnlyAnOperatorsWord, NeverAtFault, AsLuckHasIt,
    ];
}

/// <summary>A rule that an attack has broken.</summary>
sealed record Breach(string Rule, string How)
{
    public override string ToString() => $"{Rule}. {How}";
}
