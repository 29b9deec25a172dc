using System.Text;

namespace OrderHotline.CallSimulator.Scenarios;

/// <summary>Words as they are heard: without marks for the voice, and with every stretch of white space as one space.</summary>
public static class PlainWords
{
    /// <summary>What is heard of a prompt, be it plain text or SSML.</summary>
    public static string From(string prompt)
    {
        var isMarkedUp = prompt.AsSpan().TrimStart().StartsWith('<');
        var words = new StringBuilder(prompt.Length);
        var inMark = false;
        foreach (var c in prompt)
        {
            if (isMarkedUp && c is '<' or '>')
            {
                inMark = c == '<';
            }
            else if (!inMark && !(char.IsWhiteSpace(c) && (words.Length == 0 || words[^1] == ' ')))
            {
                words.Append(char.IsWhiteSpace(c) ? ' ' : c);
            }
        }

        return words.ToString().TrimEnd();
    }
}
