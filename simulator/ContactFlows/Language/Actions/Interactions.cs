using static OrderHotline.ContactFlows.SchemaDsl;

namespace OrderHotline.ContactFlows;

/// <summary>Actions that reach beyond the contact: functions, tasks, cases and customer profiles.</summary>
static class Interactions
{
    const string NoneFound = "NoneFoundError";
    const string Asynchronous = "ASYNCHRONOUS";

    static readonly ActionSchema Function = InvokeLambdaFunction(mostSeconds: 8);

    static readonly ActionSchema FunctionInTheBackground = InvokeLambdaFunction(mostSeconds: 60);

    public static readonly IReadOnlyList<KeyValuePair<string, Func<FlowAction, ActionSchema>>> Schemas =
    [
        Depending(ActionTypes.InvokeLambdaFunction, action =>
            action.Parameter("InvocationType") == Asynchronous ? FunctionInTheBackground : Function),
        Always(new(ActionTypes.CreateCallbackContact)
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
                May("CallbackMode", Text),
            ],
            Alternatives = [AtMostOneOf("QueueId", "AgentId")],
            Errors = AnyError,
            NotIn = WhispersAndHolds,
        }),
        Always(new(ActionTypes.CreateTask) { Errors = AnyError, Alternatives = [AtMostOneOf("DelaySeconds", "ScheduledTime")] }),
        Always(new(ActionTypes.CreateCase) { Errors = AnyError, OtherErrors = ["ContactNotLinked"] }),
        Always(new(ActionTypes.GetCase) { Errors = AnyError, OtherErrors = ["ContactNotLinked", "MultipleFound", "NoneFound"] }),
        Always(new(ActionTypes.UpdateCase) { Errors = AnyError, OtherErrors = ["ContactNotLinked"] }),
        Always(new(ActionTypes.GetCustomerProfile)
        {
            Parameters = [Must("ProfileRequestData", Anything), May("ProfileResponseData", Anything)],
            Errors = [FlowErrors.NoMatchingError, "MultipleFoundError", NoneFound],
        }),
        Always(new(ActionTypes.GetCustomerProfileObject) { Errors = [FlowErrors.NoMatchingError, NoneFound] }),
        Always(new(ActionTypes.GetCalculatedAttributesForCustomerProfile) { Errors = [FlowErrors.NoMatchingError, NoneFound] }),
        Always(new(ActionTypes.CreateCustomerProfile) { Errors = AnyError }),
        Always(new(ActionTypes.UpdateCustomerProfile) { Errors = AnyError }),
        Always(new(ActionTypes.AssociateContactToCustomerProfile) { Errors = AnyError }),
        ByName(ActionTypes.EvaluateDataTableValues),
        ByName(ActionTypes.ListDataTableValues),
        ByName(ActionTypes.UpsertDataTableValues),
    ];

    static ActionSchema InvokeLambdaFunction(int mostSeconds) => new(ActionTypes.InvokeLambdaFunction)
    {
        Parameters =
        [
            Must("LambdaFunctionARN", Text),
            Must("InvocationTimeLimitSeconds", Number(1, mostSeconds)),
            May("InvocationType", Word("SYNCHRONOUS", Asynchronous)),
            May("LambdaInvocationAttributes", Map),
            May("ResponseValidation", Group(Must("ResponseType", Word("STRING_MAP", "JSON")))),
        ],
        // Objects and lists can be passed since 2025.
        HasTypedValues = true,
        Errors = AnyError,
    };
}
