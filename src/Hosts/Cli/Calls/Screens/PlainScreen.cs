using OrderHotline.CallSimulator.Connect;

namespace OrderHotline.Hosts.Cli;

/// <summary>A call as plain lines, which can be piped, compared and kept.</summary>
/// <param name="input">Gives a line for everything the caller does.</param>
/// <param name="output">Takes the call.</param>
sealed class PlainScreen(TextReader input, TextWriter output) : ICallScreen
{
    CallLine? order;

    public void Show(CallLine line)
    {
        // What never changes is not read.
        if (line.Part == CallPart.Order && line == order)
        {
            return;
        }

        order = line.Part == CallPart.Order ? line : order;
        output.WriteLine(line.Part == CallPart.Trace ? $"          . {line.Text}" : $"{line.Part,-8}  {line.Text}");
    }

    public async Task<string?> Ask(CallWaiting waiting, CancellationToken cancellation)
    {
        while (await input.ReadLineAsync(cancellation) is { } line)
        {
            if (!CallerInput.IsComment(line))
            {
                return line;
            }
        }

        return null;
    }
}
