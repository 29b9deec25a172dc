namespace OrderHotline.ContactFlows;

/// <summary>The kinds of error that branches are named after.</summary>
public static class FlowErrors
{
    /// <summary>Any error without a branch of its own.</summary>
    public const string NoMatchingError = "NoMatchingError";

    /// <summary>No condition held.</summary>
    public const string NoMatchingCondition = "NoMatchingCondition";

    /// <summary>The caller pressed nothing.</summary>
    public const string InputTimeLimitExceeded = "InputTimeLimitExceeded";

    /// <summary>The queue takes no more contacts.</summary>
    public const string QueueAtCapacity = "QueueAtCapacity";

    /// <summary>What was keyed in is no telephone number.</summary>
    public const string InvalidPhoneNumber = "InvalidPhoneNumber";

    /// <summary>The number cannot be called back: it is none.</summary>
    public const string InvalidCallbackNumber = "InvalidCallbackNumber";

    /// <summary>The number cannot be called back from here.</summary>
    public const string CallbackNumberNotDialable = "CallbackNumberNotDialable";

    /// <summary>The call could not be placed.</summary>
    public const string CallFailed = "CallFailed";

    /// <summary>No answer came in time.</summary>
    public const string ConnectionTimeLimitExceeded = "ConnectionTimeLimitExceeded";
}
