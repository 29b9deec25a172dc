using System.Xml;
using System.Xml.Linq;

namespace OrderHotline.Adapters.Connect.Tests;

/// <summary>What must be true of every text that a flow may speak, as plain text or inside SSML.</summary>
static class SpeechRules
{
    public static IEnumerable<string> BrokenBy(string text)
    {
        if (WhatSsmlMakesOf(text) != text)
        {
            yield return "it changes the SSML around it";
        }

        // A dollar sign that ends a value meets whatever the flow's author wrote after it.
        if (text.Where((c, i) => c == '$' && !(i + 1 < text.Length && char.IsDigit(text, i + 1))).Any())
        {
            yield return "it may be taken for a reference";
        }

        if (text.Any(c => char.IsControl(c) || (char.IsWhiteSpace(c) && c != ' ')))
        {
            yield return "it is not one line";
        }

        if (text.Contains("was sent", StringComparison.OrdinalIgnoreCase)
            || text.Contains("送信しました", StringComparison.Ordinal)
            || text.Contains("お送りしました", StringComparison.Ordinal))
        {
            yield return "it claims that a text was sent";
        }
    }

    static string? WhatSsmlMakesOf(string text)
    {
        try
        {
            var speak = XElement.Parse($"<speak>{text}</speak>", LoadOptions.PreserveWhitespace);
            return speak.HasElements ? null : speak.Value;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
