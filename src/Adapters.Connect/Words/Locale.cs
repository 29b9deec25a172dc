using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>The names that Connect (<c>ja-JP</c>) and Lex (<c>ja_JP</c>) have for a language and a country.</summary>
public static class Locale
{
    /// <summary>The language of a locale, of whatever country; the shop's when the locale is of another language or missing.</summary>
    public static Language LanguageOf(string? locale, Language shopLanguage) =>
        locale?.StartsWith("ja", StringComparison.OrdinalIgnoreCase) == true ? Language.Japanese
        : locale?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? Language.English
        : shopLanguage;
}
