namespace OrderHotline.ContactFlows;

/// <summary>Everything that can be wrong with a flow.</summary>
public enum FlowFault
{
    /// <summary>The file is no document of the flow language.</summary>
    NotAFlow,

    /// <summary>The version is not the one that Connect takes.</summary>
    WrongVersion,

    /// <summary>The flow has no actions.</summary>
    NoActions,

    /// <summary>The flow has more actions than Connect takes.</summary>
    TooManyActions,

    /// <summary>The flow begins with an action that is not there.</summary>
    StartActionMissing,

    /// <summary>An identifier is empty, too long, or has a character or a word that is not allowed.</summary>
    BadIdentifier,

    /// <summary>Two actions have the same identifier.</summary>
    DuplicateIdentifier,

    /// <summary>There is no such type of action.</summary>
    UnknownActionType,

    /// <summary>The action may not stand in this kind of flow.</summary>
    NotInThisFlowType,

    /// <summary>The action may stand in this kind of flow, and hangs up there, whatever its name says.</summary>
    HangsUpInThisFlowType,

    /// <summary>A parameter is missing without which the action is refused.</summary>
    MissingParameter,

    /// <summary>The action has no such parameter.</summary>
    UnknownParameter,

    /// <summary>Parameters exclude each other.</summary>
    ConflictingParameters,

    /// <summary>A number or a truth value stands where the flow language has a text.</summary>
    NotAText,

    /// <summary>A parameter has another shape than it should.</summary>
    WrongShape,

    /// <summary>A parameter is an empty text.</summary>
    EmptyParameter,

    /// <summary>A member of free-form JSON is an empty text.</summary>
    EmptyFreeFormValue,

    /// <summary>A number is no number, or too small or too large.</summary>
    NumberOutOfRange,

    /// <summary>A parameter is none of the words it can be.</summary>
    NotOneOfItsWords,

    /// <summary>A parameter that must be known beforehand is a reference.</summary>
    ReferenceNotAllowed,

    /// <summary>A parameter that must be one reference, and nothing else, is more or less than that.</summary>
    NotOneReference,

    /// <summary>A prompt is not given in exactly one way.</summary>
    NotOnePrompt,

    /// <summary>Not exactly one event hook is set.</summary>
    NotOneEventHook,

    /// <summary>SSML is given as plain text: the caller would hear the tags.</summary>
    SsmlUnderText,

    /// <summary>SSML is no well-formed document with <c>speak</c> around it.</summary>
    MalformedSsml,

    /// <summary>The next action is missing.</summary>
    MissingNextAction,

    /// <summary>An action that ends the flow leads somewhere.</summary>
    TransitionAfterTheEnd,

    /// <summary>A branch leads to an action that is not there.</summary>
    DanglingTarget,

    /// <summary>A branch is missing for an error.</summary>
    MissingErrorBranch,

    /// <summary>A branch for an error is not demanded, but without it the error ends the flow.</summary>
    ErrorLeadsNowhere,

    /// <summary>The action has no such error.</summary>
    ImpossibleErrorBranch,

    /// <summary>An error has two branches.</summary>
    DuplicateErrorBranch,

    /// <summary>The action has no branches of this sort.</summary>
    ConditionNotAllowed,

    /// <summary>There is no such operator, or not on this action.</summary>
    UnknownOperator,

    /// <summary>A condition does not compare with exactly one text.</summary>
    NotOneOperand,

    /// <summary>A condition compares with nothing.</summary>
    EmptyOperand,

    /// <summary>A condition compares with a reference, which it takes for plain text.</summary>
    ReferenceAsOperand,

    /// <summary>A condition compares with what cannot come.</summary>
    ImpossibleOperand,

    /// <summary>A condition repeats one before it, which always comes first.</summary>
    DuplicateCondition,

    /// <summary>A branch is missing for something that can come.</summary>
    MissingCondition,

    /// <summary>No way leads to an action.</summary>
    UnreachableAction,

    /// <summary>A caller can go in a circle with nothing to stop it.</summary>
    EndlessLoop,

    /// <summary>A caller goes in a circle for as long as something fails.</summary>
    LoopWhileFailing,

    /// <summary>Something begins like a reference and is none, or refers to a whole group of values.</summary>
    MalformedReference,

    /// <summary>A reference refers to something there is not.</summary>
    UnknownReference,

    /// <summary>A letter follows a reference so closely that it could be taken for a part of it.</summary>
    LetterAfterReference,

    /// <summary>A placeholder of CloudFormation is not closed, or has no name.</summary>
    MalformedPlaceholder,

    /// <summary>A placeholder is an expression, which CloudFormation does not know and other tools do.</summary>
    ForeignPlaceholder,

    /// <summary>A placeholder stands for a flow that is not among those checked.</summary>
    UnknownFlow,

    /// <summary>Flows need each other to exist first, so that CloudFormation can make none of them.</summary>
    FlowsInACircle,

    /// <summary>A contact attribute is read that nothing sets.</summary>
    ContactAttributeNeverSet,

    /// <summary>A flow attribute is read that the flow does not set.</summary>
    FlowAttributeNeverSet,

    /// <summary>The caller's stored input is read where none can be.</summary>
    InputNeverStored,

    /// <summary>A bot's result is read where no bot can have run.</summary>
    BotNeverRan,

    /// <summary>A function's reply is read where no function can have run.</summary>
    FunctionNeverRan,

    /// <summary>A function's reply is read where the function may have failed and replied nothing.</summary>
    ReplyAfterFailure,

    /// <summary>A key is read that the function never replies.</summary>
    UnknownReplyKey,

    /// <summary>A reply is compared with what it never is.</summary>
    ImpossibleReplyValue,

    /// <summary>A flow branches on a function's outcome, and has no branch for one of them.</summary>
    MissingOutcome,

    /// <summary>A function is passed what it does not read.</summary>
    UnreadFunctionParameter,

    /// <summary>A function is not passed what it needs.</summary>
    MissingFunctionParameter,

    /// <summary>Connect may write what is personal into its flow log.</summary>
    PersonalDataInTheFlowLog,

    /// <summary>The line's bot has no such intent.</summary>
    UnknownIntent,

    /// <summary>An intent of the line's bot has no branch.</summary>
    MissingIntent,

    /// <summary>A language that callers are offered has no branch where a flow goes by the language, or nobody can choose it.</summary>
    MissingLanguage,

    /// <summary>A flow leads callers to a language that they are not offered.</summary>
    LanguageNotOffered,
}
