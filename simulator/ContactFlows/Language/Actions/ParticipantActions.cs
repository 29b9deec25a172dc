using static OrderHotline.ContactFlows.SchemaDsl;

namespace OrderHotline.ContactFlows;

/// <summary>Actions that the caller or the operator notices.</summary>
static class ParticipantActions
{
    static readonly ParameterSheet Keying = May("DTMFConfiguration", Group(
        May("InputTerminationSequence", Fixed),
        May("DisableCancelKey", Switch),
        May("InterdigitTimeLimitSeconds", NumberOrReference(1, 20))));

    static readonly ActionSchema Menu = new(ActionTypes.GetParticipantInput)
    {
        Speaks = true,
        Parameters = [.. Prompt, Must("InputTimeLimitSeconds", AtLeast(1)), May("StoreInput", Switch), Keying],
        Errors = [FlowErrors.NoMatchingError, FlowErrors.NoMatchingCondition, FlowErrors.InputTimeLimitExceeded],
        Branches = BranchSchema.Keys,
        Pauses = true,
        NotIn = WhispersAndHolds,
    };

    // A caller who keys nothing in goes on like any other, with the input "Timeout": there is no branch for it.
    static readonly ActionSchema StoredInput = Menu with
    {
        Parameters =
        [
            .. Prompt,
            Must("InputTimeLimitSeconds", AtLeast(1)),
            Must("StoreInput", Switch),
            Must("InputValidation", Group(
                May("CustomValidation", Group(Must("MaximumLength", NumberOrReference(1, 999)))),
                May("PhoneNumberValidation", Group(Must("NumberFormat", Word("Local", "E164")), May("CountryCode", Fixed))))),
            May("InputEncryption", Group(Must("EncryptionKeyId", Text), Must("Key", Text))),
            Keying,
        ],
        Errors = AnyError,
        Branches = BranchSchema.None,
    };

    static readonly ActionSchema StoredNumber =
        StoredInput with { Errors = [FlowErrors.NoMatchingError, FlowErrors.InvalidPhoneNumber] };

    // Keys pressed from here on are kept for the next question, or no more, and those that are there may be stored; this asks none.
    static readonly ActionSchema KeyBuffer = new(ActionTypes.GetParticipantInput)
    {
        Parameters =
        [
            Must("EnableDTMFBuffer", Switch),
            May("StoreInput", Switch),
            May("InputEncryption", Group(Must("EncryptionKeyId", Text), Must("Key", Text))),
        ],
        Errors = AnyError,
        NotIn = WhispersAndHolds,
    };

    static readonly ActionSchema Bot = new(ActionTypes.ConnectParticipantWithLexBot)
    {
        Speaks = true,
        Parameters =
        [
            .. Prompt,
            May("LexV2Bot", Group(Must("AliasArn", Text))),
            May("LexBot", Group(Must("Name", Text), Must("Region", Fixed), Must("Alias", Fixed))),
            May("LexSessionAttributes", Map),
            May("LexInitializationData", Anything),
            May("LexTimeoutSeconds", Anything),
        ],
        Alternatives = [OneOf("LexV2Bot", "LexBot")],
        Errors = [FlowErrors.NoMatchingError, FlowErrors.NoMatchingCondition],
        Branches = BranchSchema.Names,
        Pauses = true,
        NotIn = WhispersAndHolds,
    };

    static readonly ActionSchema BotThatWaitsSoLong =
        Bot with { Errors = [.. Bot.Errors!.Value, FlowErrors.InputTimeLimitExceeded] };

    static readonly ActionSchema MessagesForever = new(ActionTypes.MessageParticipantIteratively)
    {
        Parameters =
        [
            Must("Messages", Anything),
            May("InterruptFrequencySeconds", NumberOrReference(1, 600)),
            May("ContinueMessagingDuringInterrupt", Switch),
        ],
        Errors = NoError,
        OtherErrors = AnyError,
        Branches = BranchSchema.Among("MessagesInterrupted"),
        Ending = Ending.MayEnd,
        Pauses = true,
        OnlyIn = [FlowType.CustomerQueue, .. Holds],
    };

    // The service's own sample of a queue has no way on but the interruption, and no branch for an error.
    static readonly ActionSchema MessagesWithPauses = MessagesForever with { Branches = BranchSchema.All("MessagesInterrupted") };

    public static readonly IReadOnlyList<KeyValuePair<string, Func<FlowAction, ActionSchema>>> Schemas =
    [
        Always(new(ActionTypes.MessageParticipant)
        {
            Speaks = true,
            Parameters = [.. Prompt, May("SkipWhenDTMFBufferEnabled", Switch)],
            Errors = NoError,
            AdvisedErrors = AnyError,
            NotIn = Holds,
        }),
        Depending(ActionTypes.MessageParticipantIteratively, action =>
            action.ParameterAt("InterruptFrequencySeconds") is null ? MessagesForever : MessagesWithPauses),
        Depending(ActionTypes.GetParticipantInput, action =>
            action.ParameterAt("EnableDTMFBuffer") is not null ? KeyBuffer
            : !action.IsTrue("StoreInput") ? Menu
            : action.ParameterAt("InputValidation", "PhoneNumberValidation") is null ? StoredInput
            : StoredNumber),
        Depending(ActionTypes.ConnectParticipantWithLexBot, action =>
            action.ParameterAt("LexTimeoutSeconds") is null ? Bot : BotThatWaitsSoLong),
        ByName(ActionTypes.ConnectParticipantWithAgenticCX),
        ByName(ActionTypes.AuthenticateParticipant),
        ByName(ActionTypes.RenderMessageTemplate),
        Always(new(ActionTypes.ShowView)
        {
            Parameters =
            [
                Must("ViewResource", Anything),
                Must("InvocationTimeLimitSeconds", NumberOrReference(1, 604_800)),
                May("ViewData", FreeForm),
                May("SensitiveDataConfiguration", Anything),
            ],
            HasTypedValues = true,
            Errors = [FlowErrors.NoMatchingError, FlowErrors.NoMatchingCondition, "TimeLimitExceeded"],
            Branches = BranchSchema.Names,
            Pauses = true,
        }),
        Always(new(ActionTypes.DisconnectParticipant) { Parameters = [], Errors = NoError, Ending = Ending.Ends, NotIn = WhispersAndHolds }),
    ];
}
