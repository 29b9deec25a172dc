using static OrderHotline.ContactFlows.SheetWords;

namespace OrderHotline.ContactFlows;

/// <summary>Actions that reach beyond the contact: functions, tasks, cases and customer profiles.</summary>
static class Interactions
{
    const string NoneFound = "NoneFoundError";

    public static readonly IReadOnlyList<KeyValuePair<string, Func<FlowAction, ActionSheet>>> Sheets =
    [
        Always(new("InvokeLambdaFunction")
        {
            Parameters =
            [
                Must("LambdaFunctionARN", Text),
                Must("InvocationTimeLimitSeconds", Number(1, 60)),
                May("InvocationType", Word("SYNCHRONOUS", "ASYNCHRONOUS")),
                May("LambdaInvocationAttributes", Map),
                May("ResponseValidation", Group(Must("ResponseType", Word("STRING_MAP", "JSON")))),
            ],
            // Objects and lists can be passed since 2025.
            HasTypedValues = true,
            Errors = AnyError,
        }),
        Always(new("CreateCallbackContact")
        {
            Parameters =
            [
                Must("InitialCallDelaySeconds", Number(0, 259_200)),
                Must("MaximumConnectionAttempts", Number(0, 1000)),
                Must("RetryDelaySeconds", Number(0, 259_200)),
                May("QueueId", FixedOrReference),
                May("AgentId", FixedOrReference),
                May("ContactFlowId", FixedOrReference),
                May("CallerId", Anything),
            ],
            Alternatives = [AtMostOneOf("QueueId", "AgentId")],
            Errors = AnyError,
            NotIn = WhispersAndHolds,
        }),
        Always(new("CreateTask") { Errors = AnyError, Alternatives = [AtMostOneOf("DelaySeconds", "ScheduledTime")] }),
        Always(new("CreateCase") { Errors = AnyError, OtherErrors = ["ContactNotLinked"] }),
        Always(new("GetCase") { Errors = AnyError, OtherErrors = ["ContactNotLinked", "MultipleFound", "NoneFound"] }),
        Always(new("UpdateCase") { Errors = AnyError, OtherErrors = ["ContactNotLinked"] }),
        Always(new("GetCustomerProfile")
        {
            Parameters = [Must("ProfileRequestData", Anything), May("ProfileResponseData", Anything)],
            Errors = [FlowErrors.NoMatchingError, "MultipleFoundError", NoneFound],
        }),
        Always(new("GetCustomerProfileObject") { Errors = [FlowErrors.NoMatchingError, NoneFound] }),
        Always(new("GetCalculatedAttributesForCustomerProfile") { Errors = [FlowErrors.NoMatchingError, NoneFound] }),
        Always(new("CreateCustomerProfile") { Errors = AnyError }),
        Always(new("UpdateCustomerProfile") { Errors = AnyError }),
        Always(new("AssociateContactToCustomerProfile") { Errors = AnyError }),
        ByName("EvaluateDataTableValues"),
        ByName("ListDataTableValues"),
        ByName("UpsertDataTableValues"),
    ];
}
