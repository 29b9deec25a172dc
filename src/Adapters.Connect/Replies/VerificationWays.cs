using System.Collections.Immutable;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>How a caller can be verified, by the names that a flow reads.</summary>
static class VerificationWays
{
    /// <summary>The key of a reply that tells it; <see cref="Reply.None"/> where nothing needs to be verified.</summary>
    public const string Key = "verification";

    const string Operator = "Operator";
    const string Code = "Code";
    const string LastFour = "LastFour";

    public static ImmutableArray<string> All { get; } = [LastFour, Code, Operator, Reply.None];

    public static string Of(WayToVerify? way) => way switch
    {
        null => Reply.None,
        WayToVerify.Operator => Operator,
        WayToVerify.Code => Code,
        WayToVerify.LastFour => LastFour,
        _ => throw new NotSupportedException($"No name for {way}."),
    };
}
