using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using OrderHotline.Application;
using OrderHotline.CallSimulator.Scenarios;

namespace OrderHotline.Hosts.Cli;

/// <summary><c>hotline</c>: the line on your desk.</summary>
static class HotlineCommand
{
    // A word that begins with @ is that word, and no file with more of the command line.
    static readonly ParserConfiguration AsTyped = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs one command line. What it prints is escaped for a terminal, see <see cref="TerminalWriter"/>.</summary>
    /// <returns>One of <see cref="ExitCodes"/>; from 2 on with the reason on <paramref name="error"/>.</returns>
    public static async Task<int> Run(string[] args, TextWriter output, TextWriter error, CancellationToken cancellation = default)
    {
        (output, error) = (TerminalWriter.ForOutput(output), TerminalWriter.ForErrors(error));
        ParseResult? line = null;
        try
        {
            line = Root().Parse(args, AsTyped);
            if (line.Action is ParseErrorAction && line.CommandResult.Command is { Subcommands.Count: 0 } or { Action: not null })
            {
                return await Refuse(line, error);
            }

            var ended = await line.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = output,
                    Error = error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                },
                cancellation);
            return line.Action is ParseErrorAction ? ExitCodes.BadInput : ended;
        }
        catch (UnsoundShopException unsound)
        {
            foreach (var said in unsound.Problems.Prepend(unsound.Message))
            {
                await error.WriteAsync($"{VisibleText.OneLine(LogText.Masked(said))}\n");
            }

            return ExitCodes.BadInput;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await error.WriteAsync("Interrupted.\n");
            return ExitCodes.Interrupted;
        }
        catch (InvalidOperationException typed) when (typed.Source == "System.CommandLine")
        {
            // What may be left out is looked at only when it is asked for.
            await error.WriteAsync($"{VisibleText.OneLine(LogText.Masked(typed.Message))}\n");
            return ExitCodes.BadInput;
        }
#pragma warning disable CA1031 // The edge: whatever went wrong is told, and no command line ends unhandled.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            await error.WriteAsync(((line is null ? null : Failure.Explain(failure, line)) ?? Failure.InFull(failure)) + "\n");
            return ExitCodes.For(failure);
        }
    }

    /// <summary>Every command there is.</summary>
    internal static RootCommand Root() =>
        new(
            "The order line on your desk. Without --dynamodb everything happens in memory, on sample orders or on your own. " + ExitCodes.Help)
        {
            CallCommand.Create(),
            WebCommand.Create(),
            RunCommand.Create(),
            TranscriptCommand.Create(),
            ExportCommand.Create(),
            InvokeCommand.Create(),
            DateCommand.Create(),
            DeliverCommand.Create(),
            DeployCommand.Create(),
            FlowCommand.Create(),
            ExploreCommand.Create(),
            OrdersCommand.Create(),
            TableCommand.Create(),
            ShopCommand.Create(),
        };

    // One line about a mistake is lost above a page of help.
    static async Task<int> Refuse(ParseResult line, TextWriter error)
    {
        var words = new List<string>();
        for (var command = line.CommandResult; command.Parent is CommandResult parent; command = parent)
        {
            words.Insert(0, command.Command.Name);
        }

        var path = $"hotline {string.Join(' ', words)}";
        var arguments = string.Concat(line.CommandResult.Command.Arguments.Select(argument => $" <{argument.Name}>"));
        await error.WriteLineAsync(InWords(line.Errors[0]));
        await error.WriteLineAsync($"Type {path}{arguments} [options]; {path} --help says more.");
        return ExitCodes.BadInput;
    }

    // The parser says of the type of an option what it is called in code.
    static string InWords(ParseError wrong) => wrong.SymbolResult is OptionResult { Option: { } option, Tokens: [.., { Value.Length: 0 }] }
        ? $"{option.Name} is empty: it must be {option.HelpName ?? "something"}."
        : string.Join(' ', wrong.Message.Split(['\n', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
