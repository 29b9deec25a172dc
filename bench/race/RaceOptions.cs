using System.Globalization;

namespace OrderHotline.Bench.Race;

/// <summary>What is to be raced, from the command line. <c>run.sh</c> says what each option means.</summary>
sealed record RaceOptions
{
    public string Repository { get; init; } = Directory.GetCurrentDirectory();

    public string Node { get; init; } = "/usr/bin/node";

    /// <summary>Other runtimes of JavaScript that take part.</summary>
    public IReadOnlyList<NamedRuntime> Peers { get; init; } = [];

    public string Backend { get; init; } = "stub";

    public bool Tls { get; init; }

    public IReadOnlyList<Function> Functions { get; init; } = Enum.GetValues<Function>();

    public IReadOnlyList<string> Contenders { get; init; } = [];

    public int ColdRuns { get; init; } = 15;

    public int WarmRuns { get; init; } = 1;

    public int WarmCalls { get; init; } = 2000;

    public int Seed { get; init; } = 1;

    public string Json { get; init; } = "";

    public string Commit { get; init; } = "";

    public bool IsPinned { get; init; } = true;

    /// <summary>Cores may fall asleep while they wait.</summary>
    public bool LetsSleep { get; init; }

    /// <summary>Prints what a contender asks of the backend in one call, and races nothing.</summary>
    public bool ShowsRequests { get; init; }

    /// <summary>A result to print as the tables of a page, instead of a race.</summary>
    public string Quoted { get; init; } = "";

    /// <summary>A figure below its floor is a failure.</summary>
    public bool IsCheck { get; init; }

    /// <exception cref="RaceException">An option is unknown, or its value makes no sense.</exception>
    public static RaceOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new RaceOptions();
        for (var index = 0; index < arguments.Count; index++)
        {
            options = arguments[index] switch
            {
                "--tls" => options with { Tls = true },
                "--unpinned" => options with { IsPinned = false },
                "--let-sleep" => options with { LetsSleep = true },
                "--requests" => options with { ShowsRequests = true },
                "--check" => options with { IsCheck = true },
                "--repository" => options with { Repository = Path.GetFullPath(Value()) },
                "--node" => options with { Node = Value() },
                "--peer" => options with { Peers = [.. options.Peers, RuntimeOf(Value())] },
                "--backend" => options with { Backend = Value() },
                "--functions" => options with { Functions = [.. Value().Split(',').Select(FunctionOf)] },
                "--contenders" => options with { Contenders = Value().Split(',') },
                "--runs" => options with { ColdRuns = Number() },
                "--warm-runs" => options with { WarmRuns = Number() },
                "--calls" => options with { WarmCalls = Number() },
                "--seed" => options with { Seed = Number() },
                "--json" => options with { Json = Value() },
                "--quote" => options with { Quoted = Value() },
                "--commit" => options with { Commit = Value() },
                var unknown => throw new RaceException($"{unknown} is no option of the race."),
            };

            string Value() => ++index < arguments.Count
                ? arguments[index]
                : throw new RaceException($"{arguments[index - 1]} needs a value.");

            int Number() => int.TryParse(Value(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new RaceException($"{arguments[index]} is no number.");
        }

        return options.Backend is not ("stub" or "dynalite") ? throw new RaceException($"{options.Backend} is neither stub nor dynalite.")
            : options is { Backend: "dynalite", Tls: true } ? throw new RaceException("dynalite is raced over plain HTTP only.")
            : options.ColdRuns == 0 ? throw new RaceException("Without a cold run there is nothing to race.")
            : options;
    }

    static NamedRuntime RuntimeOf(string value) =>
        value.Split('=', 2) is not [{ Length: > 0 } name, { Length: > 0 } executable] || name.Any(letter => !(char.IsAsciiLetterOrDigit(letter) || letter == '-'))
            ? throw new RaceException($"--peer {value} must be NAME=EXECUTABLE, the name of letters, digits and hyphens: --peer llrt=/opt/llrt.")
        : !File.Exists(executable)
            ? throw new RaceException($"--peer {value}: there is no {executable}.")
            : new(name, Path.GetFullPath(executable));

    static Function FunctionOf(string name) =>
        Enum.TryParse<Function>(name, out var function) ? function : throw new RaceException($"{name} is none of the functions.");
}
