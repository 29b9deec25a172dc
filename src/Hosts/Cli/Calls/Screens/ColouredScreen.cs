using OrderHotline.CallSimulator.Connect;
using Spectre.Console;

namespace OrderHotline.Hosts.Cli;

/// <summary>A call in a terminal: colours tell who speaks, a line tells of the order, and a hint says what is waited for.</summary>
sealed class ColouredScreen(IAnsiConsole terminal) : ICallScreen
{
    const int WidthOfPart = 10;

    string? typed;

    public void Show(CallLine line)
    {
        var text = Markup.Escape(line.Text);
        switch (line.Part)
        {
            case CallPart.Caller when typed is not null && line == new CallLine(CallPart.Caller, typed):
                // It stands there already, as it was typed.
                break;
            case CallPart.Order:
                terminal.Write(new Rule($"[grey]{text}[/]").LeftJustified().RuleStyle("grey"));
                break;
            case CallPart.Trace:
                terminal.MarkupLine($"[grey]{new string(' ', WidthOfPart)}. {text}[/]");
                break;
            default:
                terminal.Write(new Grid()
                    .AddColumn(new GridColumn().Width(WidthOfPart).Padding(0, 0).NoWrap())
                    .AddColumn(new GridColumn().Padding(0, 0))
                    .AddRow($"[{ColourOf(line.Part)}]{line.Part}[/]", text));
                break;
        }
    }

    public async Task<string?> Ask(CallWaiting waiting, CancellationToken cancellation)
    {
        terminal.Markup($"[grey]{Markup.Escape(Hint(waiting))}[/] [yellow]>[/] ");
        typed = await Console.In.ReadLineAsync(cancellation);
        return typed;
    }

    static string ColourOf(CallPart part) => part switch
    {
        CallPart.Line => "aqua",
        CallPart.Caller => "yellow",
        CallPart.Operator => "fuchsia",
        CallPart.Message => "green",
        CallPart.Call => "bold",
        _ => "grey",
    };

    static string Hint(CallWaiting waiting) => waiting switch
    {
        CallWaiting.ForKey(var limit) => $"A key within {limit.TotalSeconds:0} s. Enter alone is silence.",
        CallWaiting.ForDigits(var most, var limit) => $"Up to {most} keys within {limit.TotalSeconds:0} s, # ends them. Enter alone is silence.",
        CallWaiting.ForAnswer => "Say something, or press keys and #. Enter alone is silence.",
        CallWaiting.ForOperator => "Enter waits on, (operator) takes the call.",
        CallWaiting.Over => "An operator has the call. (transfer to FLOW) sends it on, as a quick connect does; Enter ends.",
        _ => "",
    };
}
