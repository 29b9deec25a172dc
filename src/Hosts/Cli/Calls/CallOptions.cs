using System.CommandLine;
using System.CommandLine.Parsing;
using OrderHotline.Adapters.Connect;
using OrderHotline.Adapters.Local;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Cli;

/// <summary>Who calls, what they do, and what goes wrong meanwhile: the options of <c>hotline call</c>.</summary>
sealed class CallOptions
{
    const string Withheld = "withheld";

    static readonly string[] FunctionNames = [.. Enum.GetNames<ConnectFunction>(), OrderDialogHandler.FunctionName];

    readonly Option<string> from = new("--from")
    {
        Description = $"The number that calls, or \"{Withheld}\". The default is a customer of the sample orders.",
        HelpName = "NUMBER",
        DefaultValueFactory = _ => SampleOrders.Caller.ToE164(),
    };

    readonly Option<Language> language = new("--language")
    {
        Description = "The language of the caller, ja-JP or en-US: for en-US, 2 is pressed at the greeting. Default: ja-JP.",
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

    readonly Option<FileInfo> input = new Option<FileInfo>("--input")
    {
        Description = "What the caller does, a line each, instead of typing it. Lines that begin with // are for readers.",
        HelpName = "FILE",
    }.AcceptExistingOnly();

    readonly Option<bool> trace = new("--trace")
    {
        Description = "Show every action of the flows and every call of a function, with its JSON and its time.",
    };

    readonly Option<bool> voice = new("--voice") { Description = "Speak the prompts with espeak-ng." };

    readonly Option<Uri?> endpoint = new("--lambda-endpoint")
    {
        Description = "Call the functions over HTTP, by Lambda's invoke API at this address, instead of those in this process.",
        HelpName = "URL",
        CustomParser = argument => Shop.AddressOf(argument, "--lambda-endpoint", "http://127.0.0.1:9001"),
    };

    readonly Option<DirectoryInfo> deploy = new Option<DirectoryInfo>("--deploy")
    {
        Description = "Play what this folder would deploy: flows/*.json, bot/*.json and OperatorHours.json. Default: the line's own.",
        HelpName = "FOLDER",
    }.AcceptExistingOnly();

    readonly Option<string> flow = new("--flow")
    {
        Description = "The flow that the number leads to.",
        HelpName = "NAME",
        DefaultValueFactory = _ => "Reception",
    };

    readonly Option<string?> operators = new Option<string?>("--operators")
    {
        Description = "What the caller finds when they ask for an operator. Default: the deployed hours, and somebody there.",
    }.AcceptOnlyFromAmong("closed", "none", "full");

    readonly Option<string[]> failing = new("--fail")
    {
        Description = "A function that fails every time. Can be given more than once.",
        HelpName = "FUNCTION",
    };

    readonly Option<string[]> hanging = new("--hang")
    {
        Description = "A function that never answers. Can be given more than once.",
        HelpName = "FUNCTION",
    };

    public Shop Shop { get; } = new();

    public Command AddTo(Command command)
    {
        foreach (var option in new Option[] { from, language, input, trace, voice, operators, failing, hanging, deploy, flow, endpoint })
        {
            command.Add(option);
        }

        from.Validators.Add(result =>
        {
            if (result.GetValue(from) is var text && text != Withheld && !PhoneNumber.TryParse(text, out _))
            {
                result.AddError($"--from is \"{text}\": it must be a number such as +819012345678, or {Withheld}.");
            }
        });
        command.Validators.Add(NamesKnownFunctions);
        return Shop.TakeOptions(command);
    }

    /// <summary>The caller's number; null when it is withheld.</summary>
    public PhoneNumber? From(ParseResult line) => PhoneNumber.TryParse(line.GetValue(from), out var number) ? number : null;

    public bool Trace(ParseResult line) => line.GetValue(trace);

    public bool Voice(ParseResult line) => line.GetValue(voice);

    public string Flow(ParseResult line) => line.GetValue(flow)!;

    public Uri? Endpoint(ParseResult line) => line.GetValue(endpoint);

    public string[] Failing(ParseResult line) => line.GetValue(failing) ?? [];

    public string[] Hanging(ParseResult line) => line.GetValue(hanging) ?? [];

    /// <summary>Reads what is played.</summary>
    /// <exception cref="InvalidDataException">It cannot be played; the message says why.</exception>
    public Deployment Deployment(ParseResult line)
    {
        var deployment = Adapters.Local.Deployment.Read(
            line.GetValue(deploy) ?? new(Path.Combine(AppContext.BaseDirectory, "deploy")));
        return deployment.Flows.ContainsKey(Flow(line))
            ? deployment
            : throw new InvalidDataException(
                $"There is no flow {Flow(line)}; there are {string.Join(", ", deployment.Flows.Keys.Order(StringComparer.Ordinal))}.");
    }

    /// <summary>The file that speaks for the caller; null when somebody types.</summary>
    public TextReader? Input(ParseResult line) => line.GetValue(input)?.OpenText();

    /// <summary>The instance as it is deployed, or as the caller is to find it.</summary>
    public ConnectWorld Operators(ParseResult line, ConnectWorld deployed) => line.GetValue(operators) switch
    {
        "closed" => deployed with { Hours = deployed.Hours.SetItems(deployed.Hours.Select(Closed)) },
        "none" => deployed with { Queues = deployed.Queues.SetItem(Adapters.Local.Deployment.OperatorQueue, new() { Online = 0, Available = 0 }) },
        "full" => deployed with { Queues = deployed.Queues.SetItem(Adapters.Local.Deployment.OperatorQueue, new() { Waiting = 5, Capacity = 5 }) },
        _ => deployed,
    };

    /// <summary>What the caller does before the desk is asked.</summary>
    public Queue<CallerAct> ActsAhead(ParseResult line) =>
        line.GetValue(language) == Language.English ? new([new CallerAct.Presses("2")]) : new();

    static KeyValuePair<string, OpeningHours> Closed(KeyValuePair<string, OpeningHours> hours) =>
        KeyValuePair.Create(hours.Key, hours.Value with { Periods = [] });

    void NamesKnownFunctions(CommandResult result)
    {
        foreach (var name in (result.GetValue(failing) ?? []).Concat(result.GetValue(hanging) ?? []).Except(FunctionNames))
        {
            result.AddError($"There is no function \"{name}\": it must be one of {string.Join(", ", FunctionNames)}.");
        }
    }
}
