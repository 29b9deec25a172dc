using System.CommandLine;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Cli;

/// <summary><c>--language</c>, by Connect's name of it, or by its first half. Japanese when nobody says.</summary>
static class LanguageOption
{
    /// <summary>The option.</summary>
    /// <param name="description">What it says.</param>
    /// <param name="isOne">Whether a language can be meant by it.</param>
    /// <param name="must">What it must be, as in "ja-JP or en-US".</param>
    public static Option<Language> Meaning(string description, Func<Language, bool> isOne, string must) => new("--language")
    {
        Description = description,
        HelpName = "LANGUAGE",
        DefaultValueFactory = _ => Language.Japanese,
        CustomParser = argument =>
        {
            if (Language.TryParse(InFull(argument.Tokens[0].Value), out var spoken) && isOne(spoken))
            {
                return spoken;
            }

            argument.AddError($"--language is \"{argument.Tokens[0].Value}\": it must be {must}.");
            return default;
        },
    };

    static string InFull(string typed) => typed.ToUpperInvariant() switch
    {
        "JA" or "JA-JP" or "JA_JP" => "ja-JP",
        "EN" or "EN-US" or "EN_US" => "en-US",
        _ => typed,
    };
}
