using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>One thing to say, in both languages: neither can be left out.</summary>
sealed record Phrase(string Japanese, string English)
{
    public string In(Language language) => language switch
    {
        Language.Japanese => Japanese,
        Language.English => English,
        _ => throw new NotSupportedException($"The line speaks no {language}."),
    };
}
