using System.Collections.Frozen;
using System.Collections.Immutable;
using OrderHotline.Application;

namespace OrderHotline.Adapters.Connect;

/// <summary>The call contract of one function as a table: what a flow can pass to it, and what it can read in its reply.</summary>
/// <param name="Keys">Every key of the reply, with all the values it can have; without any when it can have many.</param>
/// <param name="Outcomes">Every outcome of the function.</param>
/// <param name="Parameters">The parameters that the function reads.</param>
/// <param name="NeededParameters">Parameters of which at least one must be passed; none when it can do without.</param>
public sealed record ConnectContract(
    FrozenDictionary<string, ImmutableArray<string>> Keys,
    ImmutableArray<Outcome> Outcomes,
    ImmutableArray<string> Parameters,
    ImmutableArray<string> NeededParameters)
{
    /// <summary>The key that says what happened; its values are <see cref="Outcomes"/>.</summary>
    public const string OutcomeKey = "outcome";

    static readonly ImmutableArray<string> Anything = [];
    static readonly ImmutableArray<string> Flags = ["True", "False", Reply.None];

    static readonly ImmutableArray<string> LastChange = ["Cancelled", KnownOrder.Rescheduled, Reply.None];
    static readonly ImmutableArray<string> LastText = ["Owed", "Delayed", "Accepted", "Refused", Reply.None];

    static readonly ConnectContract OrderTableRead = Table(
        Application.Outcomes.OfLookingUp,
        offers: Flags,
        parameters: ["CallerID"],
        needed: [],
        new("recordFound", Flags),
        new("customerName", Anything),
        new("orderId", Anything),
        new("orderedItem", Anything),
        new(KnownOrder.SpokenItemKey, Anything),
        new("isCancel", Flags));

    static readonly ConnectContract CancelOrder = Table(
        Application.Outcomes.OfCancelling,
        offers: Flags,
        parameters: ["CallerID", "orderId"],
        needed: []);

    static readonly ConnectContract ChangeOrderDate = Table(
        Application.Outcomes.OfRescheduling,
        offers: Flags,
        parameters: ["CallerID", "orderId", "shippingDate", "spokenDate"],
        needed: ["shippingDate", "spokenDate"]);

    static readonly ConnectContract RequestCode = TableOfVerification(
        Application.Outcomes.OfRequestingACode,
        parameters: ["CallerID", "orderId", "operation"],
        needed: ["operation"]);

    static readonly ConnectContract VerifyCaller = TableOfVerification(
        Application.Outcomes.OfVerifying,
        parameters: ["CallerID", "orderId", "operation", "code", "lastFour"],
        needed: ["code", "lastFour"]);

    static readonly ConnectContract VouchForCaller = TableOfVerification(
        Application.Outcomes.OfVouching,
        parameters: ["CallerID", "orderId"],
        needed: []);

    /// <summary>The functions to which a caller can be let through, by the names that <c>operation</c> takes.</summary>
    internal static ImmutableArray<string> VerifiedFunctions { get; } =
        [nameof(ConnectFunction.OrderTableRead), nameof(ConnectFunction.ChangeOrderDate), nameof(ConnectFunction.CancelOrder)];

    /// <summary>The intents on which the dialogue ends, each of which a flow needs a branch for.</summary>
    public static ImmutableArray<string> Intents { get; } =
        [BotNames.ChangeDate, BotNames.CancelOrder, BotNames.Operator, BotNames.Goodbye];

    /// <summary>The contract of one function.</summary>
    public static ConnectContract For(ConnectFunction function) => function switch
    {
        ConnectFunction.OrderTableRead => OrderTableRead,
        ConnectFunction.CancelOrder => CancelOrder,
        ConnectFunction.ChangeOrderDate => ChangeOrderDate,
        ConnectFunction.RequestCode => RequestCode,
        ConnectFunction.VerifyCaller => VerifyCaller,
        ConnectFunction.VouchForCaller => VouchForCaller,
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, "Connect calls no such function."),
    };

    // Every function can be asked what makes no sense, and every function can fail.
    static ConnectContract Table(
        ImmutableArray<Outcome> outcomes,
        ImmutableArray<string> offers,
        ImmutableArray<string> parameters,
        ImmutableArray<string> needed,
        params ReadOnlySpan<KeyValuePair<string, ImmutableArray<string>>> own)
    {
        ImmutableArray<Outcome> all = [.. outcomes, Outcome.InvalidRequest, Outcome.Unavailable];
        KeyValuePair<string, ImmutableArray<string>>[] keys =
        [
            new("lambdaResult", ["Success", "Error"]),
            new(OutcomeKey, [.. all.Select(outcome => outcome.ToString())]),
            new("message", Anything),
            new("question", Anything),
            new("canCancel", offers),
            new("canReschedule", offers),
            new("earliestDate", Anything),
            new("latestDate", Anything),
            new("orderState", StandingNames.All),
            new("shippingDate", Anything),
            new("shippedDate", Anything),
            new("lastChange", LastChange),
            new("lastText", LastText),
            new(VerificationWays.Key, VerificationWays.All),
            .. own,
        ];
        return new(keys.ToFrozenDictionary(), all, parameters, needed);
    }

    // Nothing of an order is in their replies: whoever may not hear of it must not learn by them whether there is one.
    static ConnectContract TableOfVerification(
        ImmutableArray<Outcome> outcomes, ImmutableArray<string> parameters, ImmutableArray<string> needed)
    {
        ImmutableArray<Outcome> all = [.. outcomes, Outcome.InvalidRequest, Outcome.Unavailable];
        KeyValuePair<string, ImmutableArray<string>>[] keys =
        [
            new("lambdaResult", ["Success", "Error"]),
            new(OutcomeKey, [.. all.Select(outcome => outcome.ToString())]),
            new("message", Anything),
        ];
        return new(keys.ToFrozenDictionary(), all, parameters, needed);
    }
}
