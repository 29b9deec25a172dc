using System.Diagnostics.CodeAnalysis;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>Connect's names of its channels
/// (https://docs.aws.amazon.com/connect/latest/adminguide/connect-attrib-list.html): the subtype of a contact tells an SMS from a chat, and
/// a call from an app or a web page from a telephone call.</summary>
public static class ConnectChannels
{
    /// <summary>What a list of channels that a shop trusts may hold, in words.</summary>
    public const string Trustable =
        "some of CHAT, SMS, EMAIL, TASK, WEBRTC, with commas between; never VOICE, where the call's own number counts";

    /// <summary>The channel of a contact; one that is not known by exactly this name is <see cref="Channel.Other"/>.</summary>
    /// <param name="channel">The contact's <c>Channel</c>.</param>
    /// <param name="subtype">Its segment attribute <c>connect:Subtype</c>, which older instances do not send.</param>
    public static Channel Read(string? channel, string? subtype) => (channel, subtype) switch
    {
        ("VOICE", "connect:WebRTC") => Channel.WebRtc,
        ("VOICE", _) => Channel.Voice,
        ("CHAT", "connect:SMS") => Channel.Sms,
        ("CHAT", _) => Channel.Chat,
        ("SMS", _) => Channel.Sms,
        ("TASK", _) => Channel.Task,
        ("EMAIL", _) => Channel.Email,
        _ => Channel.Other,
    };

    /// <summary>Reads a list of channels that a shop trusts.</summary>
    /// <returns><see langword="false"/> when it holds anything else than <see cref="Trustable"/>.</returns>
    public static bool TryReadTrusted(string list, [NotNullWhen(true)] out TrustedChannels? trusted)
    {
        var channels = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(name => name switch
            {
                "CHAT" => Channel.Chat,
                "SMS" => Channel.Sms,
                "EMAIL" => Channel.Email,
                "TASK" => Channel.Task,
                "WEBRTC" => Channel.WebRtc,
                _ => Channel.Other,
            })
            .ToList();
        trusted = channels.Contains(Channel.Other) ? null : new TrustedChannels(channels);
        return trusted is not null;
    }
}
