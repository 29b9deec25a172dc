using System.Globalization;
using System.Text;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>
/// Makes a shop's data fit to be spoken by a flow, whether the prompt is plain text or SSML. Connect neither escapes what it
/// puts into a prompt nor offers an escape for <c>$.</c>, so what would need one is not let through: escaping would be read
/// aloud in plain text ("ampersand amp").
/// </summary>
static class Speakable
{
    /// <summary>The longest a single piece of data may be spoken, in UTF-16 units.</summary>
    public const int MaxLength = 200;

    /// <summary>The text as one line without markup, references, control or invisible characters; may be empty.</summary>
    public static string Text(string text, Language language, int longest = MaxLength)
    {
        var spoken = new StringBuilder(text.Length);
        var next = text.EnumerateRunes();
        for (var more = next.MoveNext(); more;)
        {
            var rune = next.Current;
            more = next.MoveNext();
            switch (rune.Value)
            {
                case '&':
                    spoken.Append(language == Language.Japanese ? "アンド" : " and ");
                    break;
                case '$' when !more || !Rune.IsDigit(next.Current):
                    break;
                case '<' or '>':
                    spoken.Append(' ');
                    break;
                case 0xFFFD: // what half a surrogate pair becomes
                    break;
                default:
                    Append(rune, spoken);
                    break;
            }
        }

        return Cut(string.Join(' ', spoken.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)), longest);
    }

    // Never inside a character, and never so that a dollar sign is left for what follows to complete.
    static string Cut(string text, int longest) =>
        text.Length <= longest ? text
        : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)].TrimEnd('$', ' ');

    static void Append(Rune rune, StringBuilder spoken)
    {
        if (Rune.IsControl(rune) || Rune.IsWhiteSpace(rune))
        {
            spoken.Append(' ');
        }
        else if (Rune.GetUnicodeCategory(rune)
            is not (UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
        {
            Span<char> units = stackalloc char[2];
            spoken.Append(units[..rune.EncodeToUtf16(units)]); // Append(rune) would box it
        }
    }
}
