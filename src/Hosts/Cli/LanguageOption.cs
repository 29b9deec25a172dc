using System.CommandLine;
using OrderHotline.Adapters.Connect;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Cli;

/// <summary><c>--language</c>, by Connect's name of it. Japanese when nobody says.</summary>
static class LanguageOption
{
    public static Option<Language> Meaning(string description) => new("--language")
    {
        Description = description,
        HelpName = "LANGUAGE",
        DefaultValueFactory = _ => Language.Japanese,
        CustomParser = argument =>
        {
            if (Language.TryParse(argument.Tokens[0].Value, out var spoken) && LinePhrases.AreBuiltIn(spoken))
            {
                return spoken;
            }

            argument.AddError($"--language is \"{argument.Tokens[0].Value}\": it must be ja-JP or en-US.");
            return default;
        },
    };
}
