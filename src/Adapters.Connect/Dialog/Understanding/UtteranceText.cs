using System.Text;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>Brings what is said and what the bot was given as examples into one form, in which they can be compared.</summary>
static class UtteranceText
{
    /// <summary>Stands where a slot's value was said.</summary>
    public const char Slot = '\uFFFC';

    /// <summary>Letters and digits alone, small and of normal width; words are kept apart only where the language does so.</summary>
    public static string Normalise(ReadOnlySpan<char> said, Language language)
    {
        var keepsWordsApart = language != Language.Japanese;
        var text = new StringBuilder(said.Length + 2);
        foreach (var given in said)
        {
            var c = given is >= '！' and <= '～' ? (char)(given - '！' + '!') : given;
            if (c == Slot && keepsWordsApart)
            {
                Divide(text);
                text.Append(c).Append(' ');
            }
            else if (c is 'ー' or Slot || char.IsLetterOrDigit(c))
            {
                text.Append(char.ToLowerInvariant(c));
            }
            else if (keepsWordsApart && c is not ('\'' or '’'))
            {
                Divide(text);
            }
        }

        return text.ToString().TrimEnd();
    }

    static void Divide(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != ' ')
        {
            text.Append(' ');
        }
    }
}
