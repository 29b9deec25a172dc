using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>One thing to say, in both languages: neither can be left out.</summary>
public sealed record Phrase(string Japanese, string English)
{
    /// <summary>The words in one language.</summary>
    /// <exception cref="NotSupportedException">The language is none that the line speaks.</exception>
    public string In(Language language) => language switch
    {
        Language.Japanese => Japanese,
        Language.English => English,
        _ => throw new NotSupportedException($"The line speaks no {language}."),
    };
}
