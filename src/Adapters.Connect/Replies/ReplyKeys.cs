using System.Collections.Frozen;
using System.Collections.Immutable;

namespace OrderHotline.Adapters.Connect;

/// <summary>What a flow can read in a function's reply, and what it can pass: <see cref="OrderReplies"/> as a table.</summary>
/// <param name="Keys">Every key, with all the values it can have; without any when it can have many.</param>
/// <param name="Outcomes">Every outcome of the function.</param>
/// <param name="Parameters">The parameters that the function reads.</param>
/// <param name="Needed">Parameters of which at least one must be passed; none when it can do without.</param>
sealed record ReplyKeys(
    FrozenDictionary<string, ImmutableArray<string>> Keys,
    ImmutableArray<Outcome> Outcomes,
    ImmutableArray<string> Parameters,
    ImmutableArray<string> Needed)
{
    /// <summary>The key that says what happened.</summary>
    public const string Outcome = "outcome";

    static readonly ImmutableArray<string> Anything = [];
    static readonly ImmutableArray<string> Flags = ["True", "False", Reply.None];

    // A cancelled order can be neither cancelled nor moved, and a failure leaves both unknown.
    static readonly ImmutableArray<string> NeverTrue = ["False", Reply.None];

    static readonly ImmutableArray<string> LastChange = ["Cancelled", "Rescheduled", Reply.None];
    static readonly ImmutableArray<string> LastText = ["Owed", "Delayed", "Accepted", "Refused", Reply.None];

    static readonly ReplyKeys OrderTableRead = Table(
        [Connect.Outcome.OrderFound, Connect.Outcome.NoOrder, Connect.Outcome.CallerUnidentified],
        offers: Flags,
        parameters: ["CallerID"],
        needed: [],
        new("recordFound", Flags),
        new("customerName", Anything),
        new("orderId", Anything),
        new("orderedItem", Anything),
        new("shippingDate", Anything),
        new("isCancel", Flags));

    static readonly ReplyKeys CancelOrder = Table(
        [
            Connect.Outcome.Cancelled,
            Connect.Outcome.AlreadyCancelled,
            Connect.Outcome.TooLateToCancel,
            Connect.Outcome.NoOrder,
            Connect.Outcome.CallerUnidentified,
        ],
        offers: NeverTrue,
        parameters: ["orderId"],
        needed: []);

    static readonly ReplyKeys ChangeOrderDate = Table(
        [
            Connect.Outcome.Rescheduled,
            Connect.Outcome.Unchanged,
            Connect.Outcome.OrderIsCancelled,
            Connect.Outcome.TooLateToReschedule,
            Connect.Outcome.WhichDay,
            Connect.Outcome.DateNotUnderstood,
            Connect.Outcome.DateInThePast,
            Connect.Outcome.DateTooSoon,
            Connect.Outcome.DateTooFar,
            Connect.Outcome.NotAShippingDay,
            Connect.Outcome.NoOrder,
            Connect.Outcome.CallerUnidentified,
        ],
        offers: Flags,
        parameters: ["orderId", "shippingDate", "spokenDate"],
        needed: ["shippingDate", "spokenDate"]);

    /// <summary>The table of one function.</summary>
    public static ReplyKeys Of(ConnectFunction function) => function switch
    {
        ConnectFunction.OrderTableRead => OrderTableRead,
        ConnectFunction.CancelOrder => CancelOrder,
        ConnectFunction.ChangeOrderDate => ChangeOrderDate,
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, "Connect calls no such function."),
    };

    // Every function can be asked what makes no sense, and every function can fail.
    static ReplyKeys Table(
        ImmutableArray<Outcome> outcomes,
        ImmutableArray<string> offers,
        ImmutableArray<string> parameters,
        ImmutableArray<string> needed,
        params ReadOnlySpan<KeyValuePair<string, ImmutableArray<string>>> own)
    {
        ImmutableArray<Outcome> all = [.. outcomes, Connect.Outcome.InvalidRequest, Connect.Outcome.Unavailable];
        KeyValuePair<string, ImmutableArray<string>>[] keys =
        [
            new("lambdaResult", ["Success", "Error"]),
            new(Outcome, [.. all.Select(outcome => outcome.ToString())]),
            new("message", Anything),
            new("canCancel", offers),
            new("canReschedule", offers),
            new("earliestDate", Anything),
            new("latestDate", Anything),
            new("lastChange", LastChange),
            new("lastText", LastText),
            .. own,
        ];
        return new(keys.ToFrozenDictionary(), all, parameters, needed);
    }
}
