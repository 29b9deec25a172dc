using System.Text;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>One reply, read whole. Headers are found by name in any case; one sent twice keeps its last value.</summary>
sealed record HttpReply(int Status, IReadOnlyDictionary<string, string> Headers, bool KeepsAlive, byte[] Body)
{
    /// <summary>The start of the body, for a message about a reply nobody expected.</summary>
    public string Excerpt => Encoding.UTF8.GetString(Body, 0, Math.Min(Body.Length, 500));
}
