using System.Text;

namespace OrderHotline.ContactFlows.Tests;

/// <summary>A small flow that nothing is wrong with: it asks, calls two functions of the line and hands over to the bot.</summary>
static class ValidFlow
{
    public const string Name = "OrderMenu";

    static readonly string[] NoDate =
    [
        "OrderIsCancelled", "TooLateToReschedule", "WhichDay", "DateNotUnderstood", "DateInThePast", "DateTooSoon", "DateTooFar",
        "NotAShippingDay", "NoOrder", "CallerUnidentified", "InvalidRequest", "Unavailable",
    ];

    public static string Json { get; } = Flow(
        Action("hear", "MessageParticipant", """{"Text":"Hello, $.Attributes.greeting !"}""", "read", "NoMatchingError"),
        Action(
            "read",
            "InvokeLambdaFunction",
            """{"LambdaFunctionARN":"${OrderTableRead.Arn}","InvocationTimeLimitSeconds":"8"}""",
            "found",
            "NoMatchingError"),
        Action(
            "found",
            "Compare",
            """{"ComparisonValue":"$.External.outcome"}""",
            "bye",
            "NoMatchingCondition",
            Branch("keep", "OrderFound"),
            Branch("bye", "NoOrder", "CallerUnidentified", "InvalidRequest", "Unavailable")),
        Action(
            "keep",
            "UpdateContactAttributes",
            """{"Attributes":{"orderId":"$.External.orderId","greeting":"again"},"TargetContact":"Current"}""",
            "note",
            "NoMatchingError"),
        Action("note", "UpdateFlowAttributes", """{"FlowAttributes":{"step":{"Value":"1"}}}""", "hours", "NoMatchingError"),
        Action(
            "hours", "CheckHoursOfOperation", """{}""", "bye", "NoMatchingError", Branch("tries", "True"), Branch("bye", "False")),
        Action(
            "tries", "Loop", """{"LoopCount":"3"}""", "bye", "", Branch("menu", "ContinueLooping"), Branch("bye", "DoneLooping")),
        Action(
            "menu",
            "GetParticipantInput",
            """{"Text":"Press 1.","StoreInput":"False","InputTimeLimitSeconds":"5"}""",
            "tries",
            "NoMatchingError NoMatchingCondition InputTimeLimitExceeded",
            Branch("date", "1"),
            Branch("bot", "2")),
        Action(
            "date",
            "GetParticipantInput",
            """
            {"Text":"Which day?","StoreInput":"True","InputTimeLimitSeconds":"5",
            "InputValidation":{"CustomValidation":{"MaximumLength":"4"}}}
            """,
            "move",
            "NoMatchingError"),
        Action(
            "move",
            "InvokeLambdaFunction",
            """
            {"LambdaFunctionARN":"${ChangeOrderDate.Arn}","InvocationTimeLimitSeconds":"8",
            "LambdaInvocationAttributes":{"orderId":"$.Attributes.orderId","spokenDate":"$.StoredCustomerInput"}}
            """,
            "moved",
            "NoMatchingError"),
        Action(
            "moved",
            "Compare",
            """{"ComparisonValue":"$.External.outcome"}""",
            "bye",
            "NoMatchingCondition",
            Branch("tell", "Rescheduled", "Unchanged"),
            Branch("bye", NoDate)),
        Action("tell", "MessageParticipant", """{"SSML":"<speak>$.External.message です</speak>"}""", "hook", "NoMatchingError"),
        Action(
            "hook",
            "UpdateContactEventHooks",
            """{"EventHooks":{"CustomerQueue":"${WhileWaiting.ContactFlowArn}"}}""",
            "bot",
            "NoMatchingError"),
        Action(
            "bot",
            "ConnectParticipantWithLexBot",
            """{"Text":"How can I help?","LexV2Bot":{"AliasArn":"${OrderBotAlias.Arn}"}}""",
            "bye",
            "NoMatchingError NoMatchingCondition",
            Branch("heard", "ChangeDate", "CancelOrder"),
            Branch("bye", "Operator", "Repeat", "FallbackIntent")),
        Action(
            "heard",
            "MessageParticipant",
            """{"Text":"$.Lex.IntentName, step $.FlowAttributes.step"}""",
            "bye",
            "NoMatchingError"),
        Action("bye", "DisconnectParticipant", """{}""", next: null, ""));

    /// <summary>A flow of these actions; the first runs first.</summary>
    public static string Flow(params string[] actions)
    {
        var first = actions[0].Split('"')[3];
        return $$"""
            {"Version":"2019-10-30","StartAction":"{{first}}","Metadata":{"type":"contactFlow"},
            "Actions":[
            {{string.Join(",\n", actions)}}
            ]}
            """;
    }

    /// <summary>One action; every error leads to <c>bye</c>.</summary>
    public static string Action(
        string identifier, string type, string parameters, string? next, string errors, params string[] conditions)
    {
        var transitions = new StringBuilder();
        if (next is not null)
        {
            var branches = errors.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(error => $$"""{"NextAction":"bye","ErrorType":"{{error}}"}""");
            transitions.Append($"\"NextAction\":\"{next}\",\"Errors\":[{string.Join(',', branches)}]")
                .Append($",\"Conditions\":[{string.Join(',', conditions)}]");
        }

        return $$$"""
            {"Identifier":"{{{identifier}}}","Type":"{{{type}}}","Parameters":{{{parameters}}},"Transitions":{ {{{transitions}}} }}
            """;
    }

    /// <summary>Conditions that lead to one action.</summary>
    public static string Branch(string next, params string[] operands) => string.Join(',', operands.Select(operand =>
        $$$"""{"NextAction":"{{{next}}}","Condition":{"Operator":"Equals","Operands":["{{{operand}}}"]}}"""));
}
