using OrderHotline.Adapters.Local;
using Spectre.Console;

namespace OrderHotline.Hosts.Cli;

/// <summary>A call in a terminal: colours tell who speaks, and a hint says what the line waits for.</summary>
sealed class ColouredScreen(IAnsiConsole terminal) : ICallScreen
{
    public void Show(CallLine line)
    {
        var text = Markup.Escape(line.Text);
        switch (line.Part)
        {
            case CallPart.Order:
                terminal.Write(new Rule($"[grey]{text}[/]").LeftJustified().RuleStyle("grey"));
                break;
            case CallPart.Trace:
                terminal.MarkupLine($"          [grey]. {text}[/]");
                break;
            default:
                terminal.MarkupLine($"[{ColourOf(line.Part)}]{line.Part,-8}[/]  {text}");
                break;
        }
    }

    public Task<string?> Ask(CallWaiting waiting, CancellationToken cancellation)
    {
        terminal.Markup($"[grey]{Markup.Escape(Hint(waiting))}[/] [yellow]>[/] ");
        return Console.In.ReadLineAsync(cancellation).AsTask();
    }

    static string ColourOf(CallPart part) => part switch
    {
        CallPart.Line => "aqua",
        CallPart.Caller => "yellow",
        CallPart.Operator => "fuchsia",
        CallPart.Call => "bold",
        _ => "grey",
    };

    static string Hint(CallWaiting waiting) => waiting switch
    {
        CallWaiting.ForKey(var limit) => $"a key within {limit.TotalSeconds:0} s, or Enter for silence",
        CallWaiting.ForDigits(var most, var limit) => $"up to {most} keys, # ends; Enter for silence ({limit.TotalSeconds:0} s)",
        CallWaiting.ForAnswer => "say something, or press keys and #; Enter for silence",
        CallWaiting.ForOperator => "Enter waits on, (operator) answers, or press a key",
        _ => "",
    };
}
