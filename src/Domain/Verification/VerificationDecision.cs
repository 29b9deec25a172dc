namespace OrderHotline.Domain;

/// <summary>What comes of a request for a code.</summary>
public abstract record CodeRequestDecision
{
    CodeRequestDecision()
    {
    }

    /// <summary>A new code; nothing is sent before <paramref name="After"/> is stored.</summary>
    public sealed record NewCode(PendingCode Code, OrderVerification After) : CodeRequestDecision;

    /// <summary>This very request came before: its code is on its way, or must be sent again because nobody knows whether it was.</summary>
    public sealed record TheSameCode(PendingCode Code) : CodeRequestDecision;

    /// <summary>The contact has failed too often: an operator.</summary>
    public sealed record Locked : CodeRequestDecision;
}

/// <summary>What comes of a caller's attempt to be verified.</summary>
public abstract record VerificationDecision
{
    VerificationDecision()
    {
    }

    /// <summary>Verified, once <paramref name="After"/> is stored.</summary>
    public sealed record Verified(OrderVerification After) : VerificationDecision;

    /// <summary>The contact was verified before, and still is: nothing to store. What was keyed in is not looked at.</summary>
    public sealed record VerifiedBefore : VerificationDecision;

    /// <summary>What was keyed in is wrong; it must be counted before that is said.</summary>
    /// <param name="After">What to store; null when this very attempt was counted before.</param>
    public sealed record Wrong(OrderVerification? After) : VerificationDecision;

    /// <summary>What is keyed in is not looked at any more.</summary>
    /// <param name="After">What to store, where this attempt was the last; null when it came after the last.</param>
    public sealed record Locked(OrderVerification? After) : VerificationDecision;

    /// <summary>There is no code that is still worth anything. Nothing is counted.</summary>
    public sealed record Expired : VerificationDecision;
}
