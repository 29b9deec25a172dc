using System.Text;
using OrderHotline.Application;

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

    // What begins markup, a reference to a character, or one to an attribute.
    const string Marks = "$&<>";

    /// <summary>The text as <see cref="OneLine"/>, without markup and references; may be empty.</summary>
    public static string Text(string text, PhraseBook words, int longest = MaxLength)
    {
        // Nearly every name: nothing is made anew while a caller waits.
        if (text.Length <= longest && !text.AsSpan().ContainsAny(Marks) && OneLine.Is(text))
        {
            return text;
        }

        var spoken = new OneLine(text.Length);
        var isAfterDollar = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!OneLine.Shows(rune))
            {
                continue;
            }

            // A dollar sign stays with an amount; before anything else it may begin a reference.
            if (isAfterDollar && Rune.IsDigit(rune))
            {
                spoken.Append(new Rune('$'));
            }

            isAfterDollar = rune.Value == '$';
            switch (rune.Value)
            {
                case '$':
                    break;
                case '&':
                    foreach (var c in words.Say(LinePhrases.And))
                    {
                        spoken.Append(new Rune(c));
                    }

                    break;
                case '<' or '>':
                    spoken.Append(new Rune(' '));
                    break;
                default:
                    spoken.Append(rune);
                    break;
            }
        }

        return Cut(spoken.ToString(), longest);
    }

    // Never inside a character, and never so that a dollar sign is left for what follows to complete.
    static string Cut(string text, int longest) =>
        text.Length <= longest ? text
        : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)].TrimEnd('$', ' ');
}
