namespace OrderHotline.ContactFlows.Tests;

/// <summary>One fault put into the valid flow. Single quotes stand for double ones.</summary>
/// <param name="Fault">What the check must find.</param>
/// <param name="Action">Where; null for the flow as a whole.</param>
/// <param name="Old">What stands in the valid flow, once or more.</param>
/// <param name="New">What stands there instead.</param>
sealed record PlantedFault(FlowFault Fault, string? Action, string Old, string New)
{
    const string Bye = "{'Identifier':'bye','Type':'DisconnectParticipant','Parameters':{},'Transitions':{  }}";
    const string Call = "'Type':'InvokeLambdaFunction','Parameters':{'LambdaFunctionARN':'${OrderTableRead.Arn}'";
    const string Greeting = "Hello, $.Attributes.greeting !";
    const string Answer = "<speak>$.External.message です</speak>";
    const string AfterAnswer = "'NextAction':'hook','Errors':[{'NextAction':'bye','ErrorType':'NoMatchingError'}]";
    const string Key = "'Operator':'Equals','Operands':['1']";
    const string Step = "'Type':'UpdateFlowAttributes','Parameters':{'FlowAttributes':{'step':{'Value':'1'}}}";
    const string Count = "{'LoopCount':'3'}";

    public static IReadOnlyList<PlantedFault> OfTheDocument { get; } =
    [
        new(FlowFault.WrongVersion, null, "2019-10-30", "2019-10-31"),
        new(FlowFault.StartActionMissing, null, "'StartAction':'hear'", "'StartAction':'here'"),
        new(FlowFault.BadIdentifier, "by:e", "'bye'", "'by:e'"),
        new(FlowFault.BadIdentifier, "constructor", "'bye'", "'constructor'"),
        new(FlowFault.BadIdentifier, "", "'bye'", "''"),
        new(FlowFault.BadIdentifier, new string('b', 51), "'bye'", $"'{new string('b', 51)}'"),
        new(FlowFault.DuplicateIdentifier, "bye", Bye, $"{Bye},{Bye}"),
        new(FlowFault.UnknownActionType, "read", "'Type':'InvokeLambdaFunction','Parameters':{'LambdaFunctionARN':'${OrderTableRead",
            "'Type':'InvokeLambda','Parameters':{'LambdaFunctionARN':'${OrderTableRead"),
        new(FlowFault.NotInThisFlowType, "bye", "contactFlow", "agentWhisper"),
        new(FlowFault.HangsUpInThisFlowType, "bye", "DisconnectParticipant", "EndFlowExecution"),
        new(FlowFault.NotInThisFlowType, "bye", "DisconnectParticipant", "EndFlowModuleExecution"),
        new(FlowFault.MissingNextAction, "tell", AfterAnswer, AfterAnswer.Replace("'NextAction':'hook',", "", StringComparison.Ordinal)),
        new(FlowFault.TransitionAfterTheEnd, "bye", "'Transitions':{  }", "'Transitions':{'NextAction':'hear'}"),
        new(FlowFault.DanglingTarget, "tell", "'NextAction':'hook'", "'NextAction':'hood'"),
        new(FlowFault.UnreachableAction, "hook", "'NextAction':'hook'", "'NextAction':'bot'"),
        new(FlowFault.EndlessLoop, "hear", "'NextAction':'hours'", "'NextAction':'hear'"),
        new(FlowFault.LoopWhileFailing, "tell", AfterAnswer, AfterAnswer.Replace("bye", "tell", StringComparison.Ordinal)),
        new(FlowFault.MissingErrorBranch, "menu", "'ErrorType':'InputTimeLimitExceeded'", "'ErrorType':'CallFailed'"),
        new(FlowFault.ErrorLeadsNowhere, "tell", AfterAnswer, "'NextAction':'hook','Errors':[]"),
        new(FlowFault.ImpossibleErrorBranch, "date", "'NextAction':'move','Errors':[",
            "'NextAction':'move','Errors':[{'NextAction':'bye','ErrorType':'InputTimeLimitExceeded'},"),
        new(FlowFault.DuplicateErrorBranch, "menu", "'ErrorType':'InputTimeLimitExceeded'", "'ErrorType':'NoMatchingError'"),
        new(FlowFault.ConditionNotAllowed, "tell", AfterAnswer,
            AfterAnswer + ",'Conditions':[{'NextAction':'bye','Condition':{'Operator':'Equals','Operands':['1']}}]}},{'Identifier':'more',"
                + "'Type':'MessageParticipant','Parameters':{'Text':'More.'},'Transitions':{'NextAction':'bye'"),
        new(FlowFault.UnknownOperator, "menu", Key, "'Operator':'Is','Operands':['1']"),
        new(FlowFault.NotOneOperand, "menu", Key, "'Operator':'Equals','Operands':['1','3']"),
        new(FlowFault.EmptyOperand, "menu", Key, "'Operator':'Equals','Operands':['']"),
        new(FlowFault.ReferenceAsOperand, "menu", Key, "'Operator':'Equals','Operands':['$.Attributes.orderId']"),
        new(FlowFault.ImpossibleOperand, "menu", Key, "'Operator':'Equals','Operands':['11']"),
        new(FlowFault.ImpossibleOperand, "tries", "ContinueLooping", "Looping"),
        new(FlowFault.DuplicateCondition, "menu", Key, "'Operator':'Equals','Operands':['2']"),
        new(FlowFault.MissingCondition, "hours", "'Operands':['False']", "'Operands':['True']"),
        new(FlowFault.MissingCondition, "note",
            Step,
            "'Type':'Compare','Parameters':{'ComparisonValue':'$.Channel'}"),
    ];

    public static IReadOnlyList<PlantedFault> OfParameters { get; } =
    [
        new(FlowFault.MissingParameter, "menu", "'StoreInput':'False','InputTimeLimitSeconds':'5'", "'StoreInput':'False'"),
        new(FlowFault.MissingParameter, "bot", ",'LexV2Bot':{'AliasArn':'${OrderBotAlias.Arn}'}", ""),
        new(FlowFault.MissingParameter, "keep", "'Attributes':{'orderId':'$.External.orderId','greeting':'again'},", ""),
        new(FlowFault.UnknownParameter, "tries", Count, "{'LoopCount':'3','Count':'3'}"),
        new(FlowFault.ConflictingParameters, "bot", "'LexV2Bot'", "'LexBot':{'Name':'a','Region':'b','Alias':'c'},'LexV2Bot'"),
        new(FlowFault.NotAText, "tries", Count, "{'LoopCount':3}"),
        new(FlowFault.WrongShape, "tries", Count, "{'LoopCount':['3']}"),
        new(FlowFault.EmptyParameter, "keep", "'greeting':'again'", "'greeting':''"),
        new(FlowFault.EmptyParameter, "move", "'spokenDate':'$.StoredCustomerInput'", "'spokenDate':''"),
        new(FlowFault.EmptyFreeFormValue, "note", Step, "'Type':'InvokeFlowModule','Parameters':{'FlowModuleId':'m','Input':{'day':''}}"),
        new(FlowFault.EmptyFreeFormValue, "note", Step, "'Type':'ShowView','Parameters':{'ViewData':{'a':''}}"),
        new(FlowFault.NumberOutOfRange, "tries", Count, "{'LoopCount':'101'}"),
        new(FlowFault.NumberOutOfRange, "tries", Count, "{'LoopCount':'three'}"),
        new(FlowFault.NumberOutOfRange, "menu", "'StoreInput':'False','InputTimeLimitSeconds':'5'", "'StoreInput':'False','InputTimeLimitSeconds':'0'"),
        new(FlowFault.NumberOutOfRange, "read", "'InvocationTimeLimitSeconds':'8'", "'InvocationTimeLimitSeconds':'9'"),
        new(FlowFault.NumberOutOfRange, "read", "'InvocationTimeLimitSeconds':'8'",
            "'InvocationTimeLimitSeconds':'9','InvocationType':'SYNCHRONOUS'"),
        new(FlowFault.NumberOutOfRange, "read", "'InvocationTimeLimitSeconds':'8'",
            "'InvocationTimeLimitSeconds':'61','InvocationType':'ASYNCHRONOUS'"),
        new(FlowFault.NotOneOfItsWords, "keep", "'Current'", "'Other'"),
        new(FlowFault.NotOneOfItsWords, "hook", "'CustomerQueue'", "'CustomerWaits'"),
        new(FlowFault.ReferenceNotAllowed, "keep", "'Current'", "'$.Attributes.orderId'"),
        new(FlowFault.NotOneReference, "found", "$.External.outcome", "outcome"),
        new(FlowFault.NotOneReference, "found", "$.External.outcome", "$.External"),
        new(FlowFault.NotOneReference, "tries", Count, "{'LoopCount':'1$.Attributes.orderId'}"),
        new(FlowFault.NotOnePrompt, "menu", "'Text':'Press 1.',", ""),
        new(FlowFault.NotOnePrompt, "menu", "'Text':'Press 1.',", "'Text':'Press 1.','PromptId':'beep',"),
        new(FlowFault.NotOneEventHook, "hook", "{'CustomerQueue':'${WhileWaiting.ContactFlowArn}'}", "{}"),
        new(FlowFault.MissingParameter, "hook", "'EventHooks':{'CustomerQueue':'${WhileWaiting.ContactFlowArn}'}", "'EventHooksConfiguration':{}"),
        new(FlowFault.NotOneOfItsWords, "hook", "'EventHooks':{'CustomerQueue':'${WhileWaiting.ContactFlowArn}'}",
            "'EventHooksConfiguration':{'CustomerWaits':{'DisableExecution':'true'}}"),
        new(FlowFault.SsmlUnderText, "hear", Greeting, "<speak>Hello</speak>"),
        new(FlowFault.MalformedSsml, "tell", "<speak>", "<speak><p>"),
        new(FlowFault.MalformedSsml, "tell", Answer, "$.External.message です"),
        new(FlowFault.MalformedReference, "hear", Greeting, "Hello, $. and more"),
        new(FlowFault.MalformedReference, "tell", "$.External.message", "$.External"),
        new(FlowFault.UnknownReference, "hear", Greeting, "Hello, $.attributes.greeting !"),
        new(FlowFault.LetterAfterReference, "tell", "message です", "messageです"),
        new(FlowFault.MalformedPlaceholder, "bot", "${OrderBotAlias.Arn}", "${OrderBotAlias.Arn"),
        new(FlowFault.MalformedPlaceholder, "bot", "${OrderBotAlias.Arn}", "${Order Bot}"),
        new(FlowFault.ForeignPlaceholder, "bot", "${OrderBotAlias.Arn}", "${var.bots[0].arn}"),
    ];

    public static IReadOnlyList<PlantedFault> OfTheCall { get; } =
    [
        new(FlowFault.ContactAttributeNeverSet, "hear", "$.Attributes.greeting", "$.Attributes.salutation"),
        new(FlowFault.FlowAttributeNeverSet, "heard", "$.FlowAttributes.step", "$.FlowAttributes.stride"),
        new(FlowFault.InputNeverStored, "hear", "$.Attributes.greeting", "$.StoredCustomerInput"),
        new(FlowFault.BotNeverRan, "hear", "$.Attributes.greeting", "$.Lex.IntentName"),
        new(FlowFault.FunctionNeverRan, "hear", "$.Attributes.greeting", "$.External.message"),
        new(FlowFault.FunctionNeverRan, "found", Call, Call.Replace("{", "{'InvocationType':'ASYNCHRONOUS',", StringComparison.Ordinal)
            .Replace("${'InvocationType':'ASYNCHRONOUS',", "${", StringComparison.Ordinal)),
        new(FlowFault.ReplyAfterFailure, "found", "'NextAction':'found','Errors':[{'NextAction':'bye'",
            "'NextAction':'found','Errors':[{'NextAction':'found'"),
        new(FlowFault.UnknownReplyKey, "tell", "$.External.message", "$.External.orderedItem"),
        new(FlowFault.ImpossibleReplyValue, "found", "'OrderFound'", "'OrderSeen'"),
        new(FlowFault.ImpossibleReplyValue, "moved", "'Rescheduled'", "'OrderFound'"),
        new(FlowFault.MissingOutcome, "moved", "'WhichDay'", "'Unchanged'"),
        new(FlowFault.UnreadFunctionParameter, "move", "'spokenDate'", "'heard':'x','spokenDate'"),
        new(FlowFault.MissingFunctionParameter, "move", ",'spokenDate':'$.StoredCustomerInput'", ""),
        new(FlowFault.PersonalDataInTheFlowLog, "hello", "{'Identifier':'hear','Type':'MessageParticipant'",
            "{'Identifier':'hear','Type':'UpdateFlowLoggingBehavior','Parameters':{'FlowLoggingBehavior':'Enabled'},"
                + "'Transitions':{'NextAction':'hello'}},{'Identifier':'hello','Type':'MessageParticipant'"),
        new(FlowFault.UnknownIntent, "bot", "'CancelOrder'", "'Cancel'"),
        new(FlowFault.MissingIntent, "bot", "'Repeat'", "'Operator'"),
    ];

    public static IReadOnlyList<PlantedFault> All { get; } = [.. OfTheDocument, .. OfParameters, .. OfTheCall];

    public string Json => ValidFlow.Json.Contains(Quoted(Old), StringComparison.Ordinal)
        ? ValidFlow.Json.Replace(Quoted(Old), Quoted(New), StringComparison.Ordinal)
        : throw new InvalidOperationException($"{Fault}: the valid flow has no {Old}.");

    static string Quoted(string text) => text.Replace('\'', '"');
}
