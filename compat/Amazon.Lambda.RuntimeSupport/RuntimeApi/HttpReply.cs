using System.Text;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>One reply, read whole.</summary>
sealed record HttpReply(HttpReplyHead Head, byte[] Body)
{
    public int Status => Head.Status;

    /// <summary>The start of the body, for a message about a reply nobody expected.</summary>
    public string Excerpt => Encoding.UTF8.GetString(Body, 0, Math.Min(Body.Length, 500));
}
