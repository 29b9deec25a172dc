using System.CommandLine;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Cli;

/// <summary><c>--language</c>, by Connect's name of it. Japanese when nobody says.</summary>
static class LanguageOption
{
    public static Option<Language> Meaning(string description) => new("--language")
    {
        Description = description,
        HelpName = "LANGUAGE",
        CustomParser = argument =>
        {
            if (SpokenDateTable.LanguageOf(argument.Tokens[0].Value) is { } spoken)
            {
                return spoken;
            }

            argument.AddError($"--language is \"{argument.Tokens[0].Value}\": it must be ja-JP or en-US.");
            return default;
        },
    };
}
