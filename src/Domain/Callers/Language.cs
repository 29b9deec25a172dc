namespace OrderHotline.Domain;

/// <summary>A language as callers of one country speak it, by its tag: <c>ja-JP</c>. What the line needs to speak one is data; the two
/// that have a name here are those whose dates it can hear in words.</summary>
public readonly record struct Language
{
    readonly string? tag;

    Language(string tag) => this.tag = tag;

    /// <summary>日本語, <c>ja-JP</c>: the line's first language.</summary>
    public static Language Japanese { get; } = new("ja-JP");

    /// <summary>English, <c>en-US</c>.</summary>
    public static Language English { get; } = new("en-US");

    /// <summary>Reads a tag as Connect writes it, a language and a country: <c>fr-FR</c>
    /// (https://docs.aws.amazon.com/connect/latest/adminguide/supported-languages.html).</summary>
    /// <returns><see langword="false"/> when the text is none; <paramref name="language"/> is then the default.</returns>
    public static bool TryParse(string? text, out Language language)
    {
        var valid = text is [_, _, '-', _, _] && text[..2].All(char.IsAsciiLetterLower) && text[3..].All(char.IsAsciiLetterUpper);
        language = valid ? new(text!) : default;
        return valid;
    }

    /// <summary>Whether a locale of Connect's (<c>fr-FR</c>) or Lex's (<c>fr_FR</c>) is of this language, whatever its country.</summary>
    public bool IsSpokenIn(string? locale) =>
        locale is not null && locale.StartsWith(ToString()[..2], StringComparison.OrdinalIgnoreCase)
        && (locale.Length == 2 || locale[2] is '-' or '_');

    /// <summary>The tag.</summary>
    /// <exception cref="InvalidOperationException">This is the default value, which is no language.</exception>
    public override string ToString() =>
        tag ?? throw new InvalidOperationException("default(Language) is no language: they come from Language.TryParse.");
}
