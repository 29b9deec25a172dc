using System.Text;
using System.Text.RegularExpressions;

namespace OrderHotline.Adapters.Connect.Tests;

/// <summary>An event as a faulty flow, a bad line or somebody with bad intentions might send it.</summary>
static partial class Mangled
{
    static readonly string[] Junk =
    [
        "\"\\ud83e\"", "\"\\udde5\\ud83e\"", "9223372036854775808", "[\"x\"]", "\"VOIP\"", "\"EMAIL\"", "\"connect:WebRTC\"", "\"+266696687\"",
        "\"\\u2028\"", "\"\\u202e\"", "null", "true", "0", "-1e999", "[]", "{}", "\"\"", "\" \"", "\"\\u0000\"", "\"\\ud800\"",
        "\"Justin\"", "\"$.External.x\"", "{\"a\":{\"b\":[1,\"+819012345678\"]}}", "tJustin", "+819012345678", "\"+819012345678", "'Justin'", "NaN", "//x\n", "",
        "\"orderId\"", "\"spokenDate\"", "\"来週\"", "\"2018-11-20\"", "\"2018-W47\"", "\"en-US\"",
    ];

    public static byte[] Of(byte[] json, Random chance)
    {
        var mangled = json;
        for (var times = chance.Next(1, 4); times > 0; times--)
        {
            mangled = Once(mangled, chance);
        }

        return mangled;
    }

    static byte[] Once(byte[] json, Random chance)
    {
        var at = chance.Next(json.Length + 1);
        var end = Math.Min(json.Length, at + chance.Next(1, 40));
        return chance.Next(7) switch
        {
            0 => [.. json[..at], .. json[end..]],
            1 => [.. json[..at], (byte)chance.Next(256), .. json[Math.Min(json.Length, at + 1)..]],
            2 => [.. json[..at], .. json[at..end], .. json[at..]],
            3 => [.. json[..at], .. Encoding.UTF8.GetBytes(Junk[chance.Next(Junk.Length)]), .. json[at..]],
            _ => WithAnotherToken(Encoding.UTF8.GetString(json), chance),
        };
    }

    static byte[] WithAnotherToken(string json, Random chance)
    {
        var tokens = Token().Matches(json);
        if (tokens.Count == 0)
        {
            return [];
        }

        var token = tokens[chance.Next(tokens.Count)];
        var other = chance.Next(2) == 0 ? Junk[chance.Next(Junk.Length)] : tokens[chance.Next(tokens.Count)].Value;
        return Encoding.UTF8.GetBytes(json[..token.Index] + other + json[(token.Index + token.Length)..]);
    }

    [GeneratedRegex("""("[^"]*")|null|\{\}""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
