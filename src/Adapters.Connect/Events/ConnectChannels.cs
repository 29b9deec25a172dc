using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>Connect's names of its channels
/// (https://docs.aws.amazon.com/connect/latest/adminguide/connect-attrib-list.html): the subtype of a contact tells an SMS from a chat, and
/// a call from an app or a web page from a telephone call.</summary>
public static class ConnectChannels
{
    /// <summary>The channels that a shop may trust, in words.</summary>
    internal const string Trustable = "CHAT, SMS, EMAIL, TASK or WEBRTC; never VOICE, where the call's own number counts";

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

    /// <summary>Reads the name of a channel that a shop trusts.</summary>
    /// <returns><see langword="false"/> for anything that is none of <see cref="Trustable"/>.</returns>
    internal static bool TryReadTrusted(string name, out Channel channel)
    {
        channel = name switch
        {
            "CHAT" => Channel.Chat,
            "SMS" => Channel.Sms,
            "EMAIL" => Channel.Email,
            "TASK" => Channel.Task,
            "WEBRTC" => Channel.WebRtc,
            _ => Channel.Other,
        };
        return channel != Channel.Other;
    }
}
