namespace OrderHotline.CallSimulator.Exploration;

/// <summary>Hears that the caller must prove something before anything is done.</summary>
static class ProofRequests
{
    static readonly HeardPhrases Requests = new("verification.lastFour", "verification.code", "verification.operator");

    /// <summary>Whether that was said.</summary>
    public static bool AreHeardIn(ExploredStep step) => step.World.Shop.Verification.IsOn && Requests.In(step);
}
