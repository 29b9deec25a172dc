using System.CommandLine;

namespace OrderHotline.Hosts.Cli.Tests;

/// <summary>Command lines that nobody meant to type: of every command there is, with its options, their values as odd as they come.</summary>
/// <param name="chance">What is typed.</param>
/// <param name="files">Files and folders to name, sound ones and others.</param>
sealed class OddCommandLines(Random chance, IReadOnlyList<string> files)
{
    // Endless, or heard by the neighbours.
    static readonly string[] NotTyped = ["--watch", "--voice", "-?", "/?", "/h", "-h"];

    static readonly string[] Writes = ["--record", "--html", "--out", "--coverage-out", "--counter-examples", "--junit"];

    static readonly string[] Addresses = ["", "abc", "ftp://127.0.0.1", "http://", "http://127.0.0.1:99999", "//x", "localhost:1"];

    // One is enough to see that depth counts; more takes its time.
    static readonly string[] Depths = ["abc", "", "-1", "101", "0", "٣", "1e9", "0x1", "99999999999999999999"];

    static readonly string[] Values =
    [
        "", " ", "abc", "-1", "0", "1", "7", "99999999999999999999", "1e400", "NaN", "null", "*", "-", "--", "@x", "[diagram]", "=", ":",
        "2026-12-04", "9999-12-31", "0000-00-00", "-9998-01-01", "2026-02-30", "9999-W52", "XX99", "0000-WI",
        "2026-11-25T10:00+09:00", "9999-12-31T23:59:59Z", "9999-12-31T23:59:59-18:00", "0001-01-01T00:00Z", "2199-12-31T23:59Z", "1900-01-01T00:00Z",
        "ja-JP", "en-US", "ja", "EN", "fr-FR", "withheld", "+819012345678", "090-1234-5678", "+", "０９０", "JP", "ZZ", "2027", "2027-2028", "1999", "2027-2099",
        "mermaid", "dot", "closed", "OrderTableRead", "CancelOrder", "OrderDialog", "Reception", "100",
        "二日後", "明日", "来週の水曜日", "two days later", "the last day of February", "ⅷ", "\u001b[31m", "\u202Ex", "😀", new('9', 5_000), new('x', 5_000),
    ];

    // A line that says nothing wrong to web is served until somebody ends it; one to a command that drives aws is done in earnest wherever somebody
    // is signed in. What is typed wrong to those is played with a recorded aws.
    readonly IReadOnlyList<Command> commands =
        [.. Below(HotlineCommand.Root()).Where(command => command.Name is not ("web" or "doctor") && command.Options.All(option => option.Name != "--stack"))];

    /// <summary>The next one.</summary>
    public string[] Next()
    {
        var command = Any(commands);
        List<string> words = [.. Names(command)];
        foreach (var argument in command.Arguments)
        {
            for (var times = chance.Next(6) switch { 0 => 0, 5 => 2, _ => 1 }; times > 0; times--)
            {
                words.Add(Value(argument.Name));
            }
        }

        foreach (var option in command.Options.Where(option => !NotTyped.Contains(option.Name)))
        {
            if (chance.Next(command.Options.Count) < 2)
            {
                words.Insert(chance.Next(Names(command).Count, words.Count + 1), option.Name);
                if (option.ValueType != typeof(bool))
                {
                    words.Insert(words.IndexOf(option.Name) + 1, Value(option.Name));
                }
            }
        }

        if (chance.Next(20) == 0)
        {
            words.Insert(chance.Next(words.Count + 1), Any(Values));
        }

        return command.Name switch
        {
            "call" when !words.Contains("--input") => [.. words, "--input", Any(files)],
            "explore" when !words.Contains("--depth") => [.. words, "--depth", Any(Depths)],
            _ => [.. words],
        };
    }

    string Value(string name) => name switch
    {
        _ when Writes.Contains(name) => chance.Next(4) == 0 ? "" : Any(files) + (chance.Next(2) == 0 ? ".new" : ""),
        "--dynamodb" or "--sns" or "--lambda-endpoint" => Any(Addresses),
        "--depth" => Any(Depths),
        _ => chance.Next(2) == 0 ? Any(files) : Any(Values),
    };

    T Any<T>(IReadOnlyList<T> of) => of[chance.Next(of.Count)];

    /// <summary>The words that name a command.</summary>
    public static List<string> Names(Command command)
    {
        List<string> names = [];
        for (Symbol? named = command; named is Command and not RootCommand; named = named.Parents.FirstOrDefault())
        {
            names.Insert(0, named.Name);
        }

        return names;
    }

    /// <summary>A command, and all that are below it.</summary>
    public static IEnumerable<Command> Below(Command command) => command.Subcommands.SelectMany(Below).Prepend(command);
}
