using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrderHotline.Hosts.Cli.Tests;

/// <summary>What becomes of a sound file when it is edited by hand, cut short on its way or written by another program.</summary>
sealed class Damage(Random chance)
{
    static readonly string[] OddJson =
    [
        "null", "true", "0", "-1", "1e400", "99999999999999999999", "\"\"", "\" \"", "[]", "{}", "[null]", "[[]]", "{\"a\":null}", "\"\\ud800\"", "\"\\u0000\"",
        "\"9999-12-31\"", "\"-9998-01-01\"", "\"9999-12-31T23:59:59Z\"", "\"25:00-24:61\"", "\"$.Attributes.x\"", "\"$.\"", "\"${x}\"", "\"$.External\"", "\"+\"",
        "\"\\u202e\"", "\"0\"", "\"60\"", "\"99999999999\"",
    ];

    static readonly byte[][] OddBytes =
    [
        [0xFF], [0xC3], [0xEF, 0xBB, 0xBF], [0], [0x1B], "\\ud800"u8.ToArray(), "\n"u8.ToArray(), "\r"u8.ToArray(), "\""u8.ToArray(), "{"u8.ToArray(),
        "]"u8.ToArray(), "\t"u8.ToArray(), ":"u8.ToArray(), " | "u8.ToArray(), "9999-12-31"u8.ToArray(), "99999999999999999999"u8.ToArray(), "-"u8.ToArray(), "\u2028"u8.ToArray(),
        Encoding.UTF8.GetBytes(new string('[', 200)), Encoding.UTF8.GetBytes(new string('x', 3_000)),
    ];

    /// <summary>The file with something wrong in it, or nothing.</summary>
    public byte[] Do(byte[] sound)
    {
        var damaged = chance.Next(3) > 0 ? InItsJson(sound) ?? InItsBytes(sound) : InItsBytes(sound);
        return chance.Next(12) == 0 ? [0xEF, 0xBB, 0xBF, .. damaged] : damaged;
    }

    byte[] InItsBytes(byte[] sound)
    {
        List<byte> bytes = [.. sound];
        for (var times = chance.Next(1, 4); times > 0; times--)
        {
            var (at, length) = (chance.Next(bytes.Count + 1), chance.Next(1, 40));
            length = Math.Min(length, bytes.Count - at);
            switch (chance.Next(5))
            {
                case 0:
                    bytes.RemoveRange(at, length);
                    break;
                case 1:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 2 when chance.Next(4) == 0:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    bytes.InsertRange(at, OddBytes[chance.Next(OddBytes.Length)]);
                    break;
            }
        }

        return [.. bytes];
    }

    // What is damaged and still JSON gets much farther.
    byte[]? InItsJson(byte[] sound)
    {
        try
        {
            var lenient = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
            var text = JsonNode.Parse(sound, documentOptions: lenient)!;
            var marks = new List<string>();
            for (var times = chance.Next(1, 3); times > 0; times--)
            {
                var all = Below(text).Where(node => node.Parent is not null).ToList();
                if (all.Count == 0)
                {
                    return null;
                }

                var node = all[chance.Next(all.Count)];
                if (chance.Next(4) == 0)
                {
                    Remove(node);
                }
                else
                {
                    marks.Add($"\"mark {marks.Count}\"");
                    node.ReplaceWith($"mark {marks.Count - 1}");
                }
            }

            var json = text.ToJsonString();
            foreach (var mark in marks)
            {
                json = json.Replace(mark, OddJson[chance.Next(OddJson.Length)], StringComparison.Ordinal);
            }

            return Encoding.UTF8.GetBytes(json);
        }
        catch (JsonException)
        {
            return null; // a file of another kind
        }
    }

    static void Remove(JsonNode node)
    {
        if (node.Parent is JsonObject members)
        {
            members.Remove(node.GetPropertyName());
        }
        else
        {
            node.Parent!.AsArray().RemoveAt(node.GetElementIndex());
        }
    }

    static IEnumerable<JsonNode> Below(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Below(member.Value)).Prepend(node),
        JsonArray items => items.SelectMany(Below).Prepend(node),
        null => [],
        _ => [node],
    };
}
