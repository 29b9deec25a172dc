using System.Globalization;

namespace OrderHotline.Adapters.Connect;

/// <summary>Half a surrogate pair, written as an escape: Lex sends what a customer typed or a shop stored, and no JSON reader makes a
/// text of it.</summary>
static class HalfCharacters
{
    const int Escape = 6; // such as \ud83e

    /// <summary>The same JSON, byte for byte as long, with U+FFFD for every half.</summary>
    public static ReadOnlyMemory<byte> Replaced(ReadOnlyMemory<byte> json)
    {
        byte[]? replaced = null;
        var text = json.Span;
        for (var at = 0; at < text.Length;)
        {
            // Outside of a text there is no backslash.
            var next = text[at..].IndexOf((byte)'\\');
            if (next < 0)
            {
                break;
            }

            at += next;
            switch (UnitAt(text, at))
            {
                case null:
                    at += 2;
                    break;
                case { } high when char.IsHighSurrogate(high) && UnitAt(text, at + Escape) is { } low && char.IsLowSurrogate(low):
                    at += 2 * Escape;
                    break;
                case { } unit:
                    if (char.IsSurrogate(unit))
                    {
                        replaced ??= json.ToArray();
                        "\\ufffd"u8.CopyTo(replaced.AsSpan(at));
                    }

                    at += Escape;
                    break;
            }
        }

        return replaced ?? json;
    }

    static char? UnitAt(ReadOnlySpan<byte> json, int at) =>
        at + Escape <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
            && ushort.TryParse(json.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
                ? (char)unit
                : null;
}
