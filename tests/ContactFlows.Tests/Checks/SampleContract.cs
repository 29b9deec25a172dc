using System.Collections.Frozen;
using System.Collections.Immutable;

namespace OrderHotline.ContactFlows.Tests;

/// <summary>Functions and a bot such as a shop might have, for flows to be checked against.</summary>
static class SampleContract
{
    static readonly ImmutableArray<string> Anything = [];

    public static FlowContract Shop { get; } = new(
        [
            Function(
                "OrderTableRead",
                parameters: ["CallerID"],
                needed: [],
                ["OrderFound", "NoOrder", "CallerUnidentified"],
                "orderId",
                "orderedItem"),
            Function("CancelOrder", parameters: ["orderId"], needed: [], ["Cancelled", "AlreadyCancelled", "TooLateToCancel"]),
            Function(
                "ChangeOrderDate",
                parameters: ["orderId", "shippingDate", "spokenDate"],
                needed: ["shippingDate", "spokenDate"],
                [
                    "Rescheduled", "Unchanged", "OrderIsCancelled", "TooLateToReschedule", "WhichDay", "DateNotUnderstood", "DateInThePast",
                    "DateTooSoon", "DateTooFar", "NotAShippingDay", "NoOrder", "CallerUnidentified",
                ]),
        ],
        [new BotContract(["OrderBotAlias"], ["ChangeDate", "CancelOrder", "Operator", "Repeat", "FallbackIntent"])]);

    static FunctionContract Function(
        string name,
        ImmutableArray<string> parameters,
        ImmutableArray<string> needed,
        ImmutableArray<string> outcomes,
        params string[] moreKeys) => new(
        name,
        parameters,
        needed,
        moreKeys.Append("message").ToDictionary(key => key, _ => Anything)
            .Append(new("outcome", [.. outcomes, "InvalidRequest", "Unavailable"]))
            .ToFrozenDictionary(),
        OutcomeKey: "outcome");
}
