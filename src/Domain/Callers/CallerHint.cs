using System.Collections.Immutable;

namespace OrderHotline.Domain;

/// <summary>What a contact tells of who is calling: hints, never proof.</summary>
/// <param name="Channel">How the contact reached the shop.</param>
/// <param name="OwnNumber">The telephone number that the network reports for the contact; null when it reports none, or another kind
/// of address.</param>
/// <param name="NumberOfTheFlow">What the shop's own flow passes as the caller's number; null or empty when it passes nothing.</param>
public sealed record CallerHint(Channel Channel, string? OwnNumber, string? NumberOfTheFlow);

/// <summary>The channels whose flow the shop trusts to know the caller's number, because the customer has logged in there or a
/// carrier vouches for the number. Never a call: it has a number of its own.</summary>
public sealed class TrustedChannels
{
    readonly ImmutableHashSet<Channel> channels;

    /// <param name="channels">Any but <see cref="Channel.Voice"/> and <see cref="Channel.Other"/>.</param>
    /// <exception cref="ArgumentException">One of them cannot be trusted.</exception>
    public TrustedChannels(params IEnumerable<Channel> channels)
    {
        this.channels = [.. channels];
        if (this.channels.Contains(Channel.Voice) || this.channels.Contains(Channel.Other))
        {
            throw new ArgumentException("A call has a number of its own, and a channel without a name no flow.", nameof(channels));
        }
    }

    /// <summary>No flow is trusted: only telephone calls identify anybody.</summary>
    public static TrustedChannels None { get; } = new();

    /// <summary>Whether the shop trusts this channel.</summary>
    public bool Contain(Channel channel) => channels.Contains(channel);
}
