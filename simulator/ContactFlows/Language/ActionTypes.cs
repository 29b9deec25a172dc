namespace OrderHotline.ContactFlows;

#pragma warning disable CS1591 // Each says itself what it is.

/// <summary>The types of action, as the flow language spells them
/// (https://docs.aws.amazon.com/connect/latest/devguide/flow-language-actions.html).</summary>
public static class ActionTypes
{
    public const string AssociateContactToCustomerProfile = "AssociateContactToCustomerProfile";
    public const string AuthenticateParticipant = "AuthenticateParticipant";
    public const string CheckHoursOfOperation = "CheckHoursOfOperation";
    public const string CheckMetricData = "CheckMetricData";
    public const string CheckOutboundCallStatus = "CheckOutboundCallStatus";
    public const string CheckVoiceId = "CheckVoiceId";
    public const string Compare = "Compare";
    public const string CompleteOutboundCall = "CompleteOutboundCall";
    public const string ConnectParticipantWithAgenticCX = "ConnectParticipantWithAgenticCX";
    public const string ConnectParticipantWithLexBot = "ConnectParticipantWithLexBot";
    public const string CreateCallbackContact = "CreateCallbackContact";
    public const string CreateCase = "CreateCase";
    public const string CreateContact = "CreateContact";
    public const string CreateCustomerProfile = "CreateCustomerProfile";
    public const string CreatePersistentContactAssociation = "CreatePersistentContactAssociation";
    public const string CreateTask = "CreateTask";
    public const string CreateWisdomSession = "CreateWisdomSession";
    public const string DequeueContactAndTransferToQueue = "DequeueContactAndTransferToQueue";
    public const string DisconnectParticipant = "DisconnectParticipant";
    public const string DistributeByPercentage = "DistributeByPercentage";
    public const string EndFlowExecution = "EndFlowExecution";
    public const string EndFlowModuleExecution = "EndFlowModuleExecution";
    public const string EvaluateDataTableValues = "EvaluateDataTableValues";
    public const string GetCalculatedAttributesForCustomerProfile = "GetCalculatedAttributesForCustomerProfile";
    public const string GetCase = "GetCase";
    public const string GetCustomerProfile = "GetCustomerProfile";
    public const string GetCustomerProfileObject = "GetCustomerProfileObject";
    public const string GetMetricData = "GetMetricData";
    public const string GetParticipantInput = "GetParticipantInput";
    public const string InvokeFlowModule = "InvokeFlowModule";
    public const string InvokeLambdaFunction = "InvokeLambdaFunction";
    public const string ListDataTableValues = "ListDataTableValues";
    public const string LoadContactContent = "LoadContactContent";
    public const string Loop = "Loop";
    public const string MessageParticipant = "MessageParticipant";
    public const string MessageParticipantIteratively = "MessageParticipantIteratively";
    public const string RenderMessageTemplate = "RenderMessageTemplate";
    public const string ResumeContact = "ResumeContact";
    public const string ShowView = "ShowView";
    public const string StartOutboundChatContact = "StartOutboundChatContact";
    public const string StartOutboundEmailContact = "StartOutboundEmailContact";
    public const string StartVoiceIdStream = "StartVoiceIdStream";
    public const string TagContact = "TagContact";
    public const string TransferContactToAgent = "TransferContactToAgent";
    public const string TransferContactToQueue = "TransferContactToQueue";
    public const string TransferParticipantToThirdParty = "TransferParticipantToThirdParty";
    public const string TransferToFlow = "TransferToFlow";
    public const string UntagContact = "UntagContact";
    public const string UpdateCase = "UpdateCase";
    public const string UpdateContactAttributes = "UpdateContactAttributes";
    public const string UpdateContactCallbackNumber = "UpdateContactCallbackNumber";
    public const string UpdateContactData = "UpdateContactData";
    public const string UpdateContactEventHooks = "UpdateContactEventHooks";
    public const string UpdateContactMediaProcessing = "UpdateContactMediaProcessing";
    public const string UpdateContactMediaStreamingBehavior = "UpdateContactMediaStreamingBehavior";
    public const string UpdateContactRecordingAndAnalyticsBehavior = "UpdateContactRecordingAndAnalyticsBehavior";
    public const string UpdateContactRecordingBehavior = "UpdateContactRecordingBehavior";
    public const string UpdateContactRoutingBehavior = "UpdateContactRoutingBehavior";
    public const string UpdateContactRoutingCriteria = "UpdateContactRoutingCriteria";
    public const string UpdateContactTargetQueue = "UpdateContactTargetQueue";
    public const string UpdateContactTextToSpeechVoice = "UpdateContactTextToSpeechVoice";
    public const string UpdateCustomerProfile = "UpdateCustomerProfile";
    public const string UpdateFlowAttributes = "UpdateFlowAttributes";
    public const string UpdateFlowLoggingBehavior = "UpdateFlowLoggingBehavior";
    public const string UpdatePreviousContactParticipantState = "UpdatePreviousContactParticipantState";
    public const string UpsertDataTableValues = "UpsertDataTableValues";
    public const string Wait = "Wait";
}
