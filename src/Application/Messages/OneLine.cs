using System.Globalization;
using System.Text;

namespace OrderHotline.Application;

/// <summary>A shop's or a caller's words as they may stand within a line of others, spoken, texted or shown: nothing in them breaks the
/// line, turns it around, or hides.</summary>
public sealed class OneLine
{
    readonly StringBuilder line;

    /// <summary>An empty line.</summary>
    /// <param name="capacity">How long it will be, as far as is known, in UTF-16 units.</param>
    public OneLine(int capacity) => line = new StringBuilder(capacity);

    /// <summary>The whole text on one line; what half a surrogate pair stands for is left out. May be empty.</summary>
    public static string From(string text)
    {
        var safe = new OneLine(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            safe.Append(rune);
        }

        return safe.ToString();
    }

    /// <summary>Whether a text is on one line as it stands, so that <see cref="From"/> would give it back.</summary>
    public static bool Is(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == ' ')
            {
                if (at == 0 || at == text.Length - 1 || text[at - 1] == ' ')
                {
                    return false;
                }
            }
            else if (!char.IsAsciiLetterOrDigit(text[at]))
            {
                if (!Rune.TryGetRuneAt(text, at, out var rune) || Parts(rune) || !Shows(rune))
                {
                    return false;
                }

                at += rune.Utf16SequenceLength - 1;
            }
        }

        return true;
    }

    /// <summary>Whether a character is seen or heard, as a letter or a space is.</summary>
    public static bool Shows(Rune rune) => rune.Value switch
    {
        0xFFFD => false, // half a surrogate pair, read
        0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x3164 or 0xFFA0 => false, // letters and marks by category, and nothing to see
        _ => Rune.GetUnicodeCategory(rune)
            is not (UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned),
    };

    /// <summary>Adds a character, or a space for one that breaks lines or moves the cursor, but no second space.</summary>
    public void Append(Rune rune)
    {
        if (Parts(rune))
        {
            if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }
        else if (Shows(rune))
        {
            Span<char> units = stackalloc char[2];
            line.Append(units[..rune.EncodeToUtf16(units)]); // Append(rune) would box it
        }
    }

    /// <summary>The line so far, without spaces at its ends.</summary>
    public override string ToString() => line.Length > 0 && line[^1] == ' ' ? line.ToString(0, line.Length - 1) : line.ToString();

    static bool Parts(Rune rune) => Rune.IsControl(rune) || Rune.IsWhiteSpace(rune);
}
