using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using OrderHotline.Adapters.Connect;
using OrderHotline.CallSimulator;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Scenarios;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Cli;

/// <summary>Who calls, what they do, and what goes wrong meanwhile: the options of <c>hotline call</c>.</summary>
sealed class CallOptions
{
    const string Withheld = "withheld";

    /// <summary>Every function that a flow or the bot calls.</summary>
    public static readonly string[] FunctionNames = [.. Enum.GetNames<ConnectFunction>(), OrderDialogHandler.FunctionName];

    readonly Option<string> from = new("--from")
    {
        Description = $"The number that calls, +819012345678 or 090-1234-5678 as in Japan, or \"{Withheld}\". The default is a customer of the sample orders.",
        HelpName = "NUMBER",
        DefaultValueFactory = _ => SampleOrders.Caller.ToE164(),
    };

    readonly Option<Language> language = LanguageOption.Meaning(
        "The language of the caller, one that the shop offers: its key is pressed at the greeting. Default: the shop's own, without a key.",
        _ => true,
        "a language and a country, such as en-US");

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
        CustomParser = argument => OrderSourceOptions.AddressOf(argument, "--lambda-endpoint", "http://127.0.0.1:9001"),
    };

    readonly Option<FileInfo> record = new("--record")
    {
        Description = "Write the call down as a scenario that hotline run plays again. The functions then take no time.",
        HelpName = "FILE.call",
    };

    readonly Option<bool> json = JsonReport.Option();

    readonly DeployedLine deployed = new();

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

    readonly Option<string[]> attributes = new("--attribute")
    {
        Description = "A contact attribute that the contact has when it begins. Can be given more than once.",
        HelpName = "NAME=TEXT",
    };

    readonly Option<bool> strict = new("--strict") { Description = "Play nothing that Connect would refuse." };

    public OrderSourceOptions Source { get; } = new();

    public Command AddTo(Command command)
    {
        foreach (var option in new Option[] { from, language, input, trace, voice, operators, failing, hanging, endpoint, record, attributes, strict, json })
        {
            command.Add(option);
        }

        from.Validators.Add(result =>
        {
            if (result.GetValue(from) is var text && text != Withheld && !CallerNumber.TryParse(text, out _))
            {
                result.AddError($"--from is \"{text}\": it must be {CallerNumber.Forms}, or {Withheld}.");
            }
        });
        attributes.Validators.Add(result =>
        {
            foreach (var attribute in (result.GetValue(attributes) ?? []).Where(attribute => attribute.IndexOf('=', StringComparison.Ordinal) < 1))
            {
                result.AddError($"--attribute is \"{attribute}\": it must be a name, = and a text, such as orderId=100.");
            }
        });
        failing.Validators.Add(result => NamesKnownFunctions(result, failing));
        hanging.Validators.Add(result => NamesKnownFunctions(result, hanging));
        return Source.TakeOptions(deployed.TakeOptionsOfAnyFlow(command));
    }

    /// <summary>The caller's number; null when it is withheld.</summary>
    public PhoneNumber? From(ParseResult line) => CallerNumber.TryParse(line.GetValue(from), out var number) ? number : null;

    public bool Trace(ParseResult line) => line.GetValue(trace);

    public bool IsJson(ParseResult line) => line.GetValue(json);

    public bool Voice(ParseResult line) => line.GetValue(voice);

    public string Flow(ParseResult line) => deployed.Flow(line);

    public Uri? Endpoint(ParseResult line) => line.GetValue(endpoint);

    public FileInfo? Record(ParseResult line) => line.GetValue(record);

    /// <summary>What the contact knows before it begins; of two of a name the last counts.</summary>
    public ImmutableDictionary<string, string> Attributes(ParseResult line) => (line.GetValue(attributes) ?? [])
        .Select(attribute => attribute.Split('=', 2))
        .Aggregate(ImmutableDictionary<string, string>.Empty, (all, one) => all.SetItem(one[0], one[1]));

    /// <summary>Whether the flow is of whoever wrote it, and not one of those deployed.</summary>
    public bool IsOfAFile(ParseResult line) => deployed.File(line) is not null;

    /// <summary>What goes wrong with functions.</summary>
    public ImmutableArray<FunctionFault> Faults(ParseResult line) =>
    [
        .. (line.GetValue(failing) ?? []).Select(name => new FunctionFault(name, FaultKind.Fails)),
        .. (line.GetValue(hanging) ?? []).Select(name => new FunctionFault(name, FaultKind.TimesOut)),
    ];

    /// <summary>Reads what is played.</summary>
    /// <exception cref="InvalidDataException">It cannot be played; the message says why.</exception>
    public Deployment Deployment(ParseResult line)
    {
        var read = deployed.ReadAsItIs(line);
        if (read.Refusal is { } refusal)
        {
            if (line.GetValue(strict))
            {
                throw new InvalidDataException($"{refusal} Without --strict it is played as it is.");
            }

            line.InvocationConfiguration.Error.WriteLine(VisibleText.OneLine($"{refusal} It is played as it is; --strict forbids that."));
        }

        return read;
    }

    /// <summary>What names what is played again on another command line.</summary>
    public string Deployed(ParseResult line) => deployed.Typed(line);

    /// <summary>The file that speaks for the caller; null when somebody types.</summary>
    public TextReader? Input(ParseResult line) => line.GetValue(input) is { } file ? new StringReader(InputFile.Text(file)) : null;

    /// <summary>What a caller finds who asks for an operator.</summary>
    public OperatorsFound Operators(ParseResult line) => line.GetValue(operators) switch
    {
        "closed" => new OperatorsFound.Closed(),
        "none" => new OperatorsFound.NoneLoggedIn(),
        "full" => new OperatorsFound.Full(),
        _ => new OperatorsFound.AsDeployed(),
    };

    /// <summary>Whether the language of the caller was said.</summary>
    public bool SaysLanguage(ParseResult line) => line.GetResult(language) is { Implicit: false };

    /// <summary>What the caller does before the desk is asked: presses the key that leads to their language.</summary>
    /// <exception cref="InvalidDataException">No key does.</exception>
    public Queue<CallerAct> ActsAhead(ParseResult line, Deployment deployment)
    {
        var spoken = line.GetValue(language);
        if (!SaysLanguage(line) || IsOfAFile(line))
        {
            return new();
        }

        return LanguageKeys.In(deployment.Flows[Flow(line)]).TryGetValue(spoken.ToString(), out var key) ? new([new CallerAct.Presses(key)])
            : spoken == deployment.Shop.Words.Default ? new()
            : throw new InvalidDataException($"--language is {spoken}, and no key at the greeting leads there: the shop must offer it.");
    }

    void NamesKnownFunctions(OptionResult result, Option<string[]> functions)
    {
        if (result.GetResult(endpoint) is not null || deployed.File(result) is not null)
        {
            return; // functions of whoever's they are
        }

        foreach (var name in (result.GetValue(functions) ?? []).Except(FunctionNames))
        {
            result.AddError($"There is no function \"{name}\": it must be one of {string.Join(", ", FunctionNames)}.");
        }
    }
}
