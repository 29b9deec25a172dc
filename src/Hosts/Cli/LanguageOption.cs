using System.CommandLine;
using OrderHotline.Adapters.Connect;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Cli;

/// <summary><c>--language</c>, by Connect's name of it, or by its first half. Japanese when nobody says.</summary>
static class LanguageOption
{
    public static Option<Language> Meaning(string description) => new("--language")
    {
        Description = description,
        HelpName = "LANGUAGE",
        DefaultValueFactory = _ => Language.Japanese,
        CustomParser = argument =>
        {
            if (Language.TryParse(InFull(argument.Tokens[0].Value), out var spoken) && LinePhrases.AreBuiltIn(spoken))
            {
                return spoken;
            }

            argument.AddError($"--language is \"{argument.Tokens[0].Value}\": it must be ja-JP or en-US.");
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
